"""
Finds the region that holds the page's own content, by its name or by its text.

Evidence both ways: the page's first heading of level 1 if it has one, no furniture (site header,
menu, footer) inside, and links left outside. A name needs a good part of the page's words besides;
without a name it must be most of the words that are not links.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import UNRENDERED

_CONTENT_NAMES = frozenset({
    "content", "main", "maincontent", "main-content", "main_content", "page-content",
    "site-content", "content-area", "primary", "article", "post", "entry-content",
})  # fmt: skip
_FURNITURE_NAMES = frozenset({
    "header", "site-header", "head", "footer", "site-footer", "menu", "mainmenu", "main-menu",
    "topmenu", "top-menu", "nav", "navbar", "navigation", "sidebar", "left-menu", "leftmenu",
})  # fmt: skip
_FURNITURE_TAGS = frozenset({"header", "footer", "nav", "aside", "search"})
_FURNITURE_ROLES = frozenset({"banner", "contentinfo", "navigation", "search", "complementary"})
_MOST = 0.5
_GOOD_PART = 0.2
_SOME = 0.05
_ENOUGH = 200


@dataclass(slots=True)
class Survey:
    """
    What one pass over the body tells.

    `letters`, `prose` (letters in no link) and `links` count what stands in each element;
    `furniture` are the site's own regions, `around` what they stand in; `headline` what the first
    `<h1>` stands in.
    """

    letters: dict[Element, int] = field(default_factory=dict)
    prose: dict[Element, int] = field(default_factory=dict)
    links: dict[Element, int] = field(default_factory=dict)
    furniture: set[Element] = field(default_factory=set)
    around: set[Element] = field(default_factory=set)
    headline: set[Element] | None = None


def named_content(page: Page, tags: AbstractSet[str]) -> Element | None:
    """Gives the innermost region that the site names as content and that is no less."""
    if page.body is None:
        return None
    letters = page.ask(survey).letters
    whole = max(letters[page.body], 1)
    regions = [
        region
        for region in _possible(page, tags)
        if _is_called_content(region, letters[region] / whole)
    ]
    return regions[-1] if regions else None


def block_of_prose(page: Page, tags: AbstractSet[str]) -> Element | None:
    """Gives the innermost region with most of a page's text, where there is text to judge by."""
    prose = page.ask(survey).prose
    if page.body is None or prose[page.body] < _ENOUGH:
        return None
    most = _MOST * prose[page.body]
    regions = [region for region in _possible(page, tags) if prose[region] >= most]
    return regions[-1] if regions else None


def survey(page: Page) -> Survey:
    """Gives what there is to know of the regions of a page's body."""
    told = Survey()
    if page.body is None:
        return told
    elements = list(page.body.iter())
    for element in elements:
        if _is_furniture(element):
            told.furniture.add(element)
            # an article's own header, footer and menu are its content
            if next(element.iterancestors("article", "section"), None) is None:
                told.around.update(element.iterancestors())
    headline = next(page.body.iter("h1"), None)
    told.headline = None if headline is None else set(headline.iterancestors())
    _count(elements, told)
    return told


def _count(elements: list[Element], told: Survey) -> None:
    letters, prose, links = told.letters, told.prose, told.links
    for element in reversed(elements):  # children before their parents
        inside, plain, linked = (
            letters.get(element, 0),
            prose.get(element, 0),
            links.get(element, 0),
        )
        tag, text, tail, parent = element.tag, element.text, element.tail, element.getparent()
        if tag in UNRENDERED or not isinstance(tag, str):
            inside = plain = 0
        elif text:
            length = len(text.strip())
            inside, plain = inside + length, plain + length
        if tag == "a":
            plain, linked = 0, linked + 1
        letters[element], prose[element], links[element] = inside, plain, linked
        if parent is not None:
            after = len(tail.strip()) if tail else 0
            letters[parent] = letters.get(parent, 0) + inside + after
            prose[parent] = prose.get(parent, 0) + plain + after
            links[parent] = links.get(parent, 0) + linked


def _possible(page: Page, tags: AbstractSet[str]) -> list[Element]:
    if page.body is None:
        return []
    told, body = page.ask(survey), page.body
    return [
        region
        for region in body.iterdescendants(*tags)
        if (told.headline is None or region in told.headline)
        and told.links[region] < told.links[body]
        and region not in told.around
        and told.furniture.isdisjoint((region, *region.iterancestors()))
    ]


def _is_furniture(element: Element) -> bool:
    if element.tag in _FURNITURE_TAGS:
        return True
    role, identity = element.get("role"), element.get("id")
    return (role is not None and role.strip().lower() in _FURNITURE_ROLES) or (
        identity is not None and identity.strip().lower() in _FURNITURE_NAMES
    )


def _is_called_content(region: Element, share: float) -> bool:
    # an id is there once; a class may stand for any piece of content
    if (region.get("id") or "").strip().lower() in _CONTENT_NAMES:
        return share >= _SOME
    classes = (region.get("class") or "").lower().split()
    return share >= _GOOD_PART and not _CONTENT_NAMES.isdisjoint(classes)
