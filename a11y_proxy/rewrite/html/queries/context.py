"""
Finds what a link such as "more" is about, where WCAG lets a reader look for it.

Its line, its card's heading, its row: what a program can determine (2.4.4, techniques H77-H80).
Words that would stand for two places name neither.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.ambiguity import LONGEST, is_ambiguous
from a11y_proxy.rewrite.html.queries.heading import outline
from a11y_proxy.rewrite.html.queries.section import heading_over
from a11y_proxy.rewrite.html.queries.text import normalised, text_of
from a11y_proxy.rewrite.html.queries.twin import address_of, link_texts

_LONGEST_WORDS = 2 * LONGEST
_LONGEST_CONTEXT = 200
_LEVELS = 4
_MOST_LINKS = 8
_MOST_CELLS = 12
_NO_CARDS = frozenset({"body", "main", "form", "nav", "header", "footer", "table", "tr"})
_DASH_BEFORE = re.compile(r"[:–—-]\s*$")
_DASH_AFTER = re.compile(r"^\s*[:–—-]\s+")
_SIGNS = " \t\n\r\u00a0:–—-•·*"


def ambiguous_words(link: Element, page: Page) -> str:
    """Gives the words of a link whose words tell nothing; "" for every other."""
    return page.ask(_ambiguous_links).get(link, "")


def _ambiguous_links(page: Page) -> dict[Element, str]:
    found: dict[Element, str] = {}
    for link, words in page.ask(link_texts).items():
        if words and len(words) <= _LONGEST_WORDS and is_ambiguous(words):
            found[link] = normalised(words)
    return found


def line_label(link: Element) -> str:
    """Gives the words that a dash or a colon ties to the link in its line; "" for none."""
    previous, parent = link.getprevious(), link.getparent()
    before = (parent.text if parent is not None else "") if previous is None else previous.tail
    if before and _DASH_BEFORE.search(before) and (words := _short(before)):
        return words
    after = link.tail or ""
    return _short(after) if _DASH_AFTER.match(after) else ""


def card_heading(link: Element, page: Page) -> str:
    """Gives the heading of the part of the page that the link ends (H80); "" for none."""
    return page.ask(_card_headings).get(link, "")


def card_title(link: Element, page: Page) -> str:
    """Gives the one heading of a card in which all links lead to the same place; "" for none."""
    headings = page.ask(_heading_set)
    for above in islice(link.iterancestors(), _LEVELS):
        if (
            above.tag in _NO_CARDS
            or len(list(islice(above.iter("a"), _MOST_LINKS + 1))) > _MOST_LINKS
        ):
            break
        inside = [heading for heading in above.iter("*") if heading in headings]
        if inside:
            places = {address_of(other, page) for other in above.iter("a")}
            return _short(text_of(inside[0])) if len(inside) == len(places) == 1 else ""
    return ""


def _heading_set(page: Page) -> frozenset[Element]:
    return frozenset(outline(page))


def row_label(link: Element) -> str:
    """Gives what the link's table row is about: its header, or its first words (H79)."""
    cell = next(link.iterancestors("td", "th"), None)
    row = None if cell is None else cell.getparent()
    if row is None or not 2 <= len(row) <= _MOST_CELLS:
        return ""
    others = [other for other in row if other is not cell and other.tag in {"td", "th"}]
    for other in sorted(others, key=lambda each: each.tag != "th"):
        if next(other.iter("a", "img", "p", "table"), None) is None:
            words = _short(text_of(other))
            if sum(map(str.isalpha, words)) > 2:
                return words
    return ""


def stands_in_prose(link: Element) -> bool:
    """Says whether the link is a word of a sentence, which tells what it is about (H78)."""
    block = link.getparent()
    if block is None:
        return False
    around = sum(len(normalised(text)) for text in (link.tail, _before(link)))
    return around > LONGEST


def _before(link: Element) -> str | None:
    previous, parent = link.getprevious(), link.getparent()
    if previous is not None:
        return previous.tail
    return None if parent is None else parent.text


def _short(text: str) -> str:
    words = normalised(text).strip(_SIGNS)
    return words if len(words) <= _LONGEST_CONTEXT and any(map(str.isalpha, words)) else ""


def _card_headings(page: Page) -> dict[Element, str]:
    found: dict[Element, str] = {}
    under: dict[Element, Element] = {}
    addresses: dict[Element, set[str]] = {}
    for link in page.ask(_ambiguous_links):
        if (heading := heading_over(link, page)) is not None:
            under[link] = heading
            addresses.setdefault(heading, set()).add(address_of(link, page))
    for link, heading in under.items():
        words = text_of(heading)
        label = words.endswith(":")  # of what follows, and of little else: "Photo:"
        if len(addresses[heading]) == 1 and len(words) <= _LONGEST_CONTEXT and not label:
            found[link] = words
    return found
