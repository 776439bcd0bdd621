"""
Takes a table that only places things for what it is.

"Table with three columns, row one, column two", says a screen reader of a page that was laid out
with a table. Style sheets learn of it by the class `a11y-layout`, and can let its cells follow each
other at large sizes. Where the evidence is not plain, the table stays as it is.

Before:

    <table width="100%"><tr><td><ul><li>Menu</li></ul></td><td><h1>News</h1><p>Text</p></td></tr></table>

After:

    <table width="100%" role="presentation" class="a11y-layout"><tr><td><ul><li>Menu</li></ul></td><td><h1>News</h1><p>Text</p></td></tr></table>

Leaves alone:

    <table><caption>Hours</caption><tr><td>Monday</td><td><ul><li>8 to 17</li></ul></td></tr></table>

    <table><tr><td>Monday</td><td>8 to 17</td></tr><tr><td>Friday</td><td>8 to 16</td></tr></table>

    <table border="1"><tr><td>Monday</td><td><ul><li>8 to 17</li></ul></td></tr></table>

    <table role="grid"><tr><td><h2>Monday</h2></td></tr></table>

See: https://www.w3.org/WAI/WCAG22/Understanding/meaningful-sequence
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.table import kind_of
from a11y_proxy.rewrite.html.rule import rule

_CLASS = "a11y-layout"


@rule(criterion="1.3.2", selects="table")
def layout_table(element: Element, page: Page) -> Iterator[Edit]:
    if kind_of(element, page) != "layout":
        return
    why = "The table holds no rows and columns of data; it only places things"
    if not element.get("role"):
        yield SetAttribute(element, "role", "presentation", why=why)
    classes = (element.get("class") or "").split()
    if _CLASS not in classes:
        yield SetAttribute(element, "class", " ".join([*classes, _CLASS]), why=why)
