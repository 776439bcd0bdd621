"""
Finds the blocks that a page is built of, and knows them again on another page.

A block is known by its letters: a menu keeps them when another of its entries is marked as the current
one, and a header when its date or its counter moves on. Must be asked of the page as it came.
"""

from __future__ import annotations

from zlib import crc32

from lxml import etree
from lxml.etree import _Element as Element

from a11y_proxy.core.known import Digest
from a11y_proxy.rewrite.html.page import Page

_BLOCKS = frozenset({
    "article", "aside", "center", "div", "dl", "footer", "form", "header", "main", "nav", "ol",
    "section", "table", "td", "ul",
})  # fmt: skip
_AROUND_CELLS = frozenset({"tbody", "tr"})

_DEEPEST = 4
"""How many times a page is parted into blocks: the page, its columns, what stands in them, its parts."""

_MOST = 64
"""Blocks of one page. Headers, menus and footers are among the outermost, which come first."""

_NO_LETTERS = bytes(range(0x41))
"""Controls, spaces, digits and most punctuation, in ASCII."""
_FEWEST = 8
"""Bytes of letters; fewer may stand anywhere by chance."""


def blocks(page: Page) -> dict[Element, Digest]:
    """Gives the digest of each block that has words, the outermost first; none for a fragment."""
    found: dict[Element, Digest] = {}
    level = [] if page.fragment or page.body is None else [page.body]
    for _ in range(_DEEPEST):
        level = [part for block in level for part in _parts(block)][: _MOST - len(found)]
        for block in level:
            letters = _letters(block)
            if len(letters) >= _FEWEST:
                found[block] = crc32(letters)
    return found


def _parts(block: Element) -> list[Element]:
    """Gives the blocks directly inside; a block that only wraps another one is no step."""
    inside = _inside(block)
    while len(inside) == 1:
        inside = _inside(inside[0])
    return inside


def _inside(block: Element) -> list[Element]:
    found = []
    for child in block if len(block) else ():  # an iterator over nothing is dear in lxml
        tag = child.tag
        if tag in _BLOCKS:
            found.append(child)
        elif tag in _AROUND_CELLS:
            found += _inside(child)
    return found


def _letters(block: Element) -> bytes:
    text: bytes = etree.tostring(block, method="text", encoding="utf-8", with_tail=False)
    return text.translate(None, _NO_LETTERS)
