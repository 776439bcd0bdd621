"""The words of captions are a page of ours; nothing else of the site can be read through it."""

from __future__ import annotations

import gzip

import pytest

CAPTIONS = """WEBVTT

00:00.500 --> 00:03.800
<v Голова>Шановна громадо,

00:04.000 --> 00:07.800
<v Голова>вітаю! <b>1 &lt; 2</b> &lt;script&gt;
""".encode()
VTT = "Content-Type: text/vtt"


def test_the_words_of_captions_can_be_read_with_who_says_them(proxy, origin) -> None:
    origin.page("/said.vtt", CAPTIONS, VTT)
    answer = proxy.ask(
        "/_a11y/transcript?path=/said.vtt&srclang=uk", Referer=f"{origin.url}/news/?a=1"
    )
    assert answer.status == 200
    assert '<div lang="uk">' in answer.text
    words = "<p><b>Голова:</b> Шановна громадо, вітаю! 1 &lt; 2 &lt;script&gt;</p>"
    assert words in answer.text
    assert '<a href="/news/?a=1">' in answer.text


def test_a_link_on_the_page_leads_to_them(proxy, origin) -> None:
    origin.page("/said.vtt", gzip.compress(CAPTIONS), VTT, "Content-Encoding: gzip")
    film = b"<video controls src=a.mp4><track kind=captions src=said.vtt srclang=uk></video>"
    origin.page("/film", b"<!doctype html><html lang=uk><title>t</title><body>" + film)
    page = proxy.ask("/film").text
    href = "/_a11y/transcript?path=/said.vtt&amp;srclang=uk"
    assert f'<a href="{href}"' in page
    assert "вітаю" in proxy.ask(href.replace("&amp;", "&")).text


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"<!doctype html><title>t</title><p>WEBVTT", "text/html", "200 OK"),
        (b'{"secret": 1}', "application/json", "200 OK"),
        (b"WEBVTT\n\n" + b"a" * 2**20, "text/vtt", "200 OK"),
        (CAPTIONS, "text/vtt", "404 Not Found"),
        (b"", "text/vtt", "200 OK"),
    ],
)
def test_what_is_no_captions_is_not_shown(proxy, origin, body, kind, status) -> None:
    origin.page("/other", body, f"Content-Type: {kind}", status=status)
    answer = proxy.ask("/_a11y/transcript?path=/other")
    assert answer.status == 404
    assert "Тут немає субтитрів" in answer.text
    assert "secret" not in answer.text


@pytest.mark.parametrize(
    "path", ["/_a11y/report", "//evil.example/x.vtt", "http://evil.example/", ""]
)
def test_no_captions_are_asked_for_elsewhere(proxy, origin, path) -> None:
    origin.page("/", b"<!doctype html><title>t</title>")
    before = len(origin.asked)
    assert proxy.ask(f"/_a11y/transcript?path={path}").status == 404
    assert {asked.path for asked in origin.asked[before:]} <= {"/"}


def test_captions_are_asked_for_in_nobodys_name(proxy, origin) -> None:
    origin.page("/hers.vtt", CAPTIONS, VTT)
    proxy.ask("/_a11y/transcript?path=/hers.vtt", Cookie="session=1", Authorization="Basic x")
    asked = origin.last("/hers.vtt")
    assert (asked.get("cookie"), asked.get("authorization")) == (None, None)


def test_a_language_that_is_none_is_not_said(proxy, origin) -> None:
    origin.page("/said.vtt", CAPTIONS, VTT)
    text = proxy.ask("/_a11y/transcript?path=/said.vtt&srclang=%22onclick").text
    assert "<div>" in text
    assert "onclick" not in text.partition("<main")[2]
