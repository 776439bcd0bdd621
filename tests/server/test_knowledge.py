"""Pages learn from each other, and nothing of what only one visitor may see."""

from __future__ import annotations

HEADER = "<div>Громада міста, рада і виконком</div>"
DESCRIBED = "<img src=/gerb.png alt='Герб із човном'>"


def page(words: str) -> bytes:
    return f"<!doctype html><html lang=uk><title>t</title>{HEADER}<div>{words}</div>".encode()


def test_a_picture_has_the_words_of_another_page_if_anyone_may_have_that_page(
    origin, start
) -> None:
    teachers = {
        "/taught/1": f"Перша сторінка {DESCRIBED}",
        "/taught/2": "Друга сторінка",
        "/taught/3": "Третя сторінка",
    }
    for path, words in teachers.items():
        origin.page(path, page(words))
    origin.page("/taught/4", page("Четверта сторінка <img src=/gerb.png>"))
    with start(origin.url) as proxy:

        def is_described() -> bool:
            return "Герб із човном" in proxy.ask("/taught/4").text

        for path in teachers:
            assert proxy.ask(path, Cookie="session=1").status == 200
        assert not is_described()
        for path in teachers:
            assert proxy.ask(path).status == 200
        assert is_described()


def test_a_picture_that_passed_has_its_words_under_another_address(origin, start) -> None:
    picture = b"\x89PNG" + bytes(1000)
    for path in ("/gerb.png", "/copy.png"):
        origin.page(path, picture, "Content-Type: image/png")
    for number, word in enumerate(("перша", "друга", "третя")):
        origin.page(f"/same/{number}", page(f"{word} сторінка {DESCRIBED}"))
    origin.page("/same/copy", page("Четверта сторінка <img src=/copy.png>"))
    for fields in ({}, {"Cookie": "session=1"}):
        with start(origin.url) as proxy:
            for path in ("/gerb.png", "/copy.png"):
                assert proxy.ask(path, **fields).body == picture
            for number in range(3):
                assert proxy.ask(f"/same/{number}").status == 200
            # what only one visitor may have teaches nothing
            assert ("Герб із човном" in proxy.ask("/same/copy").text) == (not fields)


def test_what_a_page_keeps_from_others_teaches_nothing(origin, start) -> None:
    words = ("одне", "друге", "третє", "четверте")
    for number, word in enumerate(words):
        said = "no-store" if number % 2 else "private"
        origin.page(f"/own/{number}", page(f"{word} слово {DESCRIBED}"), f"Cache-Control: {said}")
    origin.page("/anyones", page("Сторінка <img src=/gerb.png>"))
    with start(origin.url) as proxy:
        for number in range(len(words)):
            assert proxy.ask(f"/own/{number}").status == 200
        assert "Герб із човном" not in proxy.ask("/anyones").text


def test_what_an_error_page_says_teaches_nothing(origin, start) -> None:
    words = ("одне", "друге", "третє", "четверте")
    for number, word in enumerate(words):
        found = page(f"{word} слово {DESCRIBED}")
        origin.page(f"/lost/{number}", found, status="404 Not Found")
    origin.page("/found", page("Сторінка <img src=/gerb.png>"))
    with start(origin.url) as proxy:
        for number in range(len(words)):
            assert proxy.ask(f"/lost/{number}").status == 404
        assert "Герб із човном" not in proxy.ask("/found").text
