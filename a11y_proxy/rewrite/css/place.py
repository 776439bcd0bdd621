"""Where a positioned box lies, told from its own block: in the page, over it or behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from a11y_proxy.rewrite.css.values import number, pixels

Place = Literal["flow", "bar", "behind", "label", "pulled", "over", "floating"]
"""
`bar` sticks to an edge of the window, `behind` lies behind what else its parent holds, `label` is
text laid over something, `pulled` is text drawn up over what precedes it, `over` is text that
comes up over something; anything else out of the flow is `floating`.
"""

_WRITTEN = frozenset({"color", "font", "font-size", "line-height", "text-align"})
_GROUNDS = frozenset({"background", "background-color", "background-image"})
_EDGES = ("left", "right", "top", "bottom", "margin-left", "margin-top", "text-indent")
_STATES = frozenset({"opacity", "visibility", "clip", "clip-path"})


def place_of(declared: Mapping[str, str]) -> Place:
    """Gives the place of a box from its declarations: lower-case names to lower-case values."""
    match declared.get("position", "").removeprefix("-webkit-"):
        case "sticky" if _pinned(declared):
            return "bar"
        case "fixed" if _pinned(declared) and _wide(declared):
            return "bar"
        case "relative" if _up(declared) and "color" in declared:
            return "pulled"
        case "absolute" | "fixed" as position:
            return _out_of_flow(declared, absolute=position == "absolute")
        case _:
            return "flow"


def _out_of_flow(declared: Mapping[str, str], *, absolute: bool) -> Place:
    away = _away(declared)
    if declared.get("z-index", "").startswith("-") and not away:
        return "behind"
    if absolute and (_is_slide(declared) or (not away and not _WRITTEN.isdisjoint(declared))):
        return "label"
    covers = absolute and not declared.keys().isdisjoint({"top", "bottom"})
    if covers and "color" in declared and _GROUNDS.isdisjoint(declared):
        return "over"
    return "floating"


def _pinned(declared: Mapping[str, str]) -> bool:
    return not declared.keys().isdisjoint({"top", "bottom", "inset", "inset-block-start"})


def _wide(declared: Mapping[str, str]) -> bool:
    full = declared.get("width") in {"100%", "100vw"} or "inset" in declared
    return full or {"left", "right"} <= declared.keys()


def _up(declared: Mapping[str, str]) -> bool:
    return (pixels(declared.get("margin-top", "")) or 0) < -10


def _away(declared: Mapping[str, str]) -> bool:
    """Tells whether the box is hidden, or put out of sight, until something brings it back."""
    if declared.get("display") == "none" or not _STATES.isdisjoint(declared):
        return True
    if pixels(declared.get("width", "")) == 1 or pixels(declared.get("height", "")) == 1:
        return True
    found = (number(declared[name]) for name in _EDGES if name in declared)
    return any(length is not None and length[0] <= -50 for length in found)


def _is_slide(declared: Mapping[str, str]) -> bool:
    """One of several boxes of one size in one place: only the one that is shown takes room."""
    corner = pixels(declared.get("left", "")) == 0 == pixels(declared.get("top", ""))
    return corner and bool(pixels(declared.get("height", ""))) and _STATES.isdisjoint(declared)
