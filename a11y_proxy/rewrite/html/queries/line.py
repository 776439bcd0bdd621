"""
Finds lines that look like headings: bold or large words alone in their line, over what they head.

Everything must agree: a few words that end no sentence and continue none, nothing in them to press,
a line or a block of their own, and text, a list, a table or pictures right after. Outside the page's
own content, in cells and in lists, nothing is taken for one; nor where a page is full of them.
"""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.index import TREE
from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.flow import continues, heads
from a11y_proxy.rewrite.html.queries.heading import HEADINGS
from a11y_proxy.rewrite.html.queries.hidden import HIDING, out_of_reach
from a11y_proxy.rewrite.html.queries.landmark import main_of
from a11y_proxy.rewrite.html.queries.loud import BLOCKS, LOUD, is_loud
from a11y_proxy.rewrite.html.queries.text import INLINE, normalised, text_of
from a11y_proxy.rewrite.html.queries.weight import weights
from a11y_proxy.rewrite.html.queries.wholetext import text_in

_FENCES = frozenset({
    "a", "aside", "blockquote", "button", "caption", "dd", "details", "dl", "dt", "fieldset",
    "figcaption", "footer", "form", "header", "label", "li", "nav", "ol", "pre", "select", "td",
    "th", "ul", *HEADINGS,
})  # fmt: skip
"""In these a loud line is something else: a label, a caption, an item, a cell."""

_PRESSED = ("a", "audio", "button", "embed", "hr", "iframe", "img", "input", "object", "select",
            "svg", "table", "textarea", "video")  # fmt: skip
_BESIDE = frozenset({"audio", "button", "img", "input", "object", "picture", "svg", "video"})
_LONGEST = 140
_LEAST_LETTERS = 3
_LETTERS_FOR_EACH = 120
_FEW = 3
_DATE = re.compile(r"[\d\s.:/,№-]+(?:[а-яіїєґ]+\s+\d{4}(?:\s+р\w*\.?)?)?", re.IGNORECASE)
_COLUMNS = re.compile(r"[\xa0 ]{5,}")
_ENDS_NO_HEADING = (".", ",", ";", "…")


def loud_lines(page: Page) -> tuple[Element, ...]:
    """Gives the elements that hold such a line each, in document order."""
    return page.ask(_loud_lines)


def is_line(element: Element, page: Page) -> bool:
    """Says whether the element's words could be a heading's, whatever they look like."""
    words = text_of(element)
    return (
        len(words) <= _LONGEST
        and sum(map(str.isalpha, words)) >= max(_LEAST_LETTERS, sum(map(str.isdigit, words)))
        and not words[0].islower()
        and not words.endswith(_ENDS_NO_HEADING)
        and not is_date(words)
        and not element.get("role")
        and next(element.iter(*_PRESSED, *HEADINGS), None) is None
        and not _COLUMNS.search(text_in(element))
        and not out_of_reach(element, page)
    )


def is_date(words: str) -> bool:
    """Says whether the words are a date, a number or signs only."""
    return bool(_DATE.fullmatch(words))


@reads(TREE, "class", "role", "size", *HIDING)
def _loud_lines(page: Page) -> tuple[Element, ...]:
    content = main_of(page)
    region = page.body if content is None else content
    if region is None:
        return ()
    found: dict[Element, None] = {}
    for seed in region.iter(*LOUD, *BLOCKS):
        line = _alone(seed, region) if is_loud(seed) else None
        if line is None or line in found or not is_line(line, page):
            continue
        if heads(line, region) and not continues(line):
            found[line] = None
    if len(found) > _FEW and page.ask(weights).of(region) < _LETTERS_FOR_EACH * len(found):
        return ()
    return tuple(found)


def _alone(seed: Element, region: Element) -> Element | None:
    """Gives the outermost element with no other words; None where others share the line."""
    here = seed
    while (parent := here.getparent()) is not None and here is not region:
        if here.tag in BLOCKS:
            break
        if not _is_all_of(here, parent):
            if not (_begins_line(here) and _ends_line(here)):
                return None
            break
        if parent is region or not (parent.tag in INLINE or parent.tag in BLOCKS):
            break
        here = parent
    around = here.getparent()
    while around is not None and around is not region:
        if around.tag in _FENCES:
            return None
        around = around.getparent()
    return None if here is region or here.tag in _FENCES else here


def _is_all_of(element: Element, parent: Element) -> bool:
    if normalised(parent.text):
        return False
    return all(
        not normalised(child.tail)
        and (child is element or child.tag == "br" or not isinstance(child.tag, str))
        for child in parent
    )


def _begins_line(element: Element) -> bool:
    for before in element.itersiblings(preceding=True):
        if normalised(before.tail):
            return False
        if isinstance(before.tag, str) and before.tag not in INLINE:
            return before.tag not in _BESIDE
        if isinstance(before.tag, str) and text_of(before):
            return False
    parent = element.getparent()
    return parent is not None and parent.tag not in INLINE and not normalised(parent.text)


def _ends_line(element: Element) -> bool:
    if normalised(element.tail):
        return False
    after = next((each for each in element.itersiblings() if isinstance(each.tag, str)), None)
    return after is None or after.tag not in INLINE
