"""Says what is dressed as a heading: bold, large, or of a class by which sites style titles."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.text import text_of

HEADLINE_CLASSES = frozenset({
    "title", "page-title", "page_title", "pagetitle", "page-header", "page-heading", "entry-title",
    "post-title", "news-title", "news_title", "newstitle", "article-title", "content-title",
    "contentheading", "componentheading", "headline", "heading", "zagolovok", "caption-title",
})  # fmt: skip
"""Classes by which sites style what they mean as a heading."""

LOUD = ("b", "strong", "big", "font")
BLOCKS = frozenset({"p", "div", "center"})
"""What may be dressed so."""

_LARGE = re.compile(r"\s*(?:[4-7]|\+[1-4])\s*")


def is_loud(element: Element) -> bool:
    """Says whether one of `LOUD` or `BLOCKS` is dressed so itself."""
    if element.tag == "font":
        return bool(_LARGE.fullmatch(element.get("size") or ""))
    return element.tag not in BLOCKS or is_titled(element)


def is_titled(element: Element) -> bool:
    """Says whether a class of the element calls it a title."""
    classes = element.get("class")
    return classes is not None and not HEADLINE_CLASSES.isdisjoint(classes.lower().split())


def is_all_loud(block: Element) -> bool:
    """Says whether all the words of a block are bold or large."""
    words = text_of(block)
    return bool(words) and any(
        is_loud(part) and text_of(part) == words for part in block.iter(*LOUD)
    )
