"""Tells tables that mean rows and columns from tables that only place things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.index import TREE
from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.hidden import HIDING
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.queries.table_head import Heads, Row, below_title, heads_of
from a11y_proxy.rewrite.html.queries.text import normalised, text_of
from a11y_proxy.standards.aria import NONE_ROLES, TABLE_ROLES

Kind = Literal["data", "layout", "unknown"]

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_BLOCKS = ("table", "form", "main", "nav", "h1", "h2", "h3", "ul", "ol", "marquee", "iframe")
_LONG = 200
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_MOST = 0.8


def rows_of(table: Element) -> Iterator[Row]:
    """Gives the cells of each row of this table, not of tables inside it."""
    for child in table:
        rows = child if child.tag in _GROUPS else (child,)
        for row in rows:
            if row.tag == "tr":
                yield [cell for cell in row if cell.tag in {"td", "th"}]


def kind_of(table: Element, page: Page) -> Kind:
    """Gives what the table is for, on evidence; "unknown" is to be left as it is."""
    return page.ask(_kinds)[table]


@reads(
    TREE,
    "bgcolor",
    "border",
    "class",
    "colspan",
    "headers",
    "role",
    "rowspan",
    "scope",
    "summary",
    *HIDING,
)
def _kinds(page: Page) -> dict[Element, Kind]:
    return {table: _kind(table) for table in page.root.iter("table")}


def _kind(table: Element) -> Kind:
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
    if _is_grid_of_words(below_title(rows), heads_of(rows), ruled=ruled):
        return "data"
    only_places = len(rows) == 1 or _holds_fields(table) or _shows_pictures(rows)
    return "layout" if only_places and not ruled else "unknown"


def _holds_fields(table: Element) -> bool:
    return next(table.iterdescendants("input", "select", "textarea"), None) is not None


def _shows_pictures(rows: list[Row]) -> bool:
    cells = [cell for row in rows for cell in row]
    pictures = sum(next(cell.iter("img"), None) is not None for cell in cells)
    return 2 * pictures > len(cells) and not any(map(text_of, cells))


def _has_header(table: Element, rows: list[Row]) -> bool:
    if normalised(table.get("summary")) or any(
        child.tag in {"caption", "thead"} for child in table
    ):
        return True
    return any(
        cell.tag == "th" or cell.get("scope") or cell.get("headers") for row in rows for cell in row
    )


def _holds_blocks(table: Element, rows: list[Row]) -> bool:
    if sum(map(len, rows)) == 1 or next(table.iterdescendants(*_BLOCKS), None) is not None:
        return True
    cells = [cell for row in rows for cell in row]
    if any(cell.get("role") and role_of(cell) == "main" for cell in cells):
        return True
    return next(table.iterdescendants("p"), None) is not None and any(map(_is_prose, cells))


def _is_prose(cell: Element) -> bool:
    paragraphs = [child for child in cell if child.tag == "p" and len(text_of(child)) > 80]
    return len(paragraphs) > 1


def _is_grid_of_words(rows: list[Row], heads: Heads | None, *, ruled: bool) -> bool:
    """
    Lines or heads are evidence, where most cells hold a few words and most rows are alike in cells.

    Heads may span several; words over figures in ruled columns need no more.
    """
    if heads is not None and ruled:
        return True
    set_off = heads is not None and heads.set_off
    if not (ruled or set_off) or len(rows) < _FEWEST_ROWS:
        return False
    width, alike = Counter(map(len, rows)).most_common(1)[0]
    fewest, most = (2, 0.6) if set_off else (_FEWEST_CELLS, _MOST)
    if width < fewest or alike < most * len(rows):
        return False
    filled = sum(0 < len(text_of(cell)) < _LONG for row in rows for cell in row)
    return filled >= 0.6 * sum(map(len, rows)) and all(map(text_of, rows[0][1:]))
