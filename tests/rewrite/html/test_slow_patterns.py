"""E09: a few letters that once held the engine up; each is read at once."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform
from a11y_proxy.server.views.widths import scaled
from a11y_proxy.stores.files import read_phrases

PHRASES = read_phrases()
PAGES = {
    "comments before an unfinished doctype": "<!---->" * 40 + "<!doctype html",
    "dashes in a prompt": f"<form><select><option>{'-' * 20_000}</select></form>",
    "dashes inside a prompt": f"<form><select><option>- a{'- ' * 20_000}b</select></form>",
    "space in a width": f"<img src=a.png alt=x width='{' ' * 20_000}x'>",
    "space in a frameset": f"<frameset cols='{' ' * 600}x'><frame src=a>",
    "space in a link": f"<a href='javascript:{'; ' * 20_000}x'>a</a>",
    "paddings": f"<div style='{'padding:' * 20_000}'><iframe src=a></iframe></div>",
    "space in a link that points": f"<a href=/>→ a{' ' * 40_000}b</a>",
    "stars": f"<p>{'* ' * 20_000}x",
    "digits of a length": f"<p style='width:{'1' * 4000}!'>x",
    "normal": f"<p style='font:{'normal ' * 20_000}'>x",
    "moves": f"<p style='position:absolute;transform:{'translate(' * 90}x{')' * 90}'>x",
}


def spent(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


@pytest.mark.parametrize("name", PAGES)
def test_no_small_page_takes_long(name: str) -> None:
    source = Source("http://t.example/", "text/html", PAGES[name].encode())
    site = Site("http://t.example")
    assert spent(lambda: transform(source, Rendition(), site, PHRASES, strict=True)) < 2


@pytest.mark.parametrize("piece", [" ", "<![CDATA[", "<?xml "])
def test_no_xhtml_takes_long(piece: str) -> None:
    body = ("<html xmlns='http://www.w3.org/1999/xhtml'>" + piece * 100_000).encode()
    source = Source("http://t.example/", "application/xhtml+xml", body)
    site = Site("http://t.example")
    assert spent(lambda: transform(source, Rendition(), site, PHRASES, strict=True)) < 2


def test_no_length_in_a_media_query_holds_up_the_server_itself() -> None:
    assert spent(lambda: scaled("1" * 20_000 + ".1.1px", 150)) < 0.5


def test_a_width_of_thousands_of_digits_is_one_of_five() -> None:
    page = f"<table width={'9' * 5000} bgcolor=red><tr><td width=100>x</table>"
    source = Source("http://t.example/", "text/html", page.encode())
    artifact = transform(source, Rendition(), Site("http://t.example"), PHRASES, strict=True)
    assert b"bgcolor" not in b"".join(artifact.parts)
