"""Finds what the operator's selectors choose; unlike a rule's, these may be any of CSS."""

from __future__ import annotations

from functools import lru_cache

from cssselect import HTMLTranslator, SelectorError
from lxml import etree
from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page


def chosen(selector: str, page: Page) -> list[Element]:
    """Gives what a CSS selector chooses, in document order."""
    found = _compiled(selector)(page.root)
    return [each for each in found if isinstance(each, Element)] if isinstance(found, list) else []


def is_selector(text: str) -> bool:
    """Says whether the text is a CSS selector of elements that can be looked for."""
    try:
        _compiled(text)
    except (SelectorError, etree.XPathError):
        return False
    return True


@lru_cache(maxsize=256)
def _compiled(selector: str) -> etree.XPath:
    return etree.XPath(HTMLTranslator().css_to_xpath(selector))
