"""Finds what stands in no region of a page that has regions."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import unheard
from a11y_proxy.rewrite.html.queries.landmark import landmarks
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.queries.weight import Weights, weights

_NAMED = frozenset({"form", "region", "section"})
"""Roles and tags of what is a region once it has a name (HTML-AAM §3.5)."""

_ANNOUNCED = frozenset({"alert", "alertdialog", "dialog", "log", "status"})
"""Roles of what readers come to without looking for its region."""


def loose_runs(page: Page) -> Iterator[Element]:
    """Gives the first element of each run of siblings with words that no region holds."""
    if page.body is None:
        return
    regions = _regions(page)
    around = {above for region in regions for above in region.iterancestors()}
    yield from _loose(page.body, regions, around, page.ask(weights))


def _regions(page: Page) -> set[Element]:
    index = page.index
    found = {region for role in page.ask(landmarks).values() for region in role}
    found.update(index.having("aria-live"))
    found.update(each for each in index.having("role") if role_of(each) in _ANNOUNCED)
    for name in ("aria-label", "aria-labelledby"):
        found.update(each for each in index.having(name) if _may_be_region(each))
    return found


def _may_be_region(element: Element) -> bool:
    return element.tag in _NAMED or role_of(element) in _NAMED


def _loose(
    box: Element, regions: set[Element], around: set[Element], weight: Weights
) -> Iterator[Element]:
    running = False
    for child in box:
        if child in regions:
            running = False
        elif child in around:
            running = False
            yield from _loose(child, regions, around, weight)
        elif weight.of(child) and not unheard(child) and not _leads_within(child):
            if not running:
                yield child
            running = True


def _leads_within(element: Element) -> bool:
    """Says whether it is a link such as "skip to content", which no region needs to hold."""
    return element.tag == "a" and (element.get("href") or "").startswith("#")
