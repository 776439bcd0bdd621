"""Finds the landmarks that a page has, and the main region, the operator's word first."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.chosen import chosen
from a11y_proxy.rewrite.html.queries.hidden import HIDING, out_of_reach, unseen
from a11y_proxy.rewrite.html.queries.role import role_of

_PIECES = ("article", "aside", "main", "nav", "section")
"""Inside these, a header or a footer is theirs and no landmark (HTML-AAM §3.5)."""

_OF_THE_PAGE = {"header": "banner", "footer": "contentinfo"}
_TAGS = ("aside", "footer", "header", "main", "nav", "search")
LANDMARKS = frozenset({"banner", "complementary", "contentinfo", "main", "navigation", "search"})


def main_of(page: Page) -> Element | None:
    """Gives the main landmark as the page has it now; None where it has none."""
    return page.ask(_main)


@reads("main", "role", *HIDING)
def _main(page: Page) -> Element | None:
    for element in chain(page.root.iter("main"), page.index.having("role")):
        if role_of(element) == "main" and not unseen(element):
            return element
    return None


@reads(*_TAGS, "role", *HIDING)
def landmarks(page: Page) -> Mapping[str, list[Element]]:
    """Gives the landmarks of each role that can be heard; those that tags make come first."""
    found: dict[str, list[Element]] = {role: [] for role in LANDMARKS}
    for element in dict.fromkeys(chain(page.root.iter(*_TAGS), page.index.having("role"))):
        role = _landmark_role(element)
        if role in LANDMARKS and not out_of_reach(element, page):
            found[role].append(element)
    return found


def _landmark_role(element: Element) -> str:
    if element.get("role") or element.tag not in _OF_THE_PAGE:
        return role_of(element)
    own = next(element.iterancestors(*_PIECES), None) is None
    return _OF_THE_PAGE[str(element.tag)] if own else ""


def operators_main(page: Page) -> Element | None:
    """Gives what the operator's selector finds first; None without a selector or a finding."""
    return None if page.site.main is None else next(iter(chosen(page.site.main, page)), None)
