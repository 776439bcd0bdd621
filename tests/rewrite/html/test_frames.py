"""Documents in attributes (A13, `srcdoc`): they are rewritten as the page around them is."""

from __future__ import annotations

from html import escape, unescape

import pytest

from a11y_proxy.core.artifact import Slot, render
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform

SITE = Site("https://town.example")


def filled(slot: Slot) -> bytes:
    return f"[{slot.name}{slot.value}]".encode()


def rewritten(inner: str, *, head: str = "", charset: str = "utf-8") -> str:
    page = f'<!doctype html><head>{head}</head><iframe title=x srcdoc="{escape(inner)}"></iframe>'
    source = Source("https://town.example/a/b", "text/html", page.encode(charset), charset)
    artifact = transform(source, Rendition(), SITE, Phrases({}), strict=True)
    return render(artifact, filled).decode()


def framed(inner: str, **kind: str) -> str:
    return unescape(rewritten(inner, **kind).partition('srcdoc="')[2].partition('"')[0])


def test_a_framed_document_has_our_style_sheet_and_no_panel():
    written = framed("<p style='color:#777'>слово &amp; слово</p>")
    assert "[framed]" in written
    assert "[panel]" not in written
    assert '<p style="color:var(--a11y-text,#777);">слово &amp; слово</p>' in written
    assert "[framedlive]" in framed("<script>1</script>")


@pytest.mark.parametrize(
    ("base", "link", "leads_to"),
    [
        ("", "https://town.example/x", "/x"),
        ("", "x", "x"),
        ("<base href=/c/>", "x", "x"),
        ("<base href=//cdn.example/c/>", "x", "https://cdn.example/c/x"),
        ("<base href=//cdn.example/c/>", "//town.example/x", "/x"),
    ],
)
def test_its_links_stand_on_the_base_of_the_page_around_it(base, link, leads_to):
    """A08."""
    assert f'<a href="{leads_to}">' in framed(f"<a href='{link}'>x</a>", head=base)


def test_its_forms_are_sent_in_utf8_whatever_the_page_came_in():
    written = framed("<form></form><a href='?q=ї'>x</a>", charset="windows-1251")
    assert "accept-charset" not in written
    assert 'href="?q=ї"' in written


def test_what_cannot_be_parsed_and_what_is_framed_twice_stays():
    bomb = "<i>" * 5000
    assert framed(bomb) == bomb
    twice = escape("<p style=color:red>")
    assert unescape(framed(f"<iframe srcdoc='{twice}'></iframe>")).endswith(
        '<iframe srcdoc="<p style=color:red>"></iframe></body></html>'
    )
