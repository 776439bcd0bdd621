"""
Carries an edit out and tells what it did.

Law: no word is lost. In lxml the text after an element hangs on the element (its tail); every edit
here says where that text stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from types import MappingProxyType
from typing import Any

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
    Unwrap,
    Wrap,
    WrapRun,
    WrapSiblings,
    WrapText,
)

_CELLS = ("td", "th")

Told = tuple[str, str]
"""What stood there before, and after."""

_LONGEST = 160
_LEAD = 40

# What XML cannot hold: lxml reads it from a page, but refuses to have it written again.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def snippet(element: Element) -> str:
    """Gives the start tag, and the element's own first words, cut to a readable length."""
    attributes = "".join([f' {name}="{escape(value)}"' for name, value in element.items()])
    words = " ".join(text.split()) if (text := element.text) else ""
    return _short(f"<{element.tag!s}{attributes}>{words}")


def apply(edit: Edit) -> Told | None:
    """Gives what stood there before and after; None where nothing had to change."""
    return _APPLY[type(edit)](edit)


def writable(text: str | None) -> str | None:
    """Gives text that lxml can write into the tree: without control characters."""
    return text if not text or text.isprintable() else _UNWRITABLE.sub("", text)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _set(edit: SetAttribute) -> Told | None:
    element, name, value, _ = edit
    old, value = element.get(name), writable(value) or ""
    if old == value:
        return None
    element.set(name, value)
    return "" if old is None else _short(f'{name}="{old}"'), _short(f'{name}="{value}"')


def _take_attribute(edit: RemoveAttribute) -> Told | None:
    old = edit.element.attrib.pop(edit.name, None)
    return None if old is None else (_short(f'{edit.name}="{old}"'), "")


def _insert(edit: Insert) -> Told:
    element, new, position, _ = edit
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
    return "", snippet(new)


def _rename(edit: Rename) -> Told:
    """A cell keeps the look that the author's sheets give to what it was; they are told by the mark."""
    element, tag, _ = edit
    before = snippet(element)
    if element.tag in _CELLS:
        element.set(WAS, str(element.tag))
    element.tag = tag
    return before, snippet(element)


def _wrap(edit: Wrap) -> Told:
    element, new, _ = edit
    _wrap_all(element, element, new)
    before = snippet(element)
    return before, f"{snippet(new)}{before}"


def _wrap_siblings(edit: WrapSiblings) -> Told:
    _wrap_all(edit.element, edit.last, edit.new)
    return "", snippet(edit.new)


def _wrap_all(first: Element, last: Element, new: Element) -> None:
    tail, last.tail = writable(last.tail), None
    inside = [first]
    while inside[-1] is not last and (following := inside[-1].getnext()) is not None:
        inside.append(following)
    first.addprevious(new)
    new.extend(inside)
    new.tail = tail


def _wrap_run(edit: WrapRun) -> Told:
    parent, after, until, new, _ = edit
    if after is None:
        new.text, parent.text = writable(parent.text), None
        first = next(iter(parent), None)
    else:
        new.text, after.tail = writable(after.tail), None
        first = after.getnext()
    inside, here = [], first
    while here is not None and here is not until:
        inside.append(here)
        here = here.getnext()
    if first is None:
        parent.append(new)
    else:
        first.addprevious(new)
    new.extend(inside)
    return "", snippet(new)


def _wrap_text(edit: WrapText) -> Told:
    element, which, start, end, new, _ = edit
    text = writable(element.text if which == "text" else element.tail) or ""
    new.text, new.tail = text[start:end], text[end:] or None
    if which == "text":
        element.text = text[:start] or None
        element.insert(0, new)
    else:
        element.tail = None
        element.addnext(new)
        element.tail = text[:start] or None
    return _short(new.text), snippet(new)


def _set_text(edit: SetText) -> Told | None:
    element, which, value, _ = edit
    before, value = element.text if which == "text" else element.tail, writable(value) or ""
    if before == value:
        return None
    if which == "text":
        element.text = value
    else:
        element.tail = value
    return _around_change(before or "", value)


def _around_change(before: str, after: str) -> Told:
    """Gives two texts from shortly before where they part, so that what is cut off is not the change."""
    pairs = enumerate(zip(before, after, strict=False))
    shorter = min(len(before), len(after))
    parted = next((place for place, (old, new) in pairs if old != new), shorter)
    start = parted - _LEAD if parted > _LONGEST - _LEAD else 0
    mark = "…" if start else ""
    return _short(mark + before[start:]), _short(mark + after[start:])


def _unwrap(edit: Unwrap) -> Told:
    return _take_away(edit.element, list(edit.element), edit.element.text)


def _remove(edit: Remove) -> Told:
    return _take_away(edit.element, [], None)


def _flag(edit: Flag) -> Told:
    return snippet(edit.element), ""


def _take_away(element: Element, content: list[Element], text: str | None) -> Told:
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


_APPLY: Mapping[type[Edit], Callable[[Any], Told | None]] = MappingProxyType(
    {
        SetAttribute: _set,
        RemoveAttribute: _take_attribute,
        Insert: _insert,
        Rename: _rename,
        Wrap: _wrap,
        WrapSiblings: _wrap_siblings,
        WrapRun: _wrap_run,
        WrapText: _wrap_text,
        SetText: _set_text,
        Unwrap: _unwrap,
        Remove: _remove,
        Flag: _flag,
    }
)
