"""Gives the words by which several menus of a page can be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import HEADINGS
from a11y_proxy.rewrite.html.queries.hidden import unseen
from a11y_proxy.rewrite.html.queries.name import written_name
from a11y_proxy.rewrite.html.queries.text import normalised, text_of
from a11y_proxy.rewrite.html.queries.wording import said

_LONGEST = 40


def menu_names(
    menus: Sequence[Element], crumbs: Element | None, page: Page
) -> Mapping[Element, str]:
    """Gives names for menus without one; none where there is only one menu."""
    found: dict[Element, str] = {}
    if crumbs is not None:
        found[crumbs] = said("You are here", crumbs, page)
    if len(menus) + len(found) < 2:
        return {}
    taken = {written_name(menu, page) for menu in menus} | set(found.values())
    for number, menu in enumerate(menus, 1):
        if written_name(menu, page):
            continue
        words = next((words for words in _titles(menu) if words not in taken), "")
        fixed = said("Main menu" if number == 1 else "Menu {number}", menu, page, number=number)
        found[menu] = words or fixed
        taken.add(found[menu])
    return found


def _titles(menu: Element) -> Iterator[str]:
    """Gives what stands over a menu: the heading it begins with, or a few words right before it."""
    first = next(menu.iterdescendants("a", *HEADINGS), None)
    if first is not None and first.tag != "a" and (words := text_of(first)):
        yield words
    for before in menu.itersiblings(preceding=True):
        if normalised(before.tail):
            return
        if isinstance(before.tag, str) and not unseen(before) and (words := text_of(before)):
            if len(words) <= _LONGEST and next(before.iter("a", "input", "img"), None) is None:
                yield words
            return
