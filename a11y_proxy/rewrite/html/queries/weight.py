"""Weighs what a page's regions hold, in one pass over the page: letters, and letters in links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.elements import OURS
from a11y_proxy.rewrite.html.index import AUTHORS
from a11y_proxy.rewrite.html.page import Page, reads

_SILENT = (
    "script", "style", "noscript", "template", "title", "textarea", "select",
    etree.Comment, etree.ProcessingInstruction,
)  # fmt: skip


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
    if page.body is None:
        return Weights(letters, linked)
    silent = {*page.body.iter(*_SILENT), *page.index.having(OURS)}
    anchors = set(page.body.iter("a"))
    for element in reversed(tuple(page.body.iter())):  # children before their parents
        if element in silent:
            inside = 0
            letters.pop(element, None)
            linked.pop(element, None)
        else:
            inside = letters.get(element, 0)
            if text := element.text:
                inside += len(text.strip())
                letters[element] = inside
        links = inside if element in anchors else linked.get(element, 0)
        if tail := element.tail:
            inside += len(tail.strip())
        if inside and (parent := element.getparent()) is not None:
            letters[parent] = letters.get(parent, 0) + inside
            if links:
                linked[parent] = linked.get(parent, 0) + links
    return Weights(letters, linked)
