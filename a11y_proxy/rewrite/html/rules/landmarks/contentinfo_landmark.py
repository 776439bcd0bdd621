"""
Marks the footer that all pages share, where people look for addresses and rights.

It is named as one and comes last.

Before:

    <main><h1>Water</h1><p>There will be no water in School Street tomorrow, from nine to five.</p></main><div class="footer">© Council</div>

After:

    <main><h1>Water</h1><p>There will be no water in School Street tomorrow, from nine to five.</p></main><div class="footer" role="contentinfo">© Council</div>

Leaves alone:

    <main><h1>Water</h1><p>There will be no water in School Street tomorrow.</p></main><div class="footer">Map</div><footer>© Council</footer>

    <main><h1>Water</h1><p>There will be no water in School Street tomorrow.</p><div class="footer">© Council</div></main>

    <div class="foot">© Council</div><main><h1>Water</h1><p>There will be no water in School Street tomorrow.</p></main>

See: https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.region import contentinfo_of
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="1.3.1", selects="body")
def contentinfo_landmark(element: Element, page: Page) -> Iterator[Edit]:
    region = contentinfo_of(page) if element is page.body else None
    if region is not None:
        why = "This region is the footer of the site's pages"
        yield SetAttribute(region, "role", "contentinfo", why=why)
