"""
Gives all text of a page in one string, to tell with one search what need not be looked for.

Words run together where elements meet, and scripts are in it: what is not found there stands in no
text of the page, in no link's and no paragraph's.
"""

from __future__ import annotations

from lxml import etree

from a11y_proxy.rewrite.html.index import TREE
from a11y_proxy.rewrite.html.page import Page, reads


@reads(TREE)
def whole_text(page: Page) -> str:
    """Gives the text of the page's body as it is written."""
    if page.body is None:
        return ""
    return etree.tostring(page.body, method="text", encoding="unicode", with_tail=False)
