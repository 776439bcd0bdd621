"""
Finds what of a page's furniture is which: its header, its footer, its menus, its side columns.

Each needs two kinds of evidence: a name of its own, or that it stands on most pages of the site; and that
it is where and what it would be. A header comes first and leads home, a menu is links and hardly
anything else, a footer comes last. None holds the content, or most of the page's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import is_home
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.landmark import landmarks, main_of
from a11y_proxy.rewrite.html.queries.named import REGIONS, Kind, in_order, named_regions
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.queries.weight import weights

_PIECES = ("article", "blockquote", "li", "section")
_MOST_OF_PAGE = 0.5
_NEAR_THE_TOP = 0.15
_NEAR_THE_END = 0.1
_FEWEST_LINKS = 3
_MOST_MENUS = 5
_LINKED = 0.7
_WORTH_A_COLUMN = 60
_RIGHTS = re.compile(r"©|\(c\)|copyright|(?:усі|всі|все) права|all rights", re.IGNORECASE)

_NOT_IN: Mapping[Kind, frozenset[str]] = {
    "navigation": frozenset({"main", "navigation", "search"}),
    "crumbs": frozenset({"navigation", "search", "contentinfo"}),
}
_BOXES = frozenset({"center", "div", "section", "td"})
"""Elements that lose no meaning by a role; a list would no longer be one."""
_BOXED = frozenset({"banner", "complementary", "contentinfo"})
_TOP_LEVEL = frozenset({"banner", "complementary", "contentinfo", "main", "navigation", "search"})
"""A header, a footer and a side column are in no other landmark (WAI-ARIA APG, landmark regions)."""


def banner_of(page: Page) -> Element | None:
    """Gives the page's header; None where it has one already, or nothing plainly is."""
    if page.ask(landmarks)["banner"]:
        return None
    named = _candidates("banner", page.ask(named_regions)["banner"], page)
    repeated = _candidates("banner", page.repeated, page)
    headers = (region for region in named if next(_ways_home(region, page), None) is not None)
    logos = (region for region in repeated if any(map(_has_picture, _ways_home(region, page))))
    first = (each for found in (headers, logos) for each in found if _is_first(each, page))
    return next(first, None)


def contentinfo_of(page: Page) -> Element | None:
    """Gives the page's footer; None where it has one already, or nothing plainly is."""
    if page.ask(landmarks)["contentinfo"]:
        return None
    named = _candidates("contentinfo", page.ask(named_regions)["contentinfo"], page)
    repeated = _candidates("contentinfo", page.repeated, page)
    rights = (region for region in repeated if _RIGHTS.search(text_of(region)))
    last = [each for found in (rights, named) for each in found if _is_last(each, page)]
    return _outermost(last)[-1] if last else None


def menus_of(page: Page) -> list[Element]:
    """Gives menus that are no landmarks yet, in document order; none where they would be too many."""
    evidence = in_order((*page.ask(named_regions)["navigation"], *page.repeated), page)
    found = _outermost(
        [each for each in _candidates("navigation", evidence, page) if _is_menu(each, page)]
    )
    return found if len(found) + len(page.ask(landmarks)["navigation"]) <= _MOST_MENUS else []


def crumbs_of(page: Page) -> Element | None:
    """Gives the way from the first page to this one: what is named so and begins at home."""
    for region in _candidates("crumbs", page.ask(named_regions)["crumbs"], page):
        first = next(region.iter("a"), None)
        if first is not None and is_home(first, page):
            return region
    return None


def columns_of(page: Page) -> list[Element]:
    """Gives side columns that hold more than menus, in document order."""
    if main_of(page) is None or page.ask(landmarks)["complementary"]:
        return []
    weight = page.ask(weights)
    named = page.ask(named_regions)["complementary"]
    return _outermost(
        [
            region
            for region in _candidates("complementary", named, page)
            if weight.prose(region) >= _WORTH_A_COLUMN
        ]
    )


def _candidates(kind: Kind, evidence: Iterable[Element], page: Page) -> Iterator[Element]:
    """Gives the regions that may be of this kind: in no landmark that cannot hold it, nor holding one."""
    tags = _BOXES if kind in _BOXED else REGIONS
    evidence = in_order((each for each in evidence if each.tag in tags), page)
    if not evidence or page.body is None:
        return
    weight = page.ask(weights)
    most = _MOST_OF_PAGE * weight.of(page.body)
    marks = page.ask(landmarks)
    bad_around = {mark for role in _NOT_IN.get(kind, _TOP_LEVEL) for mark in marks[role]}
    bad_inside = {*marks["main"], *marks[kind if kind in marks else "main"]}
    holding = {around for mark in bad_inside for around in mark.iterancestors()} | bad_inside
    for region in evidence:
        around = set(region.iterancestors())
        if region.get("role") or region in holding or not bad_around.isdisjoint(around):
            continue
        if weight.of(region) <= most and not _is_piece(region) and not out_of_reach(region, page):
            yield region


def _outermost(regions: list[Element]) -> list[Element]:
    among = set(regions)
    return [region for region in regions if among.isdisjoint(region.iterancestors())]


def _is_piece(region: Element) -> bool:
    return next(region.iterancestors(*_PIECES), None) is not None


def _is_menu(region: Element, page: Page) -> bool:
    weight = page.ask(weights)
    links = sum(1 for link in region.iter("a") if link.get("href") is not None)
    return links >= _FEWEST_LINKS and weight.linked.get(region, 0) >= _LINKED * weight.of(region)


def _ways_home(region: Element, page: Page) -> Iterator[Element]:
    return (link for link in region.iter("a") if is_home(link, page))


def _has_picture(link: Element) -> bool:
    return next(link.iter("img", "svg", "picture"), None) is not None


def _is_first(region: Element, page: Page) -> bool:
    return _beside(region, page, preceding=True) <= _NEAR_THE_TOP


def _is_last(region: Element, page: Page) -> bool:
    return _beside(region, page, preceding=False) <= _NEAR_THE_END


def _beside(region: Element, page: Page, *, preceding: bool) -> float:
    """Gives which part of the page's letters stands before the region, or after it."""
    weight = page.ask(weights)
    here: Element | None = region
    letters = 0
    while here is not None and here is not page.body:
        letters += sum(map(weight.of, here.itersiblings(preceding=preceding)))
        here = here.getparent()
    return letters / max(weight.of(here), 1) if here is not None else 1
