"""
Calls a link a button where a script makes it one, and gives it an address where the script holds one.

A screen reader says "link" and the visitor expects another page; in a list of links they all lead
to the same place. Enter goes on working as it did. A link whose script does nothing is a
person's matter.

Before:

    <a href="javascript:zoom('a.jpg')">Larger</a><a href="#" onclick="openMenu()">Menu</a>
    <a href="javascript:location.href='/archive'">Archive</a>

After:

    <a href="javascript:zoom('a.jpg')" role="button">Larger</a><a href="#" onclick="openMenu()" role="button">Menu</a>
    <a href="/archive">Archive</a>

Leaves alone:

    <a href="#top">Up</a><a href="/news" onclick="count()">News</a><a href="#">Up</a>

    <a href="#" onclick="openMenu()" role="menuitem">Menu</a><div role="tablist"><a href="#" onclick="show(1)">2026</a></div>

    <a href="#" onclick="location.href='/news'">News</a><a href="#" onclick="window.scrollTo(0, 0)">Up</a>

    <div hidden><a href="javascript:openMenu()">Menu</a></div>

Flags:

    <a href="#" onclick="return false">The town</a>

See: https://www.w3.org/WAI/ARIA/apg/patterns/button/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import place_opened
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.rule import rule

_SCRIPT = "javascript:"
_NOTHING = re.compile(r"\s*+(?>(?:return\s++false|void\s*+\(?\s*+0\s*+\)?|;)\s*+)*+")
_TRAVELS = re.compile(r"location|window\.open|scroll|history|submit", re.IGNORECASE)
_HOOKS = ("data-toggle", "data-bs-toggle", "data-target", "aria-controls", "aria-expanded",
          "aria-haspopup", "id")  # fmt: skip
"""By these another script may have taken hold of the link."""


@rule(criterion="4.1.2", selects="a[href]")
def script_link(element: Element, page: Page) -> Iterator[Edit]:
    href = (element.get("href") or "").strip()
    scripted = href[: len(_SCRIPT)].lower() == _SCRIPT
    if not scripted and (href != "#" or element.get("onclick") is None):
        return
    if element.get("role") or _in_widget(element) or out_of_reach(element, page):
        return
    code = href[len(_SCRIPT) :] if scripted else ""
    handler = element.get("onclick") or ""
    if (place := place_opened(code)) and not handler:
        why = "The address of the link was inside a script"
        yield SetAttribute(element, "href", place, why=why)
    elif _NOTHING.fullmatch(code) and _NOTHING.fullmatch(handler):
        # without a handler of its own some script has taken hold of it by its class
        if handler and not any(element.get(name) for name in _HOOKS):
            yield Flag(
                element, why="The link leads nowhere, and no script is seen that would use it"
            )
    elif not _TRAVELS.search(code + handler):
        yield SetAttribute(
            element, "role", "button", why="What was called a link is a script's button"
        )


def _in_widget(link: Element) -> bool:
    """Whether a box around it has a role by which its script may mean more than a button."""
    above = link.getparent()
    for _ in range(2):
        if above is None:
            return False
        if above.get("role"):
            return True
        above = above.getparent()
    return False
