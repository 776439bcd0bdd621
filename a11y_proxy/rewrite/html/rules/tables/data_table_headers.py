"""
Tells which cells of a data table head its columns and rows.

Without header cells a screen reader says "21", and not "For: 21": whoever is in the middle of a table
must walk back to its edge to learn what a figure means. What the author set off as heads become heads;
where heads of several levels are joined, a person should see whether each cell is under the right ones.

Before:

    <table border="1"><tr bgcolor="silver"><td>Source</td><td>Plan</td><td>Fact</td></tr><tr><td>Land</td><td>31 650,0</td><td>26 118,9</td></tr></table>

After:

    <table border="1"><tr bgcolor="silver"><th data-a11y-was="td" scope="col">Source</th><th data-a11y-was="td" scope="col">Plan</th><th data-a11y-was="td" scope="col">Fact</th></tr><tr><th data-a11y-was="td" scope="row">Land</th><td>31 650,0</td><td>26 118,9</td></tr></table>

Leaves alone:

    <table><tr><th>Day</th><th>From</th></tr><tr><td>Monday</td><td>8</td></tr></table>

    <table border="1"><tr><td>Apples</td><td>Pears</td><td>Plums</td></tr><tr><td>red</td><td>green</td><td>blue</td></tr><tr><td>sweet</td><td>soft</td><td>sour</td></tr></table>

    <table><tr><td><b>Menu</b></td><td><b>News</b></td></tr><tr><td><ul><li>a</li></ul></td><td><p>b</p></td></tr></table>

Flags:

    <table><tr><th rowspan="2">Day</th><th colspan="2">Open</th></tr><tr><th>From</th><th>To</th></tr><tr><td>Monday</td><td>8</td><td>17</td></tr></table>

See: https://www.w3.org/WAI/tutorials/tables/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, Rename, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.table import kind_of, rows_of
from a11y_proxy.rewrite.html.queries.table_head import Row, heads_of, span
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="1.3.1", selects="table")
def data_table_headers(element: Element, page: Page) -> Iterator[Edit]:
    if kind_of(element, page) != "data" or out_of_reach(element, page):
        return
    rows = list(rows_of(element))
    cells = [cell for row in rows for cell in row]
    if any(cell.get("scope") or cell.get("headers") or cell.get("role") for cell in cells):
        return
    if any(cell.tag == "th" for cell in cells):
        yield from _past_a_bare_corner(rows)
        columns = [cell for row in takewhile(_is_of_heads, rows) for cell in row]
    elif heads := heads_of(rows):
        yield from _as_heads(heads.columns, "col", "The author set the cell off as a head")
        yield from _as_heads(heads.rows, "row", "The first cell names its row")
        columns = list(heads.columns)
    else:
        return
    if len({cell.getparent() for cell in columns}) > 1 and any(map(_is_wide, columns)):
        yield Flag(element, why="The header cells stand on several levels; please check them")


def _past_a_bare_corner(rows: list[Row]) -> Iterator[Edit]:
    """A `<td>` in the corner leaves it open what the heads beside and below it head (HTML §4.9.12.2)."""
    if not rows or len(rows[0]) < 2 or rows[0][0].tag == "th" or not _is_of_heads(rows[0][1:]):
        return
    why = "It was open whether the head is that of a column or of a row"
    yield from _as_heads(rows[0][1:], "col", why)
    firsts = [row[0] for row in rows[1:] if row and row[0].tag == "th"]
    yield from _as_heads(firsts, "row", why)


def _as_heads(cells: Iterable[Element], scope: str, why: str) -> Iterator[Edit]:
    for cell in cells:
        if cell.tag != "th":
            yield Rename(cell, "th", why=why)
        yield SetAttribute(cell, "scope", scope, why=why)


def _is_of_heads(row: Row) -> bool:
    return bool(row) and all(cell.tag == "th" for cell in row)


def _is_wide(cell: Element) -> bool:
    return span(cell, "colspan") > 1
