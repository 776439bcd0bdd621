"""How far a positioned box reaches, told from its own block."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Reach = Literal["own", "drop", "cover", "bleed"]
"""
`drop` drops down from a line of links or lies along the page's top, `cover` takes the whole window,
`bleed` is drawn out to the window's edges; anything else keeps to its `own` place.
"""

_ZERO = frozenset({"0", "0px", "0em", "0rem"})
_ALL = frozenset({"100%", "100vw", "100vh", "100dvh", "100svh"})
_DRAWN_OUT = ("margin", "margin-left", "margin-inline", "margin-right", "left", "transform")


def reach_of(declared: Mapping[str, str]) -> Reach:
    """Gives the reach of a box from its declarations: lower-case names to lower-case values."""
    position = declared.get("position")
    if position == "fixed" and covers(declared):
        return "cover"
    if position == "absolute" and _drops(declared):
        return "drop"
    return "bleed" if any("vw" in declared.get(name, "") for name in _DRAWN_OUT) else "own"


def covers(declared: Mapping[str, str]) -> bool:
    """Tells whether a box reaches from edge to edge of the window in both directions."""
    if "inset" in declared:
        return "auto" not in declared["inset"]
    return _spans(declared, "left", "right", "width") and _spans(
        declared, "top", "bottom", "height"
    )


def is_zero(value: str) -> bool:
    """Tells whether a length is none at all."""
    return value in _ZERO


def _spans(declared: Mapping[str, str], start: str, end: str, size: str) -> bool:
    if declared.get(size) in _ALL:
        return True
    return {start, end} <= declared.keys() and "auto" not in {declared[start], declared[end]}


def _drops(declared: Mapping[str, str]) -> bool:
    if declared.get("z-index", "auto").startswith(("-", "0", "auto")):
        return declared.get("top") == "100%"
    if declared.get("top") == "100%" or "min-width" in declared:
        return True
    along = is_zero(declared.get("top", "")) and declared.keys().isdisjoint({"bottom", "height"})
    return along and _spans(declared, "left", "right", "width")
