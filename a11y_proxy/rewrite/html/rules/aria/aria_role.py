"""
Takes away roles that no standard knows, and the one that silences a whole page.

A browser passes over such a word; a page that hoped for it has nothing, and what the element is by
itself counts again. `application` on a page takes every reading key away from a screen reader.

Before:

    <nav role="nav menu-main"><a href="/">Home</a></nav><p role="tooltips note">Text</p>

After:

    <nav><a href="/">Home</a></nav><p role="note">Text</p>

Leaves alone:

    <nav role="navigation"></nav><div role="Button" tabindex="0">Up</div>

    <section role="doc-chapter"></section><svg role="graphics-document img"></svg>

    <div role="text">1 of 5</div><div role="image" aria-label="Map"></div>

    <div role="">x</div><div role="{{kind}}">y</div>

    <div role="application" tabindex="0">Map</div>

See: https://www.w3.org/TR/wai-aria-1.2/#roles
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, RemoveAttribute, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rule import rule
from a11y_proxy.standards.aria import ROLE_MODULES, ROLES


@rule(criterion="4.1.2", selects="[role]")
def aria_role(element: Element, _page: Page) -> Iterator[Edit]:
    written = (element.get("role") or "").split()
    known = list(filter(_is_role, written))
    if element.tag in {"html", "body"} and "application" in map(str.lower, known):
        why = "The role of an application takes reading keys away from screen readers"
        yield RemoveAttribute(element, "role", why=why)
    elif known != written and not any("{" in word for word in written):
        why = "No standard knows this role"
        if known:
            yield SetAttribute(element, "role", " ".join(known), why=why)
        else:
            yield RemoveAttribute(element, "role", why=why)


def _is_role(word: str) -> bool:
    role = word.lower()
    return role in ROLES or role.startswith(ROLE_MODULES)
