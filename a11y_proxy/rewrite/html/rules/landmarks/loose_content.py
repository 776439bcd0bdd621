"""
Names to a person what stands beside the regions of a page.

Readers who go from region to region never come to it: an announcement under the menu, a notice at the
end, the first part of what the page is about. To which region it belongs, only its author knows.

Leaves alone:

    <header><a href="/">Home</a></header><main><h1>Water</h1><div>No water tomorrow</div></main>

    <a href="#m">Skip</a><header><a href="/">Home</a></header><div hidden>Menu</div><main id="m"><h1>Water</h1></main>

    <header><a href="/">Home</a></header><div role="alert">No water</div><main><h1>Water</h1></main>

    <p>Page without a main region</p><nav><a href="/">Home</a></nav>

Flags:

    <header><a href="/">Home</a></header><div>No water tomorrow</div><main><h1>News</h1></main>

See: https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.landmark import main_of
from a11y_proxy.rewrite.html.queries.loose import loose_runs
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="1.3.1", selects="body")
def loose_content(element: Element, page: Page) -> Iterator[Edit]:
    if element is page.body and main_of(page) is not None:
        for first in loose_runs(page):
            yield Flag(first, why="This stands in no region of the page")
