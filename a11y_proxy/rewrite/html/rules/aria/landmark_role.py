"""
Gives back to lists and controls what they are, where the role of a landmark was written on them.

A list with the role of a menu is no list any more, and its items belong to nothing; a field with the role
of a search is no field that a screen reader would let anybody type into. The role belongs to what is
around: it goes to a box around the list, and the form of a field is found to search by itself.

Before:

    <ul role="navigation" aria-label="Sections"><li><a href="/a">Acts</a></li></ul><form><input type="text" role="search" title="Search"></form>

After:

    <div class="a11y-around" role="navigation" aria-label="Sections"><ul><li><a href="/a">Acts</a></li></ul></div><form><input type="text" title="Search"></form>

Leaves alone:

    <div role="navigation"><ul><li><a href="/a">Acts</a></li></ul></div><form role="search"><input role="searchbox" title="Search"></form>

    <ul role="menu"><li role="none"><a role="menuitem" href="/a">Acts</a></li></ul><ul role="list"><li>Acts</li></ul>

    <table><tbody role="main"><tr><td>Acts</td></tr></tbody></table>

See: https://www.w3.org/TR/html-aria/#docconformance
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, RemoveAttribute, Wrap
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.landmark import LANDMARKS
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.rule import rule

_LISTS = frozenset({"ol", "ul"})
_CONTROLS = ("a", "button", "input", "select", "textarea")
_SELECTS = ", ".join(f"{tag}[role]" for tag in (*sorted(_LISTS), *_CONTROLS))
_HOLD_NO_BOX = frozenset({"dl", "ol", "table", "tbody", "tr", "ul"})
_NAMES = ("aria-label", "aria-labelledby")
_WHY = "The role of a landmark took from this element what it is"


@rule(criterion="1.3.1", selects=_SELECTS)
def landmark_role(element: Element, _page: Page) -> Iterator[Edit]:
    role = role_of(element)
    if role not in LANDMARKS:
        return
    yield RemoveAttribute(element, "role", why=_WHY)
    if element.tag in _LISTS and _may_be_boxed(element, role):
        names = {name: value for name in _NAMES if (value := element.get(name))}
        for name in names:
            yield RemoveAttribute(element, name, why=_WHY)
        yield Wrap(element, _box(role, names), why=_WHY)


def _may_be_boxed(element: Element, role: str) -> bool:
    parent = element.getparent()
    if parent is None or parent.tag in _HOLD_NO_BOX:
        return False
    return role not in map(role_of, element.iterancestors())


def _box(role: str, names: dict[str, str]) -> Element:
    box = around("div", class_="a11y-around", role=role)
    for name, value in names.items():
        box.set(name, value)
    return box
