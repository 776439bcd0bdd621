"""
Completes links that say "more" with what more is about.

A screen reader lists the links of a page, and somebody who sees a few words at a time sees only
these: nine times "more". The page says elsewhere what each is about: the title of the link, the
headline that leads to the same place, the heading of its card, its row. Those words follow the visible
ones, heard and not seen, as text: a translation, a copy and a search find them.

Before:

    <article><h3>The bridge is open</h3><p>Since Monday.</p><a href="/15">Read more</a></article>

After:

    <article><h3>The bridge is open</h3><p>Since Monday.</p><a href="/15">Read more<span class="a11y-hidden" data-a11y-ui="">: The bridge is open</span></a></article>

Leaves alone:

    <h3>The bridge is open</h3><a href="/15">More about the bridge</a>

    <p>The bridge has been open since Monday; the plan of the works is <a href="/15">here</a>.</p>

    <a href="/15" aria-labelledby="x">More</a><p hidden>Read <a href="/15">more</a></p>

    <a>More</a>

Flags:

    <h2>News</h2><p><a href="/14">More</a></p><p><a href="/15">More</a></p>

See: https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-link-only
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, Insert, SetAttribute
from a11y_proxy.rewrite.html.elements import ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.ambiguity import is_ambiguous
from a11y_proxy.rewrite.html.queries.context import (
    ambiguous_words,
    card_heading,
    card_title,
    line_label,
    row_label,
    stands_in_prose,
)
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.rewrite.html.queries.twin import words_beside, words_elsewhere
from a11y_proxy.rewrite.html.rule import rule

_LEVELS = 6
_MENUS = frozenset({"navigation", "menu", "menubar", "listbox"})
_NUMBERS = re.compile(r"\b(?:pagination|pager|paging|page-?nav)", re.IGNORECASE)
_CONTACTS = ("mailto:", "tel:")


@rule(criterion="2.4.9", selects="a[href]")
def ambiguous_link(element: Element, page: Page) -> Iterator[Edit]:
    words = ambiguous_words(element, page)
    if not words or element.get("aria-labelledby") or out_of_reach(element, page):
        return
    if _is_explained_by_its_place(element):
        return
    label = element.get("aria-label")
    if label and not is_ambiguous(label):
        return
    context = next(_contexts(element, page), None)
    if context is None:
        if not stands_in_prose(element):
            yield Flag(
                element, why="The link says only “more” or the like, and nothing says of what"
            )
        return
    about, why = context
    if label:
        yield SetAttribute(element, "aria-label", f"{label}: {about}", why=why)
    yield Insert(element, ours("span", f": {about}", class_="a11y-hidden"), "last", why=why)


def _is_explained_by_its_place(link: Element) -> bool:
    """Whether a menu, a row of page numbers or its own role says what the link is for."""
    if link.get("role") or link.get("aria-haspopup") or link.get("rel") in {"next", "prev"}:
        return True
    return any(
        above.tag == "nav"
        or above.get("role") in _MENUS
        or _NUMBERS.search(above.get("class") or "")
        for above in islice(link.iterancestors(), _LEVELS)
    )


def _contexts(link: Element, page: Page) -> Iterator[tuple[str, str]]:
    title = _rest_of_title(link, page)
    if title and not is_ambiguous(title):
        yield title, "The title of the link says what it is about"
    href = (link.get("href") or "").strip()
    if href.lower().startswith(_CONTACTS):
        yield _address(href), "The address that the link opens is a fact"
    # an arrow may well lead out of the line, the part or the row that it ends
    worded = any(map(str.isalpha, ambiguous_words(link, page)))
    if worded and (words := line_label(link)):
        yield words, "The words in its line say what the link is about"
    if words := words_beside(link, page):
        yield words, "A link beside it to the same place says what it is about"
    if worded and (words := card_heading(link, page) or card_title(link, page)):
        yield words, "The heading over the link says what it is about"
    if worded and (words := row_label(link)):
        yield words, "The row of the table says what the link is about"
    if words := words_elsewhere(link, page):
        yield words, "Another link to the same place says what it is about"


def _rest_of_title(link: Element, page: Page) -> str:
    title, words = normalised(link.get("title")), ambiguous_words(link, page)
    again = title.lower().startswith(words.lower())
    return title[len(words) :].strip(" .:–—-") if again else title


def _address(href: str) -> str:
    return normalised(unquote(href.partition(":")[2].partition("?")[0]))
