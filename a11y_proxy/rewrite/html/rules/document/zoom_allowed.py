"""
Lets people enlarge the page with their fingers, and read it without scrolling sideways.

A page that forbids zoom shuts out everybody who reads a telephone at four times the size; one laid
out for a fixed width is shown tiny, and enlarged it no longer fits.

Before:

    <head><meta name="viewport" content="width=device-width, user-scalable=no, maximum-scale=1"></head>

After:

    <head><meta name="viewport" content="width=device-width"></head>

Leaves alone:

    <head><meta name="viewport" content="width=device-width, initial-scale=1"></head>

    <head><meta name="viewport" content="width=device-width, maximum-scale=5, user-scalable=yes"></head>

    <head><meta name="description" content="user-scalable=no"><meta name="viewport" content="initial-scale=1"></head>

See: https://www.w3.org/WAI/WCAG22/Understanding/resize-text
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Insert, SetAttribute
from a11y_proxy.rewrite.html.elements import ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rule import rule

_FLUID = "width=device-width"
_DEFAULT = f"{_FLUID}, initial-scale=1"
_ENOUGH = 5.0


@rule(criterion="1.4.4", selects="head, meta[name=viewport]")
def zoom_allowed(element: Element, page: Page) -> Iterator[Edit]:
    if element.tag == "head":
        if not any(map(_is_viewport, page.root.iter("meta"))):
            new = ours("meta", name="viewport", content=_DEFAULT)
            yield Insert(element, new, "last", why="The page did not fit itself to narrow screens")
        return
    pairs = [pair for pair in re.split(r"[,;]+", element.get("content") or "") if pair.strip()]
    kept = [pair.strip() for pair in pairs if not _forbids_zoom(pair)]
    fluid = [_FLUID if _fixes_width(pair) else pair for pair in kept]
    content = ", ".join(fluid) or _DEFAULT
    if len(kept) < len(pairs):
        yield SetAttribute(element, "content", content, why="The page forbade zooming")
    elif fluid != kept:
        why = "The page did not fit itself to narrow screens"
        yield SetAttribute(element, "content", content, why=why)


def _fixes_width(pair: str) -> bool:
    name, _, value = (part.strip().lower() for part in pair.partition("="))
    return name == "width" and _is_number(value)


def _is_viewport(meta: Element) -> bool:
    return (meta.get("name") or "").strip().lower() == "viewport"


def _forbids_zoom(pair: str) -> bool:
    name, _, value = (part.strip().lower() for part in pair.partition("="))
    if name == "user-scalable":
        return value == "no" or (_is_number(value) and -1 < float(value) < 1)
    return name == "maximum-scale" and (not _is_number(value) or 0 <= float(value) < _ENOUGH)


def _is_number(value: str) -> bool:
    return re.fullmatch(r"[+-]?\d+(\.\d*)?|[+-]?\.\d+", value) is not None
