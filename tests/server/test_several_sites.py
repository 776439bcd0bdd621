"""Several communities from one process: nothing of one is met, kept or counted under another (E01, D07)."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

KEY = "a secret of the operator"
CSS = ("Content-Type: text/css",)
FRESH = "Cache-Control: max-age=3600"


@dataclass(frozen=True)
class Two:
    """One proxy of two sites, and how each is asked for."""

    kovel: Callable[..., object]
    lubny: Callable[..., object]
    origins: tuple[object, object]
    recipe: Path
    proxy: object


@pytest.fixture(scope="module")
def two(answering, serve, cdn, tmp_path_factory) -> Iterator[Two]:
    folder = tmp_path_factory.mktemp("two")
    recipe, config = folder / "kovel.toml", folder / "a11y-proxy.toml"
    recipe.write_text('removals = [".counter"]', "utf-8")
    with ExitStack() as opened:
        origins = tuple(opened.enter_context(answering()) for _ in range(2))
        config.write_text(
            f"""
            [third_party]
            hosts = ["{cdn.url.removeprefix("http://")}"]
            key = "{KEY}"
            [[site]]
            origin = "{origins[0].url}"
            hosts = ["kovel.test"]
            recipe = "{recipe}"
            scale = 130
            user_agent = "Kovel/1.0"
            language = "en"
            [[site]]
            origin = "{origins[1].url}"
            hosts = ["lubny.test", "lubny.test:8443"]
            theme = "yellow-on-black"
            share = 0.0001
            """,
            "utf-8",
        )
        logging = {"log": folder / "log", "A11Y_SERVER__ACCESS_LOG": "true"}
        started = serve("--config", str(config), **logging)
        proxy = opened.enter_context(started)
        kovel = partial(proxy.ask, Host="kovel.test")
        lubny = partial(proxy.ask, Host="lubny.test")
        yield Two(kovel, lubny, origins, recipe, proxy)


def page(words: str) -> bytes:
    return f"<!doctype html><html lang=uk><title>t</title><body><main><h1>x</h1>{words}".encode()


def both(two: Two, path: str, body: bytes, *fields: str) -> str:
    """Lets both origins answer a path alike."""
    for origin in two.origins:
        origin.page(path, body, *fields)
    return path


def test_each_host_has_its_own_site_under_equal_paths(two) -> None:
    for origin, word in zip(two.origins, ("Ковель", "Лубни"), strict=True):
        origin.page("/", page(word), FRESH, 'ETag: "1"')
    for _ in range(2):
        assert "Ковель" in two.kovel("/").text
        assert "Лубни" in two.lubny("/").text
        assert "Лубни" in two.lubny("/", Host="LUBNY.test:8443").text


@pytest.mark.parametrize(
    "host", ["kovel.test:8443", "lubny.test:80", "127.0.0.1", "localhost", "x"]
)
def test_any_other_host_is_refused_with_a_sentence(two, host) -> None:
    answer = two.proxy.ask("/", Host=host)
    assert answer.status == 421
    assert "to the `hosts` of one of its sites" in answer.text


@pytest.mark.parametrize("path", ["/_a11y/health", "/_a11y/ready"])
def test_the_process_answers_to_probes_under_any_name(two, path) -> None:
    assert two.proxy.ask(path, Host="10.0.0.7:8080").status == 200


def test_a_visitor_who_chose_nothing_sees_each_site_as_its_operator_says(two) -> None:
    both(two, "/looks", page("вигляд"))
    assert "scale=130" in two.kovel("/looks").text
    assert "theme=yellow-on-black" in two.lubny("/looks").text
    assert "scale=130" not in two.lubny("/looks").text
    sheets = [ask("/_a11y/appearance.css").body for ask in (two.kovel, two.lubny)]
    assert sheets[0] != sheets[1]


def test_an_origin_is_asked_and_its_pages_are_read_as_its_own_entry_says(two) -> None:
    both(two, "/entry", b"<!doctype html><title>1</title><p>1")
    assert '<html lang="en"' in two.kovel("/entry").text
    assert '<html lang="en"' not in two.lubny("/entry").text
    agents = [origin.last("/entry").get("user-agent") for origin in two.origins]
    assert agents[0] == "Kovel/1.0"
    assert agents[1] != agents[0]


def test_an_address_of_one_site_is_a_path_there_and_abroad_elsewhere(two) -> None:
    home = two.origins[0].url
    both(
        two, "/links", page(f'<a href="{home}/news">x</a><p style="background:url({home}/b.png)">')
    )
    assert '<a href="/news"' in two.kovel("/links").text
    assert f'<a href="{home}/news"' in two.lubny("/links").text


def test_a_recipe_is_of_its_own_site_and_is_read_again_for_it_alone(two) -> None:
    both(two, "/recipe", page("<p class=counter>рахунок<p class=poll>опитування"), FRESH)

    def shown(ask) -> list[bool]:
        text = ask("/recipe").text
        return [word in text for word in ("рахунок", "опитування")]

    assert (shown(two.kovel), shown(two.lubny)) == ([False, True], [True, True])
    two.recipe.write_text('removals = [".poll"]  # changed', "utf-8")
    deadline = time.monotonic() + 10
    while shown(two.kovel) != [True, False]:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert shown(two.lubny) == [True, True]


def test_an_address_signed_for_one_site_is_refused_under_the_other(two, cdn) -> None:
    cdn.page("/common.css", b"p { color: #777 }", *CSS)
    both(two, "/sheet", page(f'<link rel=stylesheet href="{cdn.url}/common.css">'))
    places = [
        re.findall(r"/_a11y/host/[^\"]*common\.css", ask("/sheet").text)[0]
        for ask in (two.kovel, two.lubny)
    ]
    assert places[0] != places[1]
    assert [two.kovel(place).status for place in places] == [200, 404]
    assert [two.lubny(place).status for place in places] == [404, 200]


def test_what_pages_of_one_site_taught_is_not_known_of_the_other(two) -> None:
    described = "<img src=/gerb.png alt='Герб із човном'>"
    for word in ("бюджет", "рада", "школа", "вода", "ліс", "поле", "міст", "парк", "сад", "гай"):
        taught = f"<div>Громада міста, рада і виконком</div><div>{word} {described}</div>"
        path = two.origins[0].page(f"/taught/{hash(word)}", page(taught))
        assert two.kovel(path).status == 200
    both(two, "/untold", page("Четверта сторінка <img src=/gerb.png>"))
    assert "Герб із човном" in two.kovel("/untold").text
    assert "Герб із човном" not in two.lubny("/untold").text


def test_a_tag_of_one_site_is_no_tag_of_the_other(two) -> None:
    both(two, "/tag", page("однаково"), FRESH, 'ETag: "1"')
    tag = two.kovel("/tag").get("etag")
    assert two.kovel("/tag", If_None_Match=tag).status == 304
    assert two.lubny("/tag", If_None_Match=tag).status == 200


def test_pages_are_counted_where_they_were_met(two) -> None:
    both(two, "/counted", page("<img src=/1.jpg>"))
    both(two, "/counted-too", page("<img src=/1.jpg>"))
    two.kovel("/counted")
    two.lubny("/counted-too")
    counted = []
    for ask in (two.kovel, two.lubny):
        told = json.loads(ask("/_a11y/report?format=json").body)
        counted.append({row["path"] for row in told["pages"]} & {"/counted", "/counted-too"})
    assert counted == [{"/counted"}, {"/counted-too"}]


def test_the_way_back_leads_to_the_original_of_the_same_site(two) -> None:
    for ask, origin in zip((two.kovel, two.lubny), two.origins, strict=True):
        assert ask("/_a11y/leave?next=/x").get("location") == f"{origin.url}/x"
        assert origin.url in ask("/_a11y/statement").text


def test_a_form_of_one_site_cannot_be_sent_to_the_other(two) -> None:
    both(two, "/send", b"")
    sent = partial(two.lubny, "/send", "POST", b"x=1")
    assert sent(Origin="http://kovel.test").status == 403
    assert sent(Origin="http://lubny.test").status == 200
    assert two.origins[1].last("/send").get("origin") == two.origins[1].url
    assert two.origins[0].count("/send") == 0


def test_the_log_tells_for_whom_a_page_was_asked(two) -> None:
    both(two, "/logged", page("x"))
    two.lubny("/logged", Host="LUBNY.test:8443")
    deadline = time.monotonic() + 10
    while '"LUBNY.test:8443" "GET /logged HTTP/1.1" 200' not in two.proxy.log.read_text():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_websocket_is_opened_to_the_site_that_was_asked_for(two) -> None:
    both(two, "/socket", b"no")
    handshake = {"Sec_WebSocket_Version": "13", "Sec_WebSocket_Key": "AAAAAAAAAAAAAAAAAAAAAA=="}
    two.lubny("/socket", Connection="Upgrade", Upgrade="websocket", **handshake)
    assert two.origins[1].last("/socket").get("upgrade") == "websocket"
    assert two.origins[0].count("/socket") == 0


def test_a_page_that_cannot_be_adapted_is_given_as_its_own_site_made_it(two) -> None:
    for origin, word in zip(two.origins, ("Ковель", "Лубни"), strict=True):
        origin.page("/deep", b"<div>" * 3000 + word.encode(), FRESH)
    for ask, own, other in ((two.kovel, "Ковель", "Лубни"), (two.lubny, "Лубни", "Ковель")):
        answer = ask("/deep")
        assert answer.get("cache-control") == "no-store"
        assert own in answer.text
        assert other not in answer.text
