"""
Makes a button of what is one in everything but the keyboard.

A few words run a script when they are clicked, and look like a button, or the script's own name says that
it opens, shows or prints something. The Tab key now stops there, a screen reader calls it a button, and
Enter and Space do what a click does: they click. What a script only counts is no button.

Before:

    <div class="btn" onclick="openSubscribe()">Subscribe</div>

After:

    <div class="btn" onclick="openSubscribe()" role="button" tabindex="0" onkeydown="if(event.key==='Enter'||event.key===' '){event.preventDefault();this.click()}">Subscribe</div>

Leaves alone:

    <div onclick="count()">Subscribe</div><div onclick="slideGo(1)">Next</div>

    <div class="btn" onclick="location.href='/15'">The bridge is open</div>

    <div class="btn" onclick="go()"><a href="/15">The bridge is open</a></div>

    <span class="btn" role="button" tabindex="0" onclick="go()">Go</span><span class="btn" onclick="go()" onkeyup="go()">Go</span>

See: https://www.w3.org/WAI/WCAG22/Techniques/aria/ARIA4
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import place_opened
from a11y_proxy.rewrite.html.queries.mouse import needs_mouse
from a11y_proxy.rewrite.html.queries.text import INLINE, text_of
from a11y_proxy.rewrite.html.rule import rule

_LONGEST = 60
_BOXES = frozenset({"b", "center", "div", "em", "font", "i", "p", "span", "strong", "u"})
_INSIDE = INLINE | {"br", "img", "svg"}
_HAND = re.compile(r"cursor\s*:\s*(?:pointer|hand)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?:^|[\s_-])(?:btn|button|knopka|кнопка)(?=$|[\s_-])", re.IGNORECASE)
_DOES = re.compile(
    r"(?:^|[\s.;{!])(?:back|close|collapse|expand|hide|open|play|print|reset|scroll|send|show|submit|toggle)"
    r"(?:[A-Z_]\w*)?\("
)
_KEYS = "if(event.key==='Enter'||event.key===' '){event.preventDefault();this.click()}"
_WHY = "It looks like a button, and only a mouse could press it"


@rule(criterion="2.1.1", selects="[onclick]")
def script_button(element: Element, page: Page) -> Iterator[Edit]:
    code = element.get("onclick") or ""
    if element.tag not in _BOXES or not (_looks_like_button(element) or _DOES.search(code)):
        return
    if place_opened(code) or not needs_mouse(element, page):
        return
    # a button says its words and nothing of what else it holds
    if all(child.tag in _INSIDE for child in element.iterdescendants("*")) and _is_named(element):
        for name, value in (("role", "button"), ("tabindex", "0"), ("onkeydown", _KEYS)):
            yield SetAttribute(element, name, value, why=_WHY)


def _looks_like_button(element: Element) -> bool:
    return bool(
        _NAMED.search(element.get("class") or "") or _HAND.search(element.get("style") or "")
    )


def _is_named(element: Element) -> bool:
    words = text_of(element)
    return len(words) <= _LONGEST and any(map(str.isalpha, words))
