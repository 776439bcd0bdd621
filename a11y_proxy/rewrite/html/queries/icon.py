"""
Reads what an icon stands for from the name by which its author took it from a set.

Icon fonts and sprites name their signs by class or by id: `fa-search`, `ico-print`, `#i-tel`. Only signs
that mean one thing everywhere are in the table; an arrow, an eye or a sheet of paper may mean anything.
"""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.standards.html import XLINK

_MEANINGS = {
    "Search": "search magnifier lupa magnifying-glass",
    "Print": "print printer",
    "Close": "close times xmark cross",
    "Menu": "menu bars hamburger burger",
    "Telephone": "phone tel telephone",
    "E-mail": "mail email envelope",
    "Download": "download",
    "Calendar": "calendar",
    "Share": "share share-alt",
    "RSS": "rss feed",
    "Facebook": "facebook fb facebook-f",
    "Instagram": "instagram",
    "YouTube": "youtube youtube-play",
    "Telegram": "telegram telegram-plane",
    "Twitter": "twitter",
    "Viber": "viber",
}
_NAMES = {name: meaning for meaning, names in _MEANINGS.items() for name in names.split()}
_SET = re.compile(
    r"(?:fa|fas|far|fab|ico|icon|icons|icofont|glyphicon|bi|spr|sprite|mdi|la|ti|fi|i|svg)[-_]"
)
_TOGGLES = frozenset({
    "navbar-toggle", "navbar-toggler", "nav-toggle", "menu-toggle", "menu-btn", "menu-button",
    "hamburger", "burger",
})  # fmt: skip


def icon_meaning(control: Element, page: Page) -> str:
    """Gives what the one icon in a control, or the control itself, stands for; "" where that is not said."""
    meanings = {meaning for part in control.iter("*") if (meaning := _meaning(part))}
    return page.say(meanings.pop()) if len(meanings) == 1 else ""


def is_icon(element: Element) -> bool:
    """Says whether the element has the class of an icon font or a sprite."""
    return any(map(_SET.match, (element.get("class") or "").lower().split()))


def _meaning(part: Element) -> str:
    names = (part.get("class") or "").lower().split()
    if part.tag == "use":
        address = part.get("href") or part.get(f"{{{XLINK}}}href") or ""
        names = [address.partition("#")[2].lower()]
    for name in names:
        if name in _TOGGLES:
            return "Menu"
        if (found := _SET.match(name)) and (meaning := _NAMES.get(name[found.end() :])):
            return meaning
    return ""
