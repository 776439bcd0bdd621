"""
Keeps silent the arrows and bullets at the ends of a link's words.

"More, right-pointing double angle quotation mark": the sign is there to be seen. A link of a sign only keeps
it, and so does a sign that may mean something, such as a star or an arrow up or down.

Before:

    <a href="/news">All news »</a> <a href="/rada">► Council</a> <a href="/2">Next &gt;&gt;</a>

After:

    <a href="/news">All news <span aria-hidden="true">»</span></a> <a href="/rada"><span aria-hidden="true">►</span> Council</a> <a href="/2">Next <span aria-hidden="true">&gt;&gt;</span></a>

Leaves alone:

    <a href="/2">»</a> <a href="/a">Hotel ★★★</a> <a href="/b">5 &gt; 3</a> <a href="/c">School «Sun»</a>

    <a href="/d">Kyiv → Lviv</a> <a href="/e">Prices ↑</a> <a href="/f">a-&gt;b</a>

    <p>All news » and more</p> <a href="/g">«Sun» and «Rain»</a>

See: https://www.w3.org/WAI/WCAG22/Techniques/failures/F26
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, TextOf, WrapText
from a11y_proxy.rewrite.html.elements import OURS, around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rule import rule

_DRAWN = "►▶▸▹▻◄◀◂◅❯❮➤➜➔→←⇒⇐•▪■□●○◆◇"
_TYPED = "»«›‹>"
"""Quotation marks, too: a sign where a space parts it from the words, and its twin is not among them."""

_ENDS = frozenset(_DRAWN + _TYPED)
_ROW = re.compile(
    rf"\s*(?P<first>[{_DRAWN}]+(?=\s*\w)|[{_TYPED}]+(?=\s+\w))?"
    rf".*?(?P<last>(?<=\w)[{_DRAWN}]+|(?<=\s)[{_DRAWN}{_TYPED}]+)?",
    re.DOTALL,
)


@rule(criterion="1.3.1", selects="body, a11y-fragment")
def silent_arrow(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body:
        return
    for link in element.iter("a"):
        text = link.text or ""
        # what a rule put behind the words begins behind the sign
        parts = [part for part in link if part.get(OURS) is None] if len(link) else []
        if parts:
            if _ends_in_sign(tail := parts[-1].tail or ""):
                yield from _silenced(parts[-1], "tail", tail, "last")
            if _ends_in_sign(text):
                yield from _silenced(link, "text", text, "first")
        elif _ends_in_sign(text):
            yield from _silenced(link, "text", text, "last", "first")


def _ends_in_sign(text: str) -> bool:
    words = text.strip()
    return bool(words) and (words[0] in _ENDS or words[-1] in _ENDS)


def _silenced(place: Element, which: TextOf, text: str, *ends: str) -> Iterator[Edit]:
    if ("«" in text and "»" in text) or not any(map(str.isalpha, text)):
        return
    found = _ROW.fullmatch(text.rstrip())
    for end in ends:
        if found is not None and found[end]:
            silent = around("span", aria_hidden="true")
            yield WrapText(place, which, *found.span(end), silent, why="The sign was read out")
