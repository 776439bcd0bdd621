"""
Makes a list of links in a row that signs part.

"Home, vertical bar, news, vertical bar": the ear hears the signs, and not how many links there are. The
row looks as before. Links in the middle of a sentence stay as they are, and two are no list.

Before:

    <div>Pages: <a href="/">Home</a> | <a href="/news">News</a> | <b>Council</b></div>

After:

    <div>Pages: <ul class="a11y-lines"><li class="a11y-lines"><a href="/">Home</a> <span aria-hidden="true">|</span></li> <li class="a11y-lines"><a href="/news">News</a> <span aria-hidden="true">|</span></li> <li class="a11y-lines"><b>Council</b></li></ul></div>

Leaves alone:

    <div><a href="/">Home</a> | <a href="/news">News</a></div>

    <p>Ask in <a href="/a">Lypky</a> / <a href="/b">Sady</a> / <a href="/c">Luky</a> for more.</p>

    <p><a href="/a">Lypky</a>, <a href="/b">Sady</a>, <a href="/c">Luky</a></p>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H48
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Wrap, WrapSiblings, WrapText
from a11y_proxy.rewrite.html.elements import around, list_part
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.lines import block_around
from a11y_proxy.rewrite.html.queries.rows import link_rows, sign_behind
from a11y_proxy.rewrite.html.rule import rule

_WHY = "The links were typed as a list"


@rule(criterion="1.3.1", selects="body, a11y-fragment")
def link_run(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body:
        return
    parted = filter(sign_behind, element.iter("a"))
    for parent in dict.fromkeys(link.getparent() for link in parted):
        block = None if parent is None else block_around(parent)
        if parent is not None and block is not None:
            for row in link_rows(parent):
                yield from _as_list(row, native=block.tag != "p")


def _as_list(row: list[Element], *, native: bool) -> Iterator[Edit]:
    items = [list_part("li", native=native) for _ in row]
    for part, item in zip(row[:-1], items, strict=False):
        sign, text = around("span", aria_hidden="true"), part.tail or ""
        start = len(text) - len(text.lstrip())
        yield WrapText(part, "tail", start, len(text.rstrip()), sign, why="The sign was read out")
        yield WrapSiblings(part, sign, item, why=_WHY)
    yield Wrap(row[-1], items[-1], why=_WHY)
    yield WrapSiblings(items[0], items[-1], list_part("ul", native=native), why=_WHY)
