"""
Carries an edit out and tells what it did.

Law: no word is lost. In lxml the text after an element hangs on the element (its tail); every edit
here says where that text stays.
"""

from __future__ import annotations

import re
from html import escape

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.css.selectors import WAS
from a11y_proxy.rewrite.html.edits import (
    Edit,
    Flag,
    Insert,
    Remove,
    RemoveAttribute,
    Rename,
    SetAttribute,
    SetText,
    TextOf,
    Unwrap,
    Wrap,
    WrapRun,
    WrapSiblings,
    WrapText,
)

_CELLS = ("td", "th")
_LONGEST = 160
_LEAD = 40

# What XML cannot hold: lxml reads it from a page, but refuses to have it written again.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def snippet(element: Element) -> str:
    """Gives the start tag, and the element's own first words, cut to a readable length."""
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.items())
    words = " ".join((element.text or "").split())
    return _short(f"<{element.tag!s}{attributes}>{words}")


def apply(edit: Edit) -> tuple[str, str] | None:  # noqa: C901, PLR0911  # one for each kind
    """Gives what stood there before and after; None where nothing had to change."""
    match edit:
        case SetAttribute(element, name, value):
            return _set(element, name, writable(value) or "")
        case RemoveAttribute(element, name):
            return _take_attribute(element, name)
        case Insert(element, new, position):
            _insert(element, new, position)
            return "", snippet(new)
        case Rename(element, tag):
            return _rename(element, tag)
        case Wrap(element, new):
            _wrap(element, element, new)
            return snippet(element), f"{snippet(new)}{snippet(element)}"
        case WrapSiblings(element, last, new):
            _wrap(element, last, new)
            return "", snippet(new)
        case WrapRun(element, after, until, new):
            _wrap_run(element, after, until, new)
            return "", snippet(new)
        case WrapText(element, which, start, end, new):
            _wrap_text(element, which, start, end, new)
            return _short(new.text or ""), snippet(new)
        case SetText(element, which, value):
            return _set_text(element, which, writable(value) or "")
        case Unwrap(element):
            return _take_away(element, list(element), element.text)
        case Remove(element):
            return _take_away(element, [], None)
        case Flag(element):
            return snippet(element), ""


def writable(text: str | None) -> str | None:
    """Gives text that lxml can write into the tree: without control characters."""
    return text and _UNWRITABLE.sub("", text)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _set(element: Element, name: str, value: str) -> tuple[str, str] | None:
    old = element.get(name)
    if old == value:
        return None
    element.set(name, value)
    return "" if old is None else _short(f'{name}="{old}"'), _short(f'{name}="{value}"')


def _take_attribute(element: Element, name: str) -> tuple[str, str] | None:
    old = element.attrib.pop(name, None)
    return None if old is None else (_short(f'{name}="{old}"'), "")


def _rename(element: Element, tag: str) -> tuple[str, str]:
    """A cell keeps the look that the author's sheets give to what it was; they are told by the mark."""
    before = snippet(element)
    if element.tag in _CELLS:
        element.set(WAS, str(element.tag))
    element.tag = tag
    return before, snippet(element)


def _insert(element: Element, new: Element, position: str) -> None:
    if position == "before":
        element.addprevious(new)
    elif position == "after":
        tail, element.tail = writable(element.tail), None
        element.addnext(new)
        new.tail = tail
    elif position == "last":
        element.append(new)
    else:
        new.tail, element.text = writable(element.text), None
        element.insert(0, new)


def _wrap(first: Element, last: Element, new: Element) -> None:
    tail, last.tail = writable(last.tail), None
    inside = [first]
    while inside[-1] is not last and (following := inside[-1].getnext()) is not None:
        inside.append(following)
    first.addprevious(new)
    new.extend(inside)
    new.tail = tail


def _wrap_run(parent: Element, after: Element | None, until: Element | None, new: Element) -> None:
    start = 0 if after is None else parent.index(after) + 1
    end = len(parent) if until is None else parent.index(until)
    if after is None:
        new.text, parent.text = writable(parent.text), None
    else:
        new.text, after.tail = writable(after.tail), None
    inside = parent[start:end]
    parent.insert(start, new)
    new.extend(inside)


def _wrap_text(element: Element, which: TextOf, start: int, end: int, new: Element) -> None:
    text = writable(element.text if which == "text" else element.tail) or ""
    new.text, new.tail = text[start:end], text[end:] or None
    if which == "text":
        element.text = text[:start] or None
        element.insert(0, new)
    else:
        element.tail = None
        element.addnext(new)
        element.tail = text[:start] or None


def _set_text(element: Element, which: TextOf, value: str) -> tuple[str, str] | None:
    before = element.text if which == "text" else element.tail
    if before == value:
        return None
    if which == "text":
        element.text = value
    else:
        element.tail = value
    return _around_change(before or "", value)


def _around_change(before: str, after: str) -> tuple[str, str]:
    """Gives two texts from shortly before where they part, so that what is cut off is not the change."""
    pairs = enumerate(zip(before, after, strict=False))
    shorter = min(len(before), len(after))
    parted = next((place for place, (old, new) in pairs if old != new), shorter)
    start = parted - _LEAD if parted > _LONGEST - _LEAD else 0
    mark = "…" if start else ""
    return _short(mark + before[start:]), _short(mark + after[start:])


def _take_away(element: Element, content: list[Element], text: str | None) -> tuple[str, str]:
    before = snippet(element)
    parent = element.getparent()
    if parent is None:
        raise ValueError(f"{before} is the root and cannot be taken away")
    tail, element.tail = element.tail, None
    _append_text(parent, element.getprevious(), text)
    for child in content:
        element.addprevious(child)
    _append_text(parent, element.getprevious(), tail)
    parent.remove(element)
    return before, ""


def _append_text(parent: Element, previous: Element | None, text: str | None) -> None:
    if not text:
        return
    if previous is None:
        parent.text = writable((parent.text or "") + text)
    else:
        previous.tail = writable((previous.tail or "") + text)
