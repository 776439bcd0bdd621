"""
Finds the region that holds the page's own content.

What other pages of the site do not have is the best evidence. Else it is a name with a good part of the
page's words, or most of the words that are not links; and then also the page's first heading of level
1 if it has one, no furniture (site header, menu, footer) inside, and links left outside.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.index import TREE
from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.named import in_order, named_regions
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.queries.sitename import is_site_name
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.queries.weight import weights

_FURNITURE_TAGS = frozenset({"header", "footer", "nav", "aside", "search"})
_FURNITURE = frozenset({"banner", "contentinfo", "navigation", "search", "complementary"})
_PIECES = ("article", "section")
_MOST = 0.5
_GOOD_PART = 0.2
_SOME = 0.05
_ENOUGH = 200
_LEFT_OVER = 12
"""Letters that may stand outside the content though other pages do not have them: a date, a counter."""


def unrepeated_content(page: Page, tags: AbstractSet[str]) -> Element | None:
    """Gives the innermost region beside which all stands on most pages of the site."""
    if page.body is None or not page.repeated:
        return None
    weight = page.ask(weights)
    fresh = _unrepeated(page)
    found, here = None, page.body
    while True:
        inside = [child for child in here if fresh(child) > _LEFT_OVER]
        if len(inside) != 1 or fresh(here) - fresh(inside[0]) > _LEFT_OVER:
            return found
        if weight.of(here) - weight.of(inside[0]) > _LEFT_OVER and inside[0].tag in tags:
            found = inside[0]
        here = inside[0]


def _unrepeated(page: Page) -> Callable[[Element], int]:
    weight = page.ask(weights)
    known: dict[Element, int] = {}
    for block in page.repeated:
        if page.repeated.isdisjoint(around := tuple(block.iterancestors())):
            for region in (block, *around):
                known[region] = known.get(region, 0) + weight.of(block)
    return lambda region: weight.of(region) - known.get(region, 0)


def named_content(page: Page, tags: AbstractSet[str]) -> Element | None:
    """Gives the innermost region that the site names as content and that is no less."""
    names = page.ask(named_regions)["main"]
    if not names or page.body is None:
        return None
    weight = page.ask(weights)
    found = None
    for region in in_order(names, page):
        if region.tag in tags and _may_be_content(region, page):
            # an id is there once; a class may stand for any piece of content
            least = _SOME if names[region] == "id" else _GOOD_PART
            if weight.of(region) >= least * weight.of(page.body):
                found = region
    return found


def block_of_prose(page: Page, tags: AbstractSet[str]) -> Element | None:
    """Gives the innermost region with most of a page's text, where there is text to judge by."""
    if page.body is None:
        return None
    weight = page.ask(weights)
    whole = weight.prose(page.body)
    if whole < _ENOUGH:
        return None
    around: list[Element] = []
    here: Element | None = page.body
    while here is not None:
        around.append(here)
        here = next((child for child in here if weight.prose(child) >= _MOST * whole), None)
    fitting = (each for each in reversed(around) if each.tag in tags)
    return next((each for each in fitting if _may_be_content(each, page)), None)


def _may_be_content(region: Element, page: Page) -> bool:
    body = page.body
    if region in page.ask(_around_furniture) or body is None:
        return False
    heading = page.ask(first_heading)
    if heading is not None and region not in heading.iterancestors():
        return False
    furniture = page.ask(_furniture)
    if region in furniture or not furniture.isdisjoint(region.iterancestors()):
        return False
    return sum(1 for _ in region.iter("a")) < page.ask(_links)


@reads("a")
def _links(page: Page) -> int:
    return 0 if page.body is None else sum(1 for _ in page.body.iter("a"))


@reads(TREE, "href")
def first_heading(page: Page) -> Element | None:
    """Gives the first heading of level 1 that says something, and not only the site's name."""
    headings = page.root.iter("h1")
    return next((each for each in headings if text_of(each) and not is_site_name(each, page)), None)


@reads(TREE, "class", "id", "role")
def _around_furniture(page: Page) -> set[Element]:
    found: set[Element] = set()
    for element in page.ask(_furniture):
        # an article's own header, footer and menu are its content
        if next(element.iterancestors(*_PIECES), None) is None:
            found.update(element.iterancestors())
    return found


@reads(*_FURNITURE_TAGS, "class", "id", "role")
def _furniture(page: Page) -> set[Element]:
    found = set(page.root.iter(*_FURNITURE_TAGS))
    found.update(each for each in page.index.having("role") if role_of(each) in _FURNITURE)
    for kind, regions in page.ask(named_regions).items():
        if kind in _FURNITURE:
            found.update(region for region, name in regions.items() if name == "id")
    return found
