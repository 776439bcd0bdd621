"""Styles met again: remembered, and yet each page's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from a11y_proxy.core.artifact import Marker, Slot
from a11y_proxy.core.site import Site
from a11y_proxy.core.urlmap import UrlMap
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_sheet, rewrite_style
from a11y_proxy.rewrite.html import styles
from a11y_proxy.rewrite.html.styles import rewritten

SHEET = """
@media (max-width: 768px) { a { color: red; background-image: url(https://town.example/a.png) } }
"""


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    styles.forget()
    yield
    styles.forget()


def context(origin: str = "https://town.example", digit: str = "0") -> SheetContext:
    urls = UrlMap(Site(origin), f"{origin}/news/")
    return SheetContext(map_url=urls.map, mark=Marker(digit * 32))


@pytest.mark.parametrize("origin", ["https://town.example", "https://other.example"])
@pytest.mark.parametrize("digit", "01")
def test_what_is_remembered_is_what_would_be_written_anew(origin: str, digit: str) -> None:
    here = context(origin, digit)
    rewritten(rewrite_sheet, SHEET, context())
    assert rewritten(rewrite_sheet, SHEET, here) == rewrite_sheet(SHEET, here)


def test_each_page_gets_its_own_slots() -> None:
    for digit in "01":
        here = context(digit=digit)
        text = rewritten(rewrite_sheet, SHEET, here) or ""
        assert here.mark.cut(text.encode())[1] == (Slot("width", "768px"),)


def test_a_style_is_rewritten_once() -> None:
    asked = []

    def rewrite(text: str, here: SheetContext) -> str:
        asked.append(text)
        return rewrite_style(text, here)

    for digit in "01":
        rewritten(rewrite, "color: red", context(digit=digit))
    assert asked == ["color: red"]


def test_drawings_keep_their_colours_where_the_same_style_lost_them() -> None:
    plain = context()
    drawing = SheetContext(plain.map_url, plain.mark, drawing=True)
    assert "fill:red" not in (rewritten(rewrite_style, "fill:red", plain) or "fill:red")
    assert "fill:red" in (rewritten(rewrite_style, "fill:red", drawing) or "")


def test_what_cannot_be_parsed_stays_so() -> None:
    deep = "a" + "(" * 200
    assert [rewritten(rewrite_style, deep, context()) for _ in "12"] == [None, None]


def test_a_style_with_imports_is_signed_anew_with_another_key() -> None:
    text = '@import "https://cdn.example/a.css"; @font-face { src: url(//cdn.example/a.woff) }'

    def signed(key: bytes) -> SheetContext:
        urls = UrlMap(Site("https://town.example", host_key=key), "https://town.example/")
        return SheetContext(urls.map, Marker("0" * 32), map_sheet=urls.map_sheet)

    for key in (b"one", b"two"):
        written = rewritten(rewrite_sheet, text, signed(key))
        assert written == rewrite_sheet(text, signed(key))
