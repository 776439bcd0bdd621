"""
Makes an item of what stands in a list and is none.

A list says how many items it has and which one is read. What is not an item is counted nowhere, and
some screen readers give the whole list up.

Before:

    <ul><li>News</li><a href="/rada">Council</a><div>Contacts</div></ul>

After:

    <ul><li>News</li><li class="a11y-lines"><a href="/rada">Council</a></li><li class="a11y-lines"><div>Contacts</div></li></ul>

Leaves alone:

    <ul><li>News</li><script>menu()</script><template><p>Loading</p></template><li>Council</li></ul>

    <ul role="menu"><a role="menuitem" href="/rada">Council</a></ul>

    <ul><div role="listitem">News</div><br></ul>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H48
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Wrap, WrapRun
from a11y_proxy.rewrite.html.elements import list_part
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.text import normalised, text_of
from a11y_proxy.rewrite.html.rule import rule

_AT_HOME = frozenset({"li", "script", "style", "template", "br", "hr"})
_HEARD = (
    "img",
    "input",
    "button",
    "select",
    "textarea",
    "a",
    "iframe",
    "object",
    "video",
    "audio",
    "li",
)
_WHY = "It stood in a list and was no item of it"


@rule(criterion="1.3.1", selects="ul, ol")
def stray_list_child(element: Element, _page: Page) -> Iterator[Edit]:
    items = [child for child in element if child.tag in _AT_HOME]
    if element.get("role") or (len(items) == len(element) and not _has_words(element, items)):
        return
    for after, until in pairwise((None, *items, None)):
        between = _between(element, after, until)
        texts = [element.text if after is None else after.tail, *(each.tail for each in between)]
        if any(map(normalised, texts)):
            yield WrapRun(element, after, until, _item(), why=_WHY)
            continue
        for stray in between:
            if isinstance(stray.tag, str) and not stray.get("role") and _says_something(stray):
                yield Wrap(stray, _item(), why=_WHY)


def _has_words(element: Element, items: list[Element]) -> bool:
    return any(map(normalised, (element.text, *(item.tail for item in items))))


def _says_something(stray: Element) -> bool:
    """An item that holds nothing would be counted, and read as nothing."""
    return bool(text_of(stray)) or next(stray.iter(*_HEARD), None) is not None


def _between(element: Element, after: Element | None, until: Element | None) -> list[Element]:
    start = 0 if after is None else element.index(after) + 1
    return element[start : len(element) if until is None else element.index(until)]


def _item() -> Element:
    return list_part("li", native=True)
