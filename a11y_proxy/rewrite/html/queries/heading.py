"""Finds the heading that something on the page stands under."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.text import text_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def heading_before(element: Element) -> str:
    """Gives the words of the nearest heading before the element; "" where there is none."""
    for before in _backwards(element):
        for heading in reversed(list(before.iter(*HEADINGS))):
            if words := text_of(heading):
                return words
    return ""


def _backwards(element: Element) -> Iterator[Element]:
    here: Element | None = element
    while here is not None:
        yield from here.itersiblings(preceding=True)
        here = here.getparent()
