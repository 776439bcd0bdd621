"""
Takes an empty corner of a table for no header, and names to a person a column without a name.

In each cell of its column a screen reader says a header first, and here says nothing, or "column five".
The empty corner above the names of rows heads nothing, so it is a plain cell. What the cells of another
column have in common is for its author to say.

Before:

    <table><tr><th></th><th>From</th></tr><tr><th>Monday</th><td>8</td></tr></table>

After:

    <table><tr><td data-a11y-was="th"></td><th>From</th></tr><tr><th>Monday</th><td>8</td></tr></table>

Leaves alone:

    <table><tr><th>Day</th><th>From</th></tr><tr><td>Monday</td><td>8</td></tr></table>

    <table><tr><th aria-label="Day"></th><th><img src="clock.png" alt="From"></th></tr></table>

    <div hidden><table><tr><th></th><th>From</th></tr></table></div>

Flags:

    <table><tr><th>Service</th><th></th></tr><tr><td>Extract</td><td><a href="/1">Order</a></td></tr></table>

See: https://www.w3.org/WAI/tutorials/tables/two-headers/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, Rename
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.name import name_of
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="1.3.1", selects="th")
def empty_header(element: Element, page: Page) -> Iterator[Edit]:
    if name_of(element, page) or element.get("role") is not None or out_of_reach(element, page):
        return
    row = element.getparent()
    if row is not None and row.getprevious() is None and row[0] is element:
        yield Rename(element, "td", why="An empty corner heads no column")
    else:
        yield Flag(element, why="The header cell is empty: nothing says what stands under it")
