"""Finds links in a row with a sign between each two, as menus and lists of topics are typed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.landmark import LANDMARKS
from a11y_proxy.rewrite.html.queries.text import normalised

_SIGNS = frozenset({"|", "||", "/", "·", "•", "¦", "::", "»", "›", ">", "→"})
_PARTS = frozenset({"a", "b", "em", "font", "span", "strong"})
"""Links, and what marks the current one, which is no link."""
_FEWEST = 3
_FEWEST_LINKS = 2


def sign_behind(part: Element) -> str:
    """Gives the sign that stands alone behind an element; "" where there is none."""
    tail = part.tail
    return sign if tail and (sign := tail.strip()) in _SIGNS else ""


def link_rows(parent: Element) -> Iterator[list[Element]]:
    """Gives each row of links in the element; none where it is a list or another widget already."""
    if parent.get("role", "navigation") not in LANDMARKS:
        return
    row: list[Element] = []
    for part in parent:
        fits = part.tag in _PARTS and not part.get("role") and not part.get("aria-hidden")
        if row and not (fits and sign_behind(row[-1])):
            row = []
        if fits:
            row.append(part)
        if row and sign_behind(part) != sign_behind(row[0]):
            if _is_list(row):
                yield row
            row = []


def _is_list(row: list[Element]) -> bool:
    links = sum(1 for part in row if part.tag == "a" or next(part.iter("a"), None) is not None)
    return len(row) >= _FEWEST and links >= _FEWEST_LINKS and _is_alone(row)


def _is_alone(row: list[Element]) -> bool:
    """Says whether no sentence goes on into the row, or behind it."""
    parent, before = row[0].getparent(), row[0].getprevious()
    text = before.tail if before is not None else None if parent is None else parent.text
    return normalised(text)[-1:] in {"", ":"} and not normalised(row[-1].tail).strip(".;")
