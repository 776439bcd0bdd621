"""Keeps the page's own scripts with us where they write the site's address into themselves."""

from __future__ import annotations

from lxml.etree import XPath

from a11y_proxy.core.literal import in_strings
from a11y_proxy.rewrite.html.page import Page

# Statements about the site, not addresses to go to: the site stays who it is.
_ABOUT_THE_SITE = frozenset({"application/ld+json"})

# Asked of libxml2: most elements of a page have neither.
_IN_ATTRIBUTES = XPath("//@*[starts-with(name(), 'on')] | //@href[contains(., 'javascript:')]")


def scripts(page: Page) -> None:
    """Maps the site's own address in the strings of inline scripts, handlers, import maps and JSON."""
    for script in page.root.iter("script"):
        text = script.text
        if text and script.get("type", "").strip().lower() not in _ABOUT_THE_SITE:
            mapped = in_strings(text, page.site)
            if mapped != text:
                script.text = mapped
    for handler in _IN_ATTRIBUTES(page.root):
        mapped = in_strings(handler, page.site)
        if mapped != handler:
            handler.getparent().set(handler.attrname, mapped)
