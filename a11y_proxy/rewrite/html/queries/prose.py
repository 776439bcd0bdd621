"""
Finds the region that holds the page's own content, by its name or by its text.

Evidence both ways: the page's first heading of level 1 if it has one, no furniture (site header,
menu, footer) inside, and links left outside. A name needs a good part of the page's words besides;
without a name it must be most of the words that are not links.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from lxml import etree
from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page

_SILENT = ("script", "style", "noscript", "template")
_NO_PROSE = frozenset({*_SILENT, "a"})
_CONTENT_NAMES = frozenset({
    "content", "main", "maincontent", "main-content", "main_content", "page-content",
    "site-content", "content-area", "primary", "article", "post", "entry-content",
})  # fmt: skip
_FURNITURE_NAMES = frozenset({
    "header", "site-header", "head", "footer", "site-footer", "menu", "mainmenu", "main-menu",
    "topmenu", "top-menu", "nav", "navbar", "navigation", "sidebar", "left-menu", "leftmenu",
})  # fmt: skip
_FURNITURE_TAGS = frozenset({"header", "footer", "nav", "aside", "search"})
_FURNITURE_BLOCKS = ("div", "ul", "ol", "table", "td", "form", "section", "center")
_PIECES = ("article", "section")
_FURNITURE_ROLES = frozenset({"banner", "contentinfo", "navigation", "search", "complementary"})
_MOST = 0.5
_GOOD_PART = 0.2
_SOME = 0.05
_ENOUGH = 200


def named_content(page: Page, tags: AbstractSet[str]) -> Element | None:
    """Gives the innermost region that the site names as content and that is no less."""
    if page.body is None:
        return None
    found = None
    for region in page.body.iterdescendants(*tags):
        least = _least_part(region)
        if least and _may_be_content(region, page):
            whole = page.ask(_all_letters)
            if _letters(region) >= least * whole:
                found = region
    return found


def block_of_prose(page: Page, tags: AbstractSet[str]) -> Element | None:
    """Gives the innermost region with most of a page's text, where there is text to judge by."""
    if page.body is None:
        return None
    prose = _prose_inside(page.body)
    whole = prose[page.body]
    if whole < _ENOUGH:
        return None
    found = None
    for region in page.body.iterdescendants(*tags):
        if prose[region] >= _MOST * whole and _may_be_content(region, page):
            found = region
    return found


def _prose_inside(body: Element) -> dict[Element, int]:
    """Gives, for each element, how many letters are rendered in it outside links."""
    found: dict[Element, int] = {}
    for element in reversed(list(body.iter())):  # children before their parents
        inside, tag = found.get(element, 0), element.tag
        if tag in _NO_PROSE or not isinstance(tag, str):
            inside = 0
        elif text := element.text:
            inside += len(text.strip())
        found[element] = inside
        if tail := element.tail:
            inside += len(tail.strip())
        if inside and (parent := element.getparent()) is not None:
            found[parent] = found.get(parent, 0) + inside
    return found


def _all_letters(page: Page) -> int:
    return 1 if page.body is None else max(_letters(page.body), 1)


def _letters(region: Element) -> int:
    """Gives how many letters are rendered in the region."""
    return _length(region) - sum(map(_length, region.iterdescendants(*_SILENT)))


def _length(region: Element) -> int:
    text = etree.tostring(region, method="text", encoding="unicode", with_tail=False)
    return len("".join(text.split()))


def _may_be_content(region: Element, page: Page) -> bool:
    body = page.body
    if region in page.ask(_around_furniture) or body is None:
        return False
    headline = next(body.iter("h1"), None)
    if headline is not None and region not in headline.iterancestors():
        return False
    if any(map(_is_furniture, (region, *region.iterancestors()))):
        return False
    return sum(1 for _ in region.iter("a")) < sum(1 for _ in body.iter("a"))


def _around_furniture(page: Page) -> set[Element]:
    found: set[Element] = set()
    for element in page.root.iter(*_FURNITURE_TAGS, *_FURNITURE_BLOCKS):
        # an article's own header, footer and menu are its content
        if _is_furniture(element) and next(element.iterancestors(*_PIECES), None) is None:
            found.update(element.iterancestors())
    return found


def _is_furniture(element: Element) -> bool:
    if element.tag in _FURNITURE_TAGS:
        return True
    role, identity = element.get("role"), element.get("id")
    return (role is not None and role.strip().lower() in _FURNITURE_ROLES) or (
        identity is not None and identity.strip().lower() in _FURNITURE_NAMES
    )


def _least_part(region: Element) -> float:
    # an id is there once; a class may stand for any piece of content
    if (region.get("id") or "").strip().lower() in _CONTENT_NAMES:
        return _SOME
    classes = (region.get("class") or "").lower().split()
    return 0 if _CONTENT_NAMES.isdisjoint(classes) else _GOOD_PART
