"""What is given again at once is what the long way would give, and no longer than that."""

from __future__ import annotations

import gzip
import time

import pytest

TEXT = "Рішення сесії міської ради"
PAGE = f"<!doctype html><html lang=uk><title>т</title><body><h1>{TEXT}</h1></body></html>".encode()
LONG = PAGE + b"<p>more</p>" * 500
KEPT = "Cache-Control: max-age=60"
GZIP = {"Accept_Encoding": "gzip"}


def warm(proxy, path: str, **asked: str):
    """Asks until the answer is one that is given again."""
    for _ in range(3):
        answer = proxy.ask(path, **GZIP, **asked)
    assert answer.get("cache-status") == "a11y-proxy; hit"
    return answer


def fields(answer) -> list[tuple[str, str]]:
    return sorted((name, value) for name, value in answer.fields if name != "Date")


def test_what_is_given_again_says_the_same_in_every_field(proxy, origin) -> None:
    origin.page("/hit", LONG, KEPT, "X-Theirs: 1")
    proxy.ask("/hit", **GZIP)
    long_way, first, second = (proxy.ask("/hit", **GZIP) for _ in range(3))
    assert fields(long_way) == fields(first) == fields(second)
    assert long_way.body == first.body == second.body
    assert TEXT in gzip.decompress(second.body).decode()
    assert second.get("date")
    assert origin.count("/hit") == 1


@pytest.mark.parametrize(
    "otherwise",
    [
        {"Cookie": "a11y_preferences=scale=300"},
        {"Cookie": "a11y_preferences=lang=en"},
        {"Sec_Fetch_Dest": "iframe"},
        {"Sec_Fetch_Dest": "empty"},
        {"Accept_Encoding": "br"},
        {"Accept_Encoding": "identity"},
    ],
)
def test_who_asks_for_something_else_is_given_that(proxy, origin, otherwise) -> None:
    origin.page("/other-wish", LONG, KEPT)
    usual = warm(proxy, "/other-wish")
    other = [proxy.ask("/other-wish", **{**GZIP, **otherwise}) for _ in range(3)]
    assert {answer.body for answer in other} == {other[0].body}
    assert other[0].body != usual.body


def test_another_language_is_asked_for_anew(proxy, origin) -> None:
    origin.page("/tongue", LONG, KEPT)
    warm(proxy, "/tongue", Accept_Language="uk")
    proxy.ask("/tongue", **GZIP, Accept_Language="en")
    assert origin.last("/tongue").get("accept-language") == "en"


@pytest.mark.parametrize(
    "own",
    [
        {"Cookie": "PHPSESSID=1"},
        {"Cookie": "a11y_preferences=lang=uk; PHPSESSID=1"},
        {"Authorization": "Basic eDp5"},
        {"Range": "bytes=0-5"},
        {"X_Requested_With": "XMLHttpRequest"},
        {"If_Modified_Since": "Fri, 15 Jan 2027 08:00:00 GMT"},
    ],
)
def test_who_has_something_of_their_own_goes_to_the_origin(proxy, origin, own) -> None:
    origin.page("/own-way", LONG, KEPT)
    warm(proxy, "/own-way")
    before = origin.count("/own-way")
    proxy.ask("/own-way", **GZIP, **own)
    assert origin.count("/own-way") == before + 1


def test_a_reload_by_one_is_news_for_all(proxy, origin) -> None:
    origin.page("/fresh-news", LONG, KEPT)
    warm(proxy, "/fresh-news")
    origin.page("/fresh-news", LONG + b"<p>news</p>", KEPT)
    proxy.ask("/fresh-news", **GZIP, Cache_Control="no-cache")
    assert b"news" in gzip.decompress(proxy.ask("/fresh-news", **GZIP).body)


def test_what_is_no_longer_fresh_is_not_given_again(proxy, origin) -> None:
    origin.page("/short", LONG, "Cache-Control: max-age=2")
    warm(proxy, "/short")
    time.sleep(2.1)
    assert proxy.ask("/short", **GZIP).get("cache-status") != "a11y-proxy; hit"


def test_who_has_the_very_page_is_told_so_in_place_of_a_hit(proxy, origin) -> None:
    origin.page("/held", LONG, KEPT)
    tag = warm(proxy, "/held").get("etag")
    assert proxy.ask("/held", **GZIP, If_None_Match=tag).status == 304


@pytest.mark.parametrize(
    ("version", "said", "ends"),
    [("1.0", "", True), ("1.1", "Connection: close\r\n", True)],
)
def test_a_hit_ends_the_connection_where_it_must_and_stays_whole(
    proxy, origin, version, said, ends
) -> None:
    origin.page("/last-word", LONG, KEPT)
    kept_open = warm(proxy, "/last-word")
    request = (
        f"GET /last-word HTTP/{version}\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n{said}\r\n"
    )
    for _ in range(3):
        head, _, body = proxy.raw(request.encode()).partition(b"\r\n\r\n")
        assert head.startswith(f"HTTP/{version} 200".encode())
        assert (b"Connection: keep-alive" not in head) is ends
        assert body == kept_open.body
    assert kept_open.get("connection") is None


def test_a_head_for_a_hit_has_no_body(proxy, origin) -> None:
    origin.page("/head-hit", LONG, KEPT)
    warm(proxy, "/head-hit")
    request = b"HEAD /head-hit HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n"
    assert proxy.raw(request + b"Connection: close\r\n\r\n").partition(b"\r\n\r\n")[2] == b""
