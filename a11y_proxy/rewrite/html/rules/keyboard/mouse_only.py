"""
Makes links of blocks that a click turns into them, and names to a person what else needs a mouse.

A block with a click handler is reached by no Tab key and said as plain words. Where its script opens a
place and does nothing else, a link does the same. What is neither that nor plainly a button (`script-button`),
its author knows.

Before:

    <div class="slide" onclick="location.href='/news/15'">The bridge is open</div>

After:

    <a href="/news/15"><div class="slide">The bridge is open</div></a>

Leaves alone:

    <button onclick="send()">Send</button><label onclick="x()">Name <input></label>

    <div onclick="location.href='/15'"><h3><a href="/15">The bridge is open</a></h3></div>

    <div role="button" tabindex="0" onclick="open()" onkeydown="open()">Open</div>

    <body onclick="count()"><div hidden onclick="close()">Close</div></body>

Flags:

    <div onclick="slideGo(1)">›</div>

    <div role="tablist"><div role="tab">2026</div><div role="tab">2027</div></div>

    <table><tr onclick="location.href='/15'"><td>The bridge is open</td></tr></table>

See: https://www.w3.org/WAI/WCAG22/Understanding/keyboard
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, RemoveAttribute, Wrap
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import place_opened
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.mouse import OPERABLE, needs_mouse
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.rule import rule

_MAY_BE_LINKS = frozenset({
    "div", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "p", "section", "span",
})  # fmt: skip
_WHY = "Only a mouse can use this: no keyboard reaches it"


@rule(criterion="2.1.1", selects="[onclick], [role=tablist]")
def mouse_only(element: Element, page: Page) -> Iterator[Edit]:
    if element.get("onclick") is None:
        if not _has_stops(element) and not out_of_reach(element, page):
            yield Flag(element, why=_WHY)
        return
    if not needs_mouse(element, page):
        return
    place = place_opened(element.get("onclick") or "")
    if place and element.tag in _MAY_BE_LINKS and text_of(element):
        why = "Only a mouse could open the place to which this leads"
        yield Wrap(element, around("a", href=place), why=why)
        yield RemoveAttribute(element, "onclick", why=why)
    else:
        yield Flag(element, why=_WHY)


def _has_stops(tabs: Element) -> bool:
    """Says whether the keyboard stops at any of the tabs, or will once a script has brought them."""
    inside = list(tabs.iterdescendants("*"))
    return not inside or any(
        part.tag in OPERABLE or part.get("tabindex") is not None for part in inside
    )
