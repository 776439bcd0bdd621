"""Weighs what a page's regions hold, in one pass over the page: letters, and letters in links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.elements import OURS
from a11y_proxy.rewrite.html.index import AUTHORS
from a11y_proxy.rewrite.html.page import Page, reads

_SILENT = frozenset({"script", "style", "noscript", "template", "title", "textarea", "select"})


@dataclass(frozen=True, slots=True)
class Weights:
    """Letters of the site's rendered text in each element; `linked` are those in links."""

    letters: Mapping[Element, int]
    linked: Mapping[Element, int]

    def of(self, element: Element) -> int:
        """Gives the letters of all text in the element."""
        return self.letters.get(element, 0)

    def prose(self, element: Element) -> int:
        """Gives the letters outside links."""
        return self.letters.get(element, 0) - self.linked.get(element, 0)


@reads(AUTHORS)
def weights(page: Page) -> Weights:
    """Gives the weights of all elements in the page's body."""
    letters: dict[Element, int] = {}
    linked: dict[Element, int] = {}
    elements = () if page.body is None else tuple(page.body.iter())
    ours = set(page.index.having(OURS))
    for element in reversed(elements):  # children before their parents
        tag = element.tag
        if tag in _SILENT or not isinstance(tag, str) or element in ours:
            inside = 0
            letters.pop(element, None)
            linked.pop(element, None)
        else:
            inside = letters.get(element, 0)
            if text := element.text:
                inside += len(text.strip())
                letters[element] = inside
        links = inside if tag == "a" else linked.get(element, 0)
        if tail := element.tail:
            inside += len(tail.strip())
        if inside and (parent := element.getparent()) is not None:
            letters[parent] = letters.get(parent, 0) + inside
            if links:
                linked[parent] = linked.get(parent, 0) + links
    return Weights(letters, linked)
