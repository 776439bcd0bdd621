"""
Gives a page without a title the words of its own heading.

The title is the first thing that a screen reader says of a page, and the name of its tab.

Before:

    <head><title></title></head><body><h1>Documents of the council</h1></body>

After:

    <head><title data-a11y-ui="">Documents of the council</title></head><body><h1>Documents of the council</h1></body>

Leaves alone:

    <head><title>Kakhovka</title></head><body><h1>Documents of the council</h1></body>

    <head><title>Map</title></head><body><svg><title></title></svg></body>

Flags:

    <head></head><body><p>No title and no heading.</p></body>

See: https://www.w3.org/WAI/WCAG22/Understanding/page-titled
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, Insert, Remove
from a11y_proxy.rewrite.html.elements import ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.text import normalised, text_of
from a11y_proxy.rewrite.html.rule import rule

# What editors and templates write when nobody did (failure F25 of WCAG 2.4.2).
_PLACEHOLDERS = frozenset({
    "", "untitled", "untitled document", "untitled page", "no title", "new page 1", "document",
    "без назви", "без названия", "новая страница 1", "документ без назви", "безымянный документ",
})  # fmt: skip


@rule(criterion="2.4.2", selects="head")
def document_title(element: Element, page: Page) -> Iterator[Edit]:
    titles = [child for child in element if child.tag == "title"]
    if titles and normalised(titles[0].text).lower() not in _PLACEHOLDERS:
        return
    words = next(_honest_sources(page, titles[1:]), None)
    if words is None:
        yield Flag(element, why="The page has no title, and no heading to take one from")
        return
    why = "The page had no title; its own heading gives one"
    yield Insert(element, ours("title", words), "last", why=why)
    for title in titles:
        yield Remove(title, why=why)


def _honest_sources(page: Page, more_titles: list[Element]) -> Iterator[str]:
    for element in (*more_titles, *page.root.iter("h1")):
        words = normalised(element.text) if element.tag == "title" else text_of(element)
        if words.lower() not in _PLACEHOLDERS:
            yield words
    for meta in page.root.iter("meta"):
        if meta.get("property") == "og:title" and (words := normalised(meta.get("content"))):
            yield words
