"""
Takes away roles that stand outside their place, where the element means something without them.

A "menu item" in no menu and a "menu" without items promise keys that do nothing; the links and lists
below them work. Nothing is added to make such a role come true.

Before:

    <ul role="menubar"><li><a href="/news">News</a></li></ul><p><a href="/" role="menuitem">Home</a></p>

After:

    <ul><li><a href="/news">News</a></li></ul><p><a href="/">Home</a></p>

Leaves alone:

    <ul role="menubar"><li role="none"><a href="/" role="menuitem">Home</a></li></ul>

    <ul role="list"><li>One</li></ul><menu><li role="listitem">One</li></menu>

    <div role="tablist"><span><button role="tab">2026</button></span></div>

    <ul role="menu" id="later"></ul><ul role="menu" class="dropdown-menu"><li><a href="/">Home</a></li></ul>

    <div role="tab">2026</div>

    <ul role="menu" aria-owns="x"><li>Text</li></ul><a href="/" role="menuitem" id="x">Home</a>

See: https://www.w3.org/TR/wai-aria-1.2/#scope
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, RemoveAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.rule import rule
from a11y_proxy.standards.aria import CHILD_ROLES, PARENT_ROLES

_SELECTS = ", ".join(f"[role={role}]" for role in (*PARENT_ROLES, *CHILD_ROLES))

# A bare <div> has nothing to fall back on; its script may bring the rest.
_MEAN_SOMETHING = frozenset({"a", "button", "li", "nav", "ol", "option", "ul"})

_LISTS = frozenset({"menu", "ol", "ul"})


@rule(criterion="1.3.1", selects=_SELECTS)
def aria_context(element: Element, page: Page) -> Iterator[Edit]:
    role = role_of(element)
    if element.tag not in _MEAN_SOMETHING or page.fragment or _has_owners(page):
        return
    if role in PARENT_ROLES and not _stands_within(element, PARENT_ROLES[role]):
        why = "This role means something only within another one, and stands in none"
        yield RemoveAttribute(element, "role", why=why)
    elif role in CHILD_ROLES and not _may_hold(element, CHILD_ROLES[role]):
        yield RemoveAttribute(element, "role", why="This role needs parts that are not there")


def _has_owners(page: Page) -> bool:
    """Says whether any element takes children from elsewhere: places prove nothing then."""
    return bool(page.index.having("aria-owns"))


def _stands_within(element: Element, roles: frozenset[str]) -> bool:
    return any(_role(ancestor) in roles for ancestor in element.iterancestors())


def _may_hold(element: Element, roles: frozenset[str]) -> bool:
    if len(element) == 0 or "dropdown" in (element.get("class") or ""):
        return True  # a script fills it, or goes by its role
    return any(_role(child) in roles for child in element.iterdescendants("*"))


def _role(element: Element) -> str:
    if written := role_of(element):
        return written
    return "list" if element.tag in _LISTS else "listitem" if element.tag == "li" else ""
