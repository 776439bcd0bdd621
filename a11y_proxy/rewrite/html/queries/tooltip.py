"""Finds the title that a script has taken away, to draw a tooltip of its own."""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.text import normalised

# Where the scripts of Bootstrap and its kin put it; the words stay the author's.
_MOVED_TITLES = ("data-original-title", "data-bs-original-title", "data-title", "data-tooltip")


def moved_title(element: Element, page: Page) -> str:
    """Gives the title that the element, or something in it, once had; "" for none."""
    if not any(map(page.index.having, _MOVED_TITLES)):
        return ""
    for part in element.iter():
        for name in _MOVED_TITLES:
            if words := normalised(part.get(name)):
                return words
    return ""
