"""
Marks menus, so that readers can go to them and past them, and tells several apart by name.

A menu is named as one, or stands on most pages, and holds links and hardly anything else. Its name is what
stands over it; where nothing does, it is numbered.

Before:

    <div class="mainmenu"><a href="/">Home</a> <a href="/news">News</a> <a href="/rada">Council</a></div><b>Sections</b><ul class="menu"><li><a href="/a">Acts</a></li><li><a href="/b">Budget</a></li><li><a href="/c">Contacts</a></li></ul><main><h1>Water</h1><p>There will be no water in School Street tomorrow, from nine to five.</p></main>

After:

    <div class="mainmenu" role="navigation" aria-label="Main menu"><a href="/">Home</a> <a href="/news">News</a> <a href="/rada">Council</a></div><b>Sections</b><div role="navigation" class="a11y-around" aria-label="Sections"><ul class="menu"><li><a href="/a">Acts</a></li><li><a href="/b">Budget</a></li><li><a href="/c">Contacts</a></li></ul></div><main><h1>Water</h1><p>There will be no water in School Street tomorrow, from nine to five.</p></main>

Leaves alone:

    <nav><div class="menu"><a href="/">Home</a><a href="/n">News</a><a href="/c">Contacts</a></div></nav><main><h1>Water</h1><p>There will be no water tomorrow.</p></main>

    <nav aria-label="Main"><a href="/">Home</a></nav><nav aria-label="News"><a href="/n">News</a></nav>

    <div class="menu"><a href="/">Home</a><p>Soup of the day, bread, and a glass of water from the well.</p></div>

    <main><h1>Water</h1><div class="menu"><a href="#a">Where</a><a href="#b">When</a><a href="#c">Why there is none at all</a></div><p>There will be none.</p></main>

    <ul><li class="menu"><a href="/a">A</a><a href="/b">B</a><a href="/c">C</a></li></ul><p>Letters of the alphabet.</p>

See: https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute, Wrap
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.landmark import landmarks
from a11y_proxy.rewrite.html.queries.menu import menu_names
from a11y_proxy.rewrite.html.queries.named import in_order
from a11y_proxy.rewrite.html.queries.region import crumbs_of, menus_of
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.rewrite.html.rule import rule

_KEPT = frozenset({"form", "ol", "table", "ul"})
"""These mean something themselves, and would no longer, had they another role."""


@rule(criterion="1.3.1", selects="body")
def navigation_landmark(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body:
        return
    menus, crumbs, written = menus_of(page), crumbs_of(page), page.ask(landmarks)["navigation"]
    names = menu_names(in_order([*written, *menus], page), crumbs, page)
    for menu in [*menus, crumbs]:
        if menu is not None:
            yield from _marked(menu, names.get(menu, ""))
    for menu in written:
        if menu in names:
            why = "There are several menus, and this one had no name"
            yield SetAttribute(menu, "aria-label", names[menu], why=why)


def _marked(menu: Element, name: str) -> Iterator[Edit]:
    why = "This region is a menu"
    holder = _holder(menu)
    if holder is None:
        role = around("div", role="navigation", class_="a11y-around")
        if name:
            role.set("aria-label", name)
        yield Wrap(menu, role, why=why)
        return
    yield SetAttribute(holder, "role", "navigation", why=why)
    if name:
        yield SetAttribute(holder, "aria-label", name, why=why)


def _holder(menu: Element) -> Element | None:
    """Gives what may take the role: the menu, or what holds nothing else; None where nothing may."""
    if menu.tag not in _KEPT:
        return menu
    parent = menu.getparent()
    if parent is None or parent.tag not in {"div", "td"} or parent.get("role"):
        return None
    alone = len(parent) == 1 and not normalised(parent.text) and not normalised(menu.tail)
    return parent if alone else None
