"""
Gives a page whose title tells nothing of it the words of its own heading.

The title is the first thing that a screen reader says of a page, and the name of its tab and its bookmark.
Where all pages of a site have one title, or a section's, nobody can tell two tabs apart: the page's
heading comes before it, and the author's words stay.

Before:

    <head><title></title></head><body><h1>Documents of the council</h1></body>

After:

    <head><title data-a11y-ui="">Documents of the council</title></head><body><h1>Documents of the council</h1></body>

Leaves alone:

    <head><title>Kakhovka</title></head><body><h1>Documents of the council</h1></body>

    <head><title>News</title></head><body><h1>News</h1></body>

    <head><title>Map</title></head><body><svg><title></title></svg></body>

Flags:

    <head></head><body><p>No title and no heading.</p></body>

See: https://www.w3.org/WAI/WCAG22/Understanding/page-titled
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, Insert, Remove
from a11y_proxy.rewrite.html.elements import ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.headline import headline
from a11y_proxy.rewrite.html.queries.sitename import is_at_home, site_names
from a11y_proxy.rewrite.html.queries.text import normalised, text_of
from a11y_proxy.rewrite.html.rule import rule

# What editors and templates write when nobody did (failure F25 of WCAG 2.4.2).
_PLACEHOLDERS = frozenset({
    "", "untitled", "untitled document", "untitled page", "no title", "new page 1", "document",
    "без назви", "без названия", "новая страница 1", "документ без назви", "безымянный документ",
})  # fmt: skip
_FILE = re.compile(r"microsoft word - .*|\S+\.(?:docx?|html?|odt|pdf|php|rtf|txt)", re.IGNORECASE)

# What a whole section of a site is called, and a page of it should not be.
_SECTIONS = frozenset({
    "article", "documents", "home", "home page", "main", "material", "news", "page", "post",
    "головна", "головна сторінка", "документи", "матеріал", "новини", "оголошення", "публікація",
    "сторінка", "стаття", "главная", "главная страница", "документы", "новости", "объявления",
    "статья", "страница",
})  # fmt: skip


@rule(criterion="2.4.2", selects="head")
def document_title(element: Element, page: Page) -> Iterator[Edit]:
    titles = [child for child in element if child.tag == "title"]
    written = normalised(titles[0].text) if titles else ""
    if not _is_placeholder(written):
        words = _own_words(written, page)
        why = "The title was that of other pages, too; the page's heading tells them apart"
    else:
        words = next(_honest_sources(page, titles[1:]), "")
        why = "The page had no title; its own heading gives one"
        if not words:
            yield Flag(element, why="The page has no title, and no heading to take one from")
    if words:
        yield Insert(element, ours("title", words), "last", why=why)
        for title in titles:
            yield Remove(title, why=why)


def _is_placeholder(words: str) -> bool:
    return words.lower() in _PLACEHOLDERS or bool(_FILE.fullmatch(words))


def _own_words(written: str, page: Page) -> str:
    """Gives heading and title for a title that cannot be this page's own; "" for all others."""
    if is_at_home(page):
        return ""
    shared = written.lower() in _SECTIONS or written.lower() in site_names(written, page)
    heading = headline(page) if shared else None
    words = "" if heading is None else text_of(heading)
    return "" if not words or words.lower() in written.lower() else f"{words} – {written}"


def _honest_sources(page: Page, more_titles: list[Element]) -> Iterator[str]:
    heading = headline(page)
    first = [] if heading is None else [heading]
    for element in (*more_titles, *first, *page.root.iter("h1")):
        words = normalised(element.text) if element.tag == "title" else text_of(element)
        if not _is_placeholder(words):
            yield words
    for meta in page.root.iter("meta"):
        if meta.get("property") == "og:title" and (words := normalised(meta.get("content"))):
            yield words
