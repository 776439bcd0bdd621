"""
Finds the region that holds the page's own content, by its name or by its text.

Evidence both ways: most of the text that is not links, the page's first heading of level 1, no
furniture (site header, menu, footer) inside, and something left outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.hidden import UNRENDERED
from a11y_proxy.rewrite.html.queries.role import role_of

_CONTENT_NAMES = frozenset({
    "content", "main", "maincontent", "main-content", "main_content", "page-content",
    "site-content", "content-area", "primary", "article", "post", "entry-content",
})  # fmt: skip
_FURNITURE_NAMES = frozenset({
    "header", "site-header", "head", "footer", "site-footer", "menu", "mainmenu", "main-menu",
    "topmenu", "top-menu", "nav", "navbar", "navigation", "sidebar", "left-menu", "leftmenu",
})  # fmt: skip
_FURNITURE_ROLES = frozenset({"banner", "contentinfo", "navigation", "search", "complementary"})
_MOST = 0.5
_ENOUGH = 200

Weights = dict[Element, int]
"""Letters inside each element that stand in no link."""


def named_content(body: Element, tags: AbstractSet[str]) -> Element | None:
    """Gives the innermost region that the site names as content and that is no less."""
    weights = _weigh(body)
    named = [
        element
        for element in body.iterdescendants(*tags)
        if not _CONTENT_NAMES.isdisjoint(_names(element))
        and weights[element] >= _MOST * weights[body]
        and _is_content(element, body)
    ]
    return named[-1] if named else None


def block_of_prose(body: Element, tags: AbstractSet[str]) -> Element | None:
    """Gives the innermost region with most of a page's text, where there is text to judge by."""
    weights = _weigh(body)
    if weights[body] < _ENOUGH:
        return None
    heavy = [
        element
        for element in body.iterdescendants(*tags)
        if weights[element] >= _MOST * weights[body] and _is_content(element, body)
    ]
    return heavy[-1] if heavy else None


def _weigh(body: Element) -> Weights:
    weights: Weights = {}
    for element in reversed(list(body.iter())):  # children before their parents
        inside = weights.get(element, 0) + len((element.text or "").strip())
        silent = not isinstance(element.tag, str) or element.tag == "a" or element.tag in UNRENDERED
        weights[element] = 0 if silent else inside
        parent = element.getparent()
        if parent is not None and element is not body:
            after = len((element.tail or "").strip())
            weights[parent] = weights.get(parent, 0) + weights[element] + after
    return weights


def _is_content(element: Element, body: Element) -> bool:
    if any(map(_is_furniture, (element, *element.iterancestors()))):
        return False
    if any(map(_is_furniture, _parts(element))):
        return False
    headline = next(body.iter("h1"), None)
    inside = headline is None or any(found is headline for found in element.iter("h1"))
    return inside and _count(body, "a") > _count(element, "a")


def _parts(element: Element) -> Iterator[Element]:
    # an article's own header, footer and menu are its content
    for part in element.iterdescendants("header", "footer", "div", "ul", "table"):
        if next(part.iterancestors("article", "section"), None) is None:
            yield part


def _is_furniture(element: Element) -> bool:
    if role_of(element) in _FURNITURE_ROLES or element.tag in {"header", "footer"}:
        return True
    return (element.get("id") or "").strip().lower() in _FURNITURE_NAMES


def _names(element: Element) -> set[str]:
    return set(f"{element.get('id') or ''} {element.get('class') or ''}".lower().split())


def _count(element: Element, tag: str) -> int:
    return sum(1 for _ in element.iter(tag))
