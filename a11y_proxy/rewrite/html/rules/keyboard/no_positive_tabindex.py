"""
Lets the keyboard follow the page's own order.

A positive tabindex makes Tab jump about; a reader who cannot see the page is lost.

Before:

    <a href="/" tabindex="3">Home</a><div tabindex="2">Menu</div>

After:

    <a href="/">Home</a><div tabindex="0">Menu</div>

Leaves alone:

    <div tabindex="-1">x</div><div tabindex="0">y</div><a href="/" tabindex="">z</a>

See: https://www.w3.org/WAI/WCAG22/Understanding/focus-order
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, RemoveAttribute, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rule import rule

_FOCUSABLE = frozenset({"button", "input", "select", "textarea", "iframe", "summary"})
_LINKS = frozenset({"a", "area"})


@rule(criterion="2.4.3", selects="[tabindex]")
def no_positive_tabindex(element: Element, _page: Page) -> Iterator[Edit]:
    # HTML Standard, "rules for parsing integers": what follows the digits does not count
    found = re.match(r"\s*\+?(\d+)", element.get("tabindex") or "")
    if found is None or int(found[1]) == 0:
        return
    why = "The order of the Tab key was not that of the page"
    if element.tag in _FOCUSABLE or (element.tag in _LINKS and element.get("href") is not None):
        yield RemoveAttribute(element, "tabindex", why=why)
    else:
        yield SetAttribute(element, "tabindex", "0", why=why)
