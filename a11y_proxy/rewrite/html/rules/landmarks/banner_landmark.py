"""
Marks the header that all pages share, so that readers know where they are and can go past it.

It comes first, leads home and holds none of the content.

Before:

    <div id="header"><a href="/"><img src="logo.png" alt="Kakhovka"></a></div><main><h1>Water</h1><p>There will be no water in School Street tomorrow.</p></main>

After:

    <div id="header" role="banner"><a href="/"><img src="logo.png" alt="Kakhovka"></a></div><main><h1>Water</h1><p>There will be no water in School Street tomorrow.</p></main>

Leaves alone:

    <header><a href="/">Kakhovka</a></header><div id="header"><a href="/">Kakhovka</a></div><main><h1>Water</h1><p>There will be no water tomorrow.</p></main>

    <main><div class="header"><a href="/">Kakhovka</a></div><h1>Water</h1><p>There will be no water tomorrow.</p></main>

    <div class="header">Council of the town</div><main><h1>Water</h1><p>There will be no water in School Street tomorrow.</p></main>

    <main><h1>Water</h1><p>There will be no water tomorrow.</p></main><div class="header"><a href="/">Kakhovka</a></div>

See: https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.region import banner_of
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="1.3.1", selects="body")
def banner_landmark(element: Element, page: Page) -> Iterator[Edit]:
    region = banner_of(page) if element is page.body else None
    if region is not None:
        why = "This region is the header of the site's pages"
        yield SetAttribute(region, "role", "banner", why=why)
