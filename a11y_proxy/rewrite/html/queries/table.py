"""Tells tables that mean rows and columns from tables that only place things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.queries.text import normalised, text_of
from a11y_proxy.standards.aria import NONE_ROLES, TABLE_ROLES

Kind = Literal["data", "layout", "unknown"]

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_BLOCKS = ("table", "form", "main", "nav", "h1", "h2", "h3", "ul", "ol", "marquee", "iframe")
_LONG = 200
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_MOST = 0.8


def rows_of(table: Element) -> Iterator[list[Element]]:
    """Gives the cells of each row of this table, not of tables inside it."""
    for child in table:
        rows = child if child.tag in _GROUPS else (child,)
        for row in rows:
            if row.tag == "tr":
                yield [cell for cell in row if cell.tag in {"td", "th"}]


def kind_of(table: Element) -> Kind:
    """Gives what the table is for, on evidence; "unknown" is to be left as it is."""
    role = role_of(table)
    if role in NONE_ROLES:
        return "layout"
    if table.get("role") and role in TABLE_ROLES:
        return "data"
    rows = list(rows_of(table))
    if _has_header(table, rows):
        return "data"
    ruled = (table.get("border") or "0").strip() not in {"0", "none"}
    if _holds_blocks(table, rows):
        return "unknown" if ruled else "layout"
    return "data" if ruled and _is_grid_of_words(rows) else "unknown"


def _has_header(table: Element, rows: list[list[Element]]) -> bool:
    if normalised(table.get("summary")) or any(
        child.tag in {"caption", "thead"} for child in table
    ):
        return True
    return any(
        cell.tag == "th" or cell.get("scope") or cell.get("headers") for row in rows for cell in row
    )


def _holds_blocks(table: Element, rows: list[list[Element]]) -> bool:
    if sum(map(len, rows)) == 1 or next(table.iterdescendants(*_BLOCKS), None) is not None:
        return True
    return any(role_of(cell) == "main" or _is_prose(cell) for row in rows for cell in row)


def _is_prose(cell: Element) -> bool:
    paragraphs = [child for child in cell if child.tag == "p" and len(text_of(child)) > 80]
    return len(paragraphs) > 1


def _is_grid_of_words(rows: list[list[Element]]) -> bool:
    """Most rows are alike in cells, most cells hold a few words; heads may span several."""
    if len(rows) < _FEWEST_ROWS:
        return False
    width, alike = Counter(map(len, rows)).most_common(1)[0]
    if width < _FEWEST_CELLS or alike < _MOST * len(rows):
        return False
    filled = sum(0 < len(text_of(cell)) < _LONG for row in rows for cell in row)
    return filled >= 0.6 * sum(map(len, rows)) and all(map(text_of, rows[0]))
