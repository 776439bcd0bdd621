"""
Leaves out what the operator says that the page can do without.

Visit counters, exchange rates and a dead "eye icon" are heard on every page before its content. Only
the operator's `removals` are left out, and each of them is told of; here they name `.advert`.

Before:

    <p>News</p><div class="advert">Buy <a href="/b">a phone</a></div><p>Water</p>

After:

    <p>News</p><p>Water</p>

Leaves alone:

    <p>News</p><div class="adverts">Two adverts</div>

    <body class="advert"><p>No selector takes a whole page away.</p></body>

See: https://www.w3.org/WAI/WCAG22/Understanding/bypass-blocks
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Remove
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.chosen import chosen
from a11y_proxy.rewrite.html.rule import rule

_THE_PAGE = frozenset({"html", "head", "body", "frameset", "a11y-fragment"})


@rule(criterion="2.4.1", selects="html, a11y-fragment")
def recipe_removal(_element: Element, page: Page) -> Iterator[Edit]:
    for selector in page.site.removals:
        for found in chosen(selector, page):
            if found.tag not in _THE_PAGE:
                yield Remove(found, why="The operator of the site leaves this out")
