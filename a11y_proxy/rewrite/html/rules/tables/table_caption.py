"""
Names a data table by the title that stands right above its cells.

A screen reader lists the tables of a page by name; "table with five columns" five times over tells
nobody which is which. The words stay where they are, the table only refers to them.

Before:

    <p align="center"><b>EXPENSES</b><br>thousand hryvnias</p><table><tr><th>What</th><th>How much</th></tr></table>

After:

    <p align="center" id="a11y-1"><b>EXPENSES</b><br>thousand hryvnias</p><table aria-labelledby="a11y-1"><tr><th>What</th><th>How much</th></tr></table>

Leaves alone:

    <p><b>Hours</b></p><table><caption>When we are open</caption><tr><th>Day</th><th>From</th></tr></table>

    <p>We are open every day, <b>but</b> not at night.</p><table><tr><th>Day</th><th>From</th></tr></table>

    <p><b>News</b></p><table width="100%"><tr><td>Menu</td><td>Text</td></tr></table>

See: https://www.w3.org/WAI/tutorials/tables/caption-summary/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import HEADINGS
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach, unheard
from a11y_proxy.rewrite.html.queries.identity import identity_of
from a11y_proxy.rewrite.html.queries.table import kind_of, rows_of
from a11y_proxy.rewrite.html.queries.text import normalised, text_of
from a11y_proxy.rewrite.html.queries.wholetext import text_in
from a11y_proxy.rewrite.html.rule import rule

_NAMES = ("aria-label", "aria-labelledby", "title", "role")
_BLOCKS = frozenset({"p", "div", "center"})
_BOLD = frozenset({"b", "strong"})
_NUMBERED = re.compile(r"(?:Таблиця|Таблица|Table|Табл\.)\s+\d", re.IGNORECASE)
_COLUMNS = re.compile("\u00a0{4}")
_LONGEST = 160


@rule(criterion="1.3.1", selects="table")
def table_caption(element: Element, page: Page) -> Iterator[Edit]:
    if kind_of(element, page) != "data" or out_of_reach(element, page):
        return
    if any(element.get(name) for name in _NAMES) or element.find("caption") is not None:
        return
    title = _title_row(element)
    if title is None:
        title = _line_before(element)
    identity = None if title is None else identity_of(title, page)
    if title is not None and identity is not None:
        why = "The title right above the cells names the table"
        yield SetAttribute(title, "id", identity, why=why)
        yield SetAttribute(element, "aria-labelledby", identity, why=why)


def _title_row(table: Element) -> Element | None:
    """Gives a cell that is alone in the first row, above rows of several."""
    rows = list(rows_of(table))
    if len(rows) < 2 or len(rows[0]) != 1 or len(rows[1]) < 2:
        return None
    cell = rows[0][0]
    return cell if 0 < len(text_of(cell)) <= _LONGEST else None


def _line_before(table: Element) -> Element | None:
    here = table
    while here.getprevious() is None and not _words(_parent_text(here)):
        parent = here.getparent()
        if parent is None or parent.tag != "div" or _words(here.tail):
            return None
        here = parent
    for before in here.itersiblings(preceding=True):
        if _words(before.tail):
            return None
        if isinstance(before.tag, str) and before.tag != "br" and text_of(before):
            return before if _is_title(before, near=before is here.getprevious()) else None
    return None


def _is_title(line: Element, *, near: bool) -> bool:
    """A heading, or, with nothing in between, a numbered or bold line that is no pair of columns."""
    words = text_of(line)
    if len(words) > _LONGEST or unheard(line):
        return False
    if line.tag in HEADINGS:
        return True
    if not near or line.tag not in _BLOCKS or _COLUMNS.search(text_in(line)):
        return False
    return bool(_NUMBERED.match(words)) or _begins_with_a_bold_line(line)


def _begins_with_a_bold_line(line: Element) -> bool:
    bold = next(iter(line), None)
    if bold is None or bold.tag not in _BOLD or _words(line.text) or _words(bold.tail):
        return False
    behind = bold.getnext()
    return bool(text_of(bold)) and (behind is None or behind.tag == "br")


def _parent_text(element: Element) -> str | None:
    parent = element.getparent()
    return None if parent is None else parent.text


def _words(text: str | None) -> bool:
    return bool(normalised(text))
