"""
Lets a wide table scroll by itself instead of the whole page.

At four times the size, a table wider than the window would drag every line of the page sideways.
The region can be reached and scrolled by keyboard, and has the table's name; so has one that the
author made.

Before:

    <table><caption>Hours</caption><tr><th>Day</th><th>From</th></tr><tr><td>Monday</td><td>8</td></tr></table>

After:

    <div class="a11y-scroll" role="region" tabindex="0" aria-label="Hours"><table><caption>Hours</caption><tr><th>Day</th><th>From</th></tr><tr><td>Monday</td><td>8</td></tr></table></div>

Leaves alone:

    <div class="table-responsive"><table><tr><th>Day</th><th>From</th></tr></table></div>

    <div style="overflow-x: auto" role="group"><table><tr><th>Day</th><th>From</th></tr></table></div>

    <table role="presentation"><tr><td>Menu</td><td>Text</td></tr></table>

    <table><tr><th>Day</th></tr><tr><td>Monday</td></tr></table>

See: https://www.w3.org/WAI/WCAG22/Understanding/reflow
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute, Wrap
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.name import name_of
from a11y_proxy.rewrite.html.queries.section import headings_over
from a11y_proxy.rewrite.html.queries.table import kind_of, rows_of
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.rule import rule

_SCROLLS = re.compile(r"overflow(?:-x)?\s*:\s*(?:auto|scroll)", re.IGNORECASE)
_SCROLLING_CLASSES = frozenset({"a11y-scroll", "table-responsive", "table-scroll", "scroll"})


@rule(criterion="1.4.10", selects="table")
def data_table_scroll(element: Element, page: Page) -> Iterator[Edit]:
    if kind_of(element, page) != "data" or max(map(len, rows_of(element)), default=0) < 2:
        return
    if any(_keeps_it(outer, page) for outer in element.iterancestors()) or out_of_reach(
        element, page
    ):
        return
    scroller = next(filter(_scrolls, element.iterancestors()), None)
    if scroller is not None:
        yield from _opened_to_the_keyboard(scroller, element, page)
        return
    name = _title(element, page)
    region = around("div", class_="a11y-scroll", role="region", tabindex="0", aria_label=name)
    yield Wrap(
        element, region, why="At large sizes the table would make the whole page scroll sideways"
    )


def _opened_to_the_keyboard(scroller: Element, table: Element, page: Page) -> Iterator[Edit]:
    first = next(other for other in scroller.iter("table") if kind_of(other, page) == "data")
    if first is not table or scroller.get("tabindex") or scroller.get("role"):
        return
    why = "The table could be scrolled by mouse only"
    yield SetAttribute(scroller, "role", "region", why=why)
    yield SetAttribute(scroller, "tabindex", "0", why=why)
    if not (scroller.get("aria-label") or scroller.get("aria-labelledby")):
        yield SetAttribute(scroller, "aria-label", _title(table, page), why=why)


def _keeps_it(ancestor: Element, page: Page) -> bool:
    # a table within a table scrolls with that one; a <div> would end a paragraph around it
    if ancestor.tag == "p" or (ancestor.tag == "table" and kind_of(ancestor, page) == "data"):
        return True
    classes = (ancestor.get("class") or "").split()
    responsive = any(name.startswith("table-responsive") for name in classes)
    return responsive or not _SCROLLING_CLASSES.isdisjoint(classes)


def _scrolls(ancestor: Element) -> bool:
    return bool(_SCROLLS.search(ancestor.get("style") or ""))


def _title(table: Element, page: Page) -> str:
    caption = next((child for child in table if child.tag == "caption"), None)
    if caption is not None and (words := text_of(caption)):
        return words
    if table.get("aria-label") or table.get("aria-labelledby") or table.get("title"):
        return name_of(table, page)
    # two regions of one name could not be told apart
    number = page.ask(_data_tables)[table]
    if title := next(filter(None, map(text_of, headings_over(table, page))), ""):
        return page.say("Table {number}: {title}", number=number, title=title)
    return page.say("Table {number}", number=number)


def _data_tables(page: Page) -> dict[Element, int]:
    tables = [table for table in page.root.iter("table") if kind_of(table, page) == "data"]
    return {table: number for number, table in enumerate(tables, 1)}
