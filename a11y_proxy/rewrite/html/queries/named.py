"""
Finds the regions that a site names by their ids and classes.

A name is a hint, never a proof: what asks here looks whether the region is what it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page, reads

Kind = Literal["banner", "complementary", "contentinfo", "crumbs", "main", "navigation", ""]
Attribute = Literal["id", "class"]

REGIONS = frozenset(
    {"center", "div", "form", "ol", "section", "table", "td", "th", "ul", "article"}
)
"""Elements that sites make regions of, and that say nothing of it by themselves."""

_PREFIX = r"(?:(?:site|page|main|global|top|bottom|left|right|header|footer|primary|secondary|nav|side)-?)?"
_SUFFIX = r"(?:-?(?:area|block|bottom|box|container|inner|left|list|main|right|row|top|wrap|wrapper|\d+))?"
_PATTERNS: Mapping[Kind, str] = {
    "main": r"(?:main|page|site|center|inner)?-?content(?:-?(?:area|inner|main))?|main(?:-?(?:column|body|area))?"
    r"|primary|article|post|entry-content|kontent|ccol|center-?col(?:umn)?|zmist",
    "crumbs": r"(?:[a-z]+-)?(?:breadcrumbs?|crumbs|pathway|bread)(?:-[a-z]+)?",
    "navigation": rf"{_PREFIX}(?:[a-z]{{0,6}}menu|nav|navbar|navigation|navi|menyu|меню){_SUFFIX}",
    "banner": rf"{_PREFIX}(?:header|head|masthead|shapka|шапка){_SUFFIX}",
    "contentinfo": rf"{_PREFIX}(?:footer|foot|colophon|pidval|podval|підвал|подвал){_SUFFIX}",
    "complementary": rf"{_PREFIX}(?:sidebar|aside|side-bar){_SUFFIX}|widget-area"
    r"|(?:left|right)-?(?:col(?:umn)?|bar|side|block|panel)|(?:col(?:umn)?)-?(?:left|right)|[lr]col",
}
_KINDS = {kind: re.compile(pattern) for kind, pattern in _PATTERNS.items()}


@reads("class", "id")
def named_regions(page: Page) -> Mapping[Kind, Mapping[Element, Attribute]]:
    """Gives the regions for each kind of name, with the attribute that names them."""
    found: dict[Kind, dict[Element, Attribute]] = {kind: {} for kind in _KINDS}
    names: tuple[Attribute, ...] = ("id", "class")
    for name in names:
        for element in page.index.having(name):
            if element.tag in REGIONS and (kind := kind_of(element.get(name) or "")):
                found[kind].setdefault(element, name)
    return found


@lru_cache(maxsize=8192)
def kind_of(words: str) -> Kind:
    """Gives the kind of region that the first of the words names; "" for none."""
    for word in words.lower().replace("_", "-").split():
        for kind, pattern in _KINDS.items():
            if pattern.fullmatch(word):
                return kind
    return ""


def in_order(elements: Iterable[Element], page: Page) -> list[Element]:
    """Gives elements in document order."""
    wanted = dict.fromkeys(elements)
    if len(wanted) < 2:
        return list(wanted)
    tags = {str(element.tag) for element in wanted}
    return [element for element in page.root.iter(*tags) if element in wanted]
