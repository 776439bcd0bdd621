"""Where the visitor's own things come to stand."""

from __future__ import annotations

import pytest

from a11y_proxy.core.artifact import Slot, render
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform

WORDS = Phrases({"en": {}, "uk": {}})


def rewritten(markup: str, *, fragment: bool = False) -> str:
    source = Source("http://town.example/", "text/html", markup.encode(), fragment=fragment)
    artifact = transform(source, Rendition(), Site("http://town.example"), WORDS, strict=True)
    return render(artifact, lambda slot: f"[{slot.name}]".encode()).decode()


def test_our_style_sheet_comes_before_every_authors_and_after_the_charset() -> None:
    page = rewritten("<title>x</title><link rel=stylesheet href=a.css><style>p{}</style><p>x")
    assert page.index("charset") < page.index("[head]") < page.index("a.css") < page.index("<style")


def test_the_charset_stays_within_the_first_1024_bytes_whatever_the_slot_holds() -> None:
    page = rewritten(f"<meta name=d content='{'x' * 2000}'><meta charset=utf-8><p>x")
    assert page.index("charset") < page.index("[head]")
    assert page.index("charset") < 1024


def test_the_skip_link_is_the_first_stop_of_the_keyboard_then_the_panel() -> None:
    page = rewritten("<a href=/>Головна</a><main><p>Текст</main>")
    assert page.index("a11y-skip") < page.index("[panel]") < page.index("Головна")


@pytest.mark.parametrize(
    ("first", "is_skip_link"),
    [
        ("<a href=#text>До тексту</a>", True),
        (
            "<!-- x --><script></script><div><a href=#text>До тексту</a> <a href=#n>До меню</a></div>",
            True,
        ),
        ("<a href=/#text>Новини</a>", False),
        ("<a href=#>Вгору</a>", False),
        ("Слово <a href=#text>До тексту</a>", False),
        ("<p>Слово <a href=#text>До тексту</a></p>", False),
    ],
)
def test_the_site_s_own_skip_links_come_before_the_panel_too(
    first: str, *, is_skip_link: bool
) -> None:
    page = rewritten(f"<body>{first}<main id=text><h1 id=n>Текст</h1></main>")
    assert (page.index("[panel]") > page.index("<a href")) == is_skip_link


def test_without_a_skip_link_the_panel_is_first_in_the_body() -> None:
    assert "<body>[panel]Слово" in rewritten("<body>Слово")


@pytest.mark.parametrize("slot", ["[head]", "[panel]"])
def test_a_fragment_that_a_script_inserts_gets_neither(slot: str) -> None:
    assert slot not in rewritten("<p>+4°</p>", fragment=True)


def test_a_frameset_becomes_a_page_that_has_room_for_the_panel() -> None:
    page = rewritten("<frameset cols=50%,*><frame src=a><frame src=b></frameset>")
    assert "[head]" in page
    assert '<body cols="50%,*">[panel]<div' in page


def test_widths_in_a_pages_own_style_are_slots() -> None:
    source = Source("http://town.example/", "text/html", b"<style>@media(min-width:48em){p{}}")
    artifact = transform(source, Rendition(), Site("http://town.example"), WORDS, strict=True)
    assert Slot("width", "48em") in artifact.slots


@pytest.mark.parametrize(
    "scripted",
    [
        "<script src=a.js></script>",
        "<script type=module>1</script>",
        "<p onclick=go()>x",
        "<a href=javascript:go()>x</a>",
    ],
)
def test_a_page_with_scripts_asks_for_ours_and_has_its_sheets_marked(scripted: str) -> None:
    source = Source("http://town.example/", "text/html", f"<style>p{{}}</style>{scripted}".encode())
    artifact = transform(source, Rendition(), Site("http://town.example"), WORDS, strict=True)
    assert Slot("head", "live") in artifact.slots
    assert b"<style data-a11y-done" in b"".join(artifact.parts)


@pytest.mark.parametrize("data", ["", "<script type=application/ld+json>{}</script>"])
def test_a_page_without_scripts_does_not(data: str) -> None:
    source = Source("http://town.example/", "text/html", f"<style>p{{}}</style>{data}<p>x".encode())
    artifact = transform(source, Rendition(), Site("http://town.example"), WORDS, strict=True)
    assert Slot("head") in artifact.slots
    assert b"data-a11y-done" not in b"".join(artifact.parts)


def test_sheets_of_a_fragment_are_marked_for_the_script_that_inserts_them() -> None:
    assert "<style data-a11y-done" in rewritten("<style>p{}</style><p>x", fragment=True)
