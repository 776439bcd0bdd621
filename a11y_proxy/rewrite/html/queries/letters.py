"""
The texts of a page as one string of letter classes, so that a question about letters costs one search.

Each character becomes a byte: "C" a Cyrillic letter, "L" a Latin one, " " a space, "-" a soft hyphen, "?" a
question mark or what the coding does not know, as characters without width, "." anything else.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import TextOf
from a11y_proxy.rewrite.html.elements import OURS
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import UNRENDERED
from a11y_proxy.rewrite.html.queries.wholetext import (
    has_cyrillic,
    texts_in,
    whole_octets,
    whole_text,
)

_EXACT = frozenset(
    {"code", "iframe", "kbd", "listing", "math", "pre", "samp", "svg", "textarea", "var", "xmp"}
)
"""Elements whose letters mean themselves."""

_CODING = "cp1251"
_KEPT = {"\u00ad": "-", "?": "?"}


def _class_of(code: int) -> int:
    letter = bytes((code,)).decode(_CODING, "replace")
    if letter in _KEPT:
        return ord(_KEPT[letter])
    if letter.isspace():
        return ord(" ")
    if not letter.isalpha():
        return ord(".")
    return ord("L" if letter.isascii() else "C")


_CLASSES = bytes(map(_class_of, range(256)))


_FREQUENT = "оаиіеОАИІЕ"
"""No text in Cyrillic is without all of these; to look for one letter costs next to nothing."""

_QUESTIONABLE = (b"C C C C", b"CL", b"LC", b"C-", b"C?C", b"C??C")


@dataclass(frozen=True, slots=True)
class Letters:
    """The classes of all texts one after the other, and where each text begins and hangs."""

    classes: bytes
    starts: list[int]
    places: list[tuple[Element, TextOf]]

    def holding(self, pattern: re.Pattern[bytes]) -> Iterator[tuple[Element, TextOf, str]]:
        """Gives each text in which the pattern is found."""
        last = -1
        for found in pattern.finditer(self.classes):
            place = bisect(self.starts, found.start()) - 1
            if place != last:
                element, which = self.places[place]
                yield element, which, (element.text if which == "text" else element.tail) or ""
            last = place


def letters(page: Page) -> Letters:
    """
    Gives the letters of the page's body, without code and what nobody reads.

    There are none of a page whose letters raise no question: a search without a walk tells.
    """
    found = Letters(b"", [], [])
    if page.body is None or not _raises_questions(page.body, page):
        return found
    exact = {inside for outer in exact_elements(page) for inside in outer.iter()}
    written: list[str] = []
    length = 0
    for element, which, text in texts(page.body, exact):
        written.append(text)
        found.starts.append(length)
        found.places.append((element, which))
        length += len(text) + 1
    return replace(found, classes=_classes("\0".join(written)))


def _raises_questions(body: Element, page: Page) -> bool:
    # quickly, with words run together where elements meet; then, if that raises any, with each text alone
    if not has_cyrillic(page.ask(whole_octets)):
        return False
    return _is_questionable(page.ask(whole_text)) and _is_questionable("\0".join(texts_in(body)))


def _is_questionable(text: str) -> bool:
    if not any(letter in text for letter in _FREQUENT):
        return False
    classes = _classes(text)
    return any(sign in classes for sign in _QUESTIONABLE)


def _classes(text: str) -> bytes:
    return text.encode(_CODING, "replace").translate(_CLASSES)


def texts(body: Element, exact: set[Element]) -> Iterator[tuple[Element, TextOf, str]]:
    """Gives each text in order, with the element on which it hangs; not those inside `exact`."""
    for element in body.iter():
        kept = isinstance(element.tag, str) and element.tag not in UNRENDERED
        if kept and element not in exact and (text := element.text):
            yield element, "text", text
        if element is not body and (text := element.tail) and element.getparent() not in exact:
            yield element, "tail", text


def exact_elements(page: Page) -> Iterator[Element]:
    """Gives the elements whose letters mean themselves, or are ours."""
    yield from page.root.iter(*_EXACT)
    yield from page.index.having(OURS)
    for element in page.index.having("translate"):
        if (element.get("translate") or "").strip().lower() == "no":
            yield element
