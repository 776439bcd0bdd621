"""How far a positioned box reaches, told from its own block."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from a11y_proxy.rewrite.css.values import number, pixels

Reach = Literal["own", "drop", "hover", "corner", "cover", "bleed"]
"""
`drop` drops down from a line of links, flies out beside one, lies along the page's top, or is a sign
that grows with the word in it, `hover`
stays over the lower end of the window whatever is scrolled, `corner` is as large as its words and stands
where those around it end, as what closes a message does, or on a field that it names, `cover` takes the whole window, `bleed`
is drawn out to the window's edges; anything else keeps to its `own` place.
"""

_MENU = 150
"""Pixels; a box as wide as that holds words."""

_ZERO = frozenset({"0", "0px", "0em", "0rem"})
_ALL = frozenset({"100%", "100vw", "100vh", "100dvh", "100svh"})
WHOLE_WINDOW = frozenset({"100vh", "100dvh", "100svh", "100lvh"})
_SIDES = {
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
}
_MOVED_BY_SCRIPT = frozenset(
    {"top", "height", "max-height", "inset", "transform", "opacity", "visibility", "display"}
)
_SIZED = frozenset({"width", "height", "bottom", "content", "opacity", "visibility"})
_NEAR = {"": 0, "px": 24, "em": 1.5, "rem": 1.5}
"""By unit; what is so near to two edges stands in the corner between them."""

_DRAWN_OUT = ("margin", "margin-left", "margin-inline", "margin-right", "left", "transform")


FACTS = frozenset({"position", "inset-inline-start", "inset-inline-end", *_DRAWN_OUT})
"""Properties without which a box keeps to its own place."""


def reach_of(declared: Mapping[str, str]) -> Reach:
    """Gives the reach of a box from its declarations: lower-case names to lower-case values."""
    declared = physical(declared)
    position = declared.get("position")
    if position == "fixed" and covers(declared):
        return "cover"
    if position == "fixed" and _hovers(declared):
        return "hover"
    if position == "absolute" and _drops(declared):
        return "drop"
    if position == "absolute" and _is_cornered(declared):
        return "corner"
    drawn = " ".join([declared.get(name, "") for name in _DRAWN_OUT])
    return "bleed" if "vw" in drawn else "own"


def physical(declared: Mapping[str, str]) -> Mapping[str, str]:
    """Gives the declarations with the logical edges under the names they have in our scripts."""
    if _SIDES.keys().isdisjoint(declared):
        return declared
    return {_SIDES.get(name, name): value for name, value in declared.items()}


def covers(declared: Mapping[str, str]) -> bool:
    """Tells whether a box reaches from edge to edge of the window in both directions."""
    if is_column(declared):
        return False
    if "inset" in declared:
        return "auto" not in declared["inset"]
    return _spans(declared, "left", "right", "width") and _spans(
        declared, "top", "bottom", "height"
    )


def is_column(declared: Mapping[str, str]) -> bool:
    """Tells whether a box is as high as the window, but no wider than a column."""
    limit = pixels(declared.get("max-width", "").partition("!")[0].strip())
    relative = declared.get("max-width", "").endswith("em")
    return bool(limit or relative) and {"top", "bottom"} <= declared.keys()


def is_zero(value: str) -> bool:
    """Tells whether a length is none at all."""
    return value in _ZERO


def _spans(declared: Mapping[str, str], start: str, end: str, size: str) -> bool:
    if declared.get(size) in _ALL:
        return True
    return {start, end} <= declared.keys() and "auto" not in {declared[start], declared[end]}


def _drops(declared: Mapping[str, str]) -> bool:
    if declared.keys() >= {"min-width", "min-height"}:  # a sign with a word in it, beside a text
        return True
    if declared.get("z-index", "auto").startswith(("-", "0", "auto")):
        return declared.get("top") == "100%"
    if "100%" in (declared.get("top"), declared.get("left")) or "min-width" in declared:
        return True
    if (pixels(declared.get("width", "")) or 0) >= _MENU and "height" not in declared:
        return True
    if declared.get("left", "").startswith("calc("):
        return True
    along = is_zero(declared.get("top", "")) and declared.keys().isdisjoint({"bottom", "height"})
    return along and _spans(declared, "left", "right", "width")


def _is_cornered(declared: Mapping[str, str]) -> bool:
    """Tells whether a box stands at the end of another's first line, or is a field's moving label."""
    if declared.get("pointer-events") == "none" and "transition" in declared:
        return _SIZED.isdisjoint(declared)
    if "right" not in declared or not _SIZED.isdisjoint(declared):
        return False
    near = _is_near(declared["right"]) and _is_near(declared.get("top", "0"))
    return near and declared.get("left", "auto") == "auto"


def _is_near(value: str) -> bool:
    length = number(value)
    return length is not None and 0 <= length[0] <= _NEAR.get(length[1], -1)


def _hovers(declared: Mapping[str, str]) -> bool:
    """Tells whether a box is a button or a note that nothing but a script or the reader moves away."""
    if "bottom" not in declared or declared["bottom"].startswith("-"):
        return False
    return declared.keys().isdisjoint(_MOVED_BY_SCRIPT)
