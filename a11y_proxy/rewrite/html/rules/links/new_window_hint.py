"""
Says beforehand that a link opens a new window.

In a new window the way back does not work, and somebody who sees little does not see why. A sign of
one letter tells those who see, and does not push the layout about; words tell those who listen. After
a picture alone there are only words.

Before:

    <a href="/plan.pdf" target="_blank">The plan</a>

After:

    <a href="/plan.pdf" target="_blank">The plan<span class="a11y-window" data-a11y-ui=""><span class="a11y-hidden" data-a11y-ui="">&nbsp;(opens in a new window)</span></span></a>

Leaves alone:

    <a href="/plan.pdf" target="_blank">The plan (opens in a new window)</a>

    <a href="/plan.pdf" target="_blank" title="У новому вікні">The plan</a>

    <a href="/plan.pdf" target="_self">The plan</a><a href="/menu" target="content">Menu</a>

    <a href="/x" target="_blank"></a><a target="_blank">No link</a>

See: https://www.w3.org/WAI/WCAG22/Techniques/general/G201
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Insert, SetAttribute
from a11y_proxy.rewrite.html.elements import ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.name import name_of, says_words
from a11y_proxy.rewrite.html.queries.wholetext import texts_in
from a11y_proxy.rewrite.html.queries.wording import worded
from a11y_proxy.rewrite.html.rule import rule

_NEW = frozenset({"_blank", "_new", "new", "blank"})
_WINDOWS = ("вікн", "вкладц", "вкладк", "окн", "window", "tab")
_SAID = re.compile(
    r"(?:нов|окрем|інш|отдельн|друг)\w{0,9}+ (?:вікн|вкладц|окн|вкладк)|(?:new|other|another) (?:window|tab)"
)
_WHY = "The link opens a new window and did not say so"


@rule(criterion="3.2.5", selects="a[target]")
def new_window_hint(element: Element, page: Page) -> Iterator[Edit]:
    if (element.get("target") or "").strip().lower() not in _NEW or element.get("href") is None:
        return
    texts = texts_in(element) if len(element) else [element.text or ""]
    label = element.get("aria-label")
    if _is_said(" ".join((*texts, element.get("title") or "", label or ""))):
        return
    if out_of_reach(element, page):
        return
    # a hint must not become the only name of a nameless link
    if not (says_words(element) or name_of(element, page)):
        return
    note = worded("span", "(opens in a new window)", element, page, class_="a11y-hidden")
    hint = note.text
    # a plain space is lost at the beginning of what stands outside the line
    note.text = f"\N{NO-BREAK SPACE}{hint}"
    if label and not element.get("aria-labelledby"):
        yield SetAttribute(element, "aria-label", f"{label} {hint}", why=_WHY)
    if any(map(str.strip, texts)):
        sign = ours("span", class_="a11y-window")
        sign.append(note)
        note = sign
    yield Insert(element, note, "last", why=_WHY)


def _is_said(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _WINDOWS) and _SAID.search(lower) is not None
