"""
Marks side columns, so that nobody takes them for the page's content.

A column that is named as one and holds words of its own; one that holds only menus needs no mark. Two are
numbered, since nobody could tell them apart by ear.

Before:

    <main><h1>Water</h1><p>There will be no water in School Street tomorrow, from nine to five, since the pipe is being repaired.</p></main><div class="sidebar"><b>Weather</b> Rain in the morning, and wind from the river all day.</div>

After:

    <main><h1>Water</h1><p>There will be no water in School Street tomorrow, from nine to five, since the pipe is being repaired.</p></main><div class="sidebar" role="complementary"><b>Weather</b> Rain in the morning, and wind from the river all day.</div>

Leaves alone:

    <main><h1>Water</h1><p>There will be no water in School Street tomorrow, from nine to five.</p></main><div class="sidebar"><a href="/news">News of the town and of all its villages</a></div>

    <main><h1>Water</h1><p>There will be no water in School Street tomorrow, from nine to five, since the pipe is being repaired.</p><div class="sidebar"><b>Weather</b> Rain in the morning, and wind from the river all day.</div></main>

    <main><h1>Water</h1><p>There will be no water tomorrow.</p></main><aside>Rain.</aside><div class="sidebar"><b>Weather</b> Rain in the morning, and wind.</div>

See: https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.region import columns_of
from a11y_proxy.rewrite.html.queries.wording import said
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="1.3.1", selects="body")
def complementary_landmark(element: Element, page: Page) -> Iterator[Edit]:
    columns = columns_of(page) if element is page.body else []
    for number, column in enumerate(columns, 1):
        why = "This region is a side column"
        yield SetAttribute(column, "role", "complementary", why=why)
        if len(columns) > 1 and not column.get("aria-label"):
            words = said("Side column {number}", column, page, number=number)
            yield SetAttribute(column, "aria-label", words, why=why)
