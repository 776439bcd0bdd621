"""Finds the page's main region, the operator's word first."""

from __future__ import annotations

from functools import lru_cache

from cssselect import HTMLTranslator
from lxml import etree
from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.hidden import HIDING, unseen
from a11y_proxy.rewrite.html.queries.role import role_of


def main_of(page: Page) -> Element | None:
    """Gives the main landmark as the page has it now; None where it has none."""
    return page.ask(_main)


@reads("main", "role", *HIDING)
def _main(page: Page) -> Element | None:
    for element in (*page.root.iter("main"), *page.index.having("role")):
        if role_of(element) == "main" and not unseen(element):
            return element
    return None


def operators_main(page: Page) -> Element | None:
    """Gives what the operator's selector finds first; None without a selector or a finding."""
    if page.site.main is None:
        return None
    found = _compiled(page.site.main)(page.root)
    return found[0] if isinstance(found, list) and found else None


@lru_cache(maxsize=256)
def _compiled(selector: str) -> etree.XPath:
    return etree.XPath(HTMLTranslator().css_to_xpath(selector))
