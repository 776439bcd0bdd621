"""Where a positioned box lies, told from its own block: in the page, over it or behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from a11y_proxy.rewrite.css.control import is_blank
from a11y_proxy.rewrite.css.extent import SMALL
from a11y_proxy.rewrite.css.reach import covers, is_column, is_zero, physical
from a11y_proxy.rewrite.css.values import number, pixels

Place = Literal[
    "flow",
    "bar",
    "behind",
    "label",
    "pulled",
    "lifted",
    "over",
    "raised",
    "spread",
    "floating",
    "mark",
    "badge",
]
"""
`bar` sticks to an edge of the window or is a header laid over the page, `behind` lies behind what else its parent holds, `label` is
text laid over something, `pulled` is text drawn up over what precedes it, `over` is text that
comes up over something, `lifted` and `raised` may hold text and lie over a picture, the one in the
flow and the other out of it, `spread` lies over all of something without a ground, `mark` is small or wordless,
`badge` is round and hides what it lies over; anything else out of the flow is `floating`.
"""

_HIGH = 10
"""A level that is meant to be above everything on the page, not above a neighbour."""

_END = 24
"""Pixels; what is no farther from the end of its line stands at that end."""

_WRITTEN = frozenset({"color", "font", "font-size", "line-height", "text-align"})
_GROUNDS = frozenset({"background", "background-color", "background-image"})
_BARE = frozenset({"none", "transparent", "0 0", "initial", "unset"})
_PADDINGS = frozenset({"padding", "padding-top", "padding-left", "padding-inline"})
_EDGES = ("left", "right", "top", "bottom", "margin-left", "margin-top", "text-indent")
_MOVED = re.compile(r"translate(?:x|y|3d)?\((?:(?!translate)[^)])*\b[1-9]\d\d+(?:\.\d+)?%")
"""A box moved by its own size or more, as menus beside the window are."""

_SEEN_THROUGH = re.compile(r"(?:,[^(),]*,[^(),]*,|/)\s*(?:0?\.\d+|[1-9]\d?(?:\.\d+)?%)\s*\)")
"""A colour with an alpha between nothing and all."""

_STATES = frozenset({"opacity", "visibility", "clip", "clip-path"})


def place_of(declared: Mapping[str, str]) -> Place:
    """Gives the place of a box from its declarations: lower-case names to lower-case values."""
    declared = physical(declared)
    match declared.get("position", "").removeprefix("-webkit-"):
        case "sticky" if _pinned(declared):
            return "bar"
        case "fixed" | "absolute" as position if _is_bar(declared, fixed=position == "fixed"):
            return "bar"
        case "relative" if _up(declared) and "color" in declared:
            return "pulled"
        case "relative" if _lifted(declared) and not _away(declared):
            return "lifted"
        case "absolute" | "fixed" as position:
            return _out_of_flow(declared, absolute=position == "absolute")
        case _:
            return "flow"


def is_veil(declared: Mapping[str, str]) -> bool:
    """Tells whether a box without words darkens or tints what it lies over."""
    empty = declared.get("content") in {"''", '""'}
    if not empty or declared.get("position") != "absolute" or not covers(physical(declared)):
        return False
    opacity = number(declared.get("opacity", "1"))
    if opacity and 0 < opacity[0] < 1:
        return True
    return any(_SEEN_THROUGH.search(declared.get(name, "")) for name in _GROUNDS)


def _out_of_flow(declared: Mapping[str, str], *, absolute: bool) -> Place:
    away = _away(declared)
    if declared.get("z-index", "").startswith("-") and not away:
        return "behind"
    wordless = is_blank(declared) and _is_beside(declared)
    if absolute and not wordless and (_is_slide(declared) or (not away and _is_text(declared))):
        return "badge" if _is_badge(declared) else "label"
    if _is_small(declared) or (absolute and wordless):
        return "mark"
    if absolute and _spans(declared) and _is_bare(declared) and not _is_passed(declared):
        return "spread"
    if not absolute or declared.keys().isdisjoint({"top", "bottom"}):
        return "floating"
    return _raised(declared, away=away)


def _raised(declared: Mapping[str, str], *, away: bool) -> Place:
    if not _GROUNDS.isdisjoint(declared):
        return "floating"
    if "color" in declared:
        return "over"
    return "floating" if away or _is_passed(declared) else "raised"


def _pinned(declared: Mapping[str, str]) -> bool:
    return not declared.keys().isdisjoint({"top", "bottom", "inset", "inset-block-start"})


def _wide(declared: Mapping[str, str]) -> bool:
    """Tells whether a box goes along the top or the bottom of the window from side to side."""
    if covers(declared) or _moved_out(declared) or is_column(declared):
        return False
    if all(_is_set(declared, side) for side in ("left", "right")):
        return _pinned(declared) or (is_zero(declared["left"]) and is_zero(declared["right"]))
    full = declared.get("width") in {"100%", "100vw"} or "inset" in declared
    return full and _pinned(declared)


def _is_set(declared: Mapping[str, str], edge: str) -> bool:
    return not declared.get(edge, "auto").startswith("auto")


def _is_bar(declared: Mapping[str, str], *, fixed: bool) -> bool:
    """Tells whether a box goes along an edge of the window, or is a header laid over a picture."""
    if fixed:
        return _wide(declared)
    level = number(declared.get("z-index", ""))
    high = level is not None and level[0] >= _HIGH
    top = is_zero(declared.get("top", "")) and declared.keys().isdisjoint({"bottom", "height"})
    return high and top and _wide(declared) and not _away(declared)


def _moved_out(declared: Mapping[str, str]) -> bool:
    return "visibility" in declared or bool(_MOVED.search(declared.get("transform", "")))


def _up(declared: Mapping[str, str]) -> bool:
    return (pixels(declared.get("margin-top", "")) or 0) < -10


def _away(declared: Mapping[str, str]) -> bool:
    """Tells whether the box is hidden, or put out of sight, until something brings it back."""
    if declared.get("display") == "none" or not _STATES.isdisjoint(declared):
        return True
    if _MOVED.search(declared.get("transform", "")):
        return True
    if pixels(declared.get("width", "")) == 1 or pixels(declared.get("height", "")) == 1:
        return True
    found = (number(declared[name]) for name in _EDGES if name in declared)
    return any(length is not None and length[0] <= -50 for length in found)


def _is_text(declared: Mapping[str, str]) -> bool:
    """
    Tells whether the block says how text looks, or keeps text from the edges of what it covers.

    What the pointer goes through is a veil, unless it shrinks to a corner, as the label of a field does.
    """
    padded = _spans(declared) and any(_space(declared, name) for name in _PADDINGS)
    if padded and (not _is_passed(declared) or "transform-origin" in declared):
        return True
    written = _WRITTEN.intersection(declared)
    if _is_small(declared):
        written -= {"color"}  # an icon's
    return bool(written) and not _is_in_a_line(declared)


def _is_in_a_line(declared: Mapping[str, str]) -> bool:
    """Tells whether the box stands at one end of a line, as a sign at the end of a field does."""
    ends = [pixels(declared[name]) for name in ("left", "right") if name in declared]
    middle = declared.get("top") == "50%" and "-50%" in declared.get("transform", "")
    return middle and len(ends) == 1 and 0 <= (-1 if ends[0] is None else ends[0]) <= _END


def _space(declared: Mapping[str, str], name: str) -> bool:
    return not is_zero(declared.get(name, "0"))


def _spans(declared: Mapping[str, str]) -> bool:
    """Tells whether the box is as high as what it is laid over, or nearly."""
    return (
        "inset" in declared
        or {"top", "bottom"} <= declared.keys()
        or declared.get("height", "").endswith(("%", "vh"))
    )


def _is_passed(declared: Mapping[str, str]) -> bool:
    """Tells whether the pointer goes through the box to what must be seen below it."""
    return declared.get("pointer-events") == "none"


def _lifted(declared: Mapping[str, str]) -> bool:
    """Tells whether the box is brought before what it would lie behind, and has no ground."""
    level = number(declared.get("z-index", ""))
    return level is not None and level[0] > 0 and _GROUNDS.isdisjoint(declared)


def _is_beside(declared: Mapping[str, str]) -> bool:
    """Tells whether a box lies at one place of what it is laid over, and not along a side of it."""
    if _spans(declared) or _wide(declared):
        return _GROUNDS.isdisjoint(declared) and not covers(declared)
    return True


def _is_bare(declared: Mapping[str, str]) -> bool:
    """Tells whether what the box lies over can be seen through it."""
    return all(declared.get(name, "none") in _BARE for name in _GROUNDS)


def _is_small(declared: Mapping[str, str]) -> bool:
    sizes = (pixels(declared.get(name, "")) for name in ("width", "height"))
    return all(size and size <= SMALL for size in sizes)


def _is_badge(declared: Mapping[str, str]) -> bool:
    """Tells whether a box is a disc of its own colour, whatever it holds."""
    width, height = (pixels(declared.get(name, "")) for name in ("width", "height"))
    round_ = declared.get("border-radius", "") in {"50%", "100%"}
    return bool(round_ and width and width > SMALL and width == height and not _is_bare(declared))


def _is_slide(declared: Mapping[str, str]) -> bool:
    """One of several boxes of one size in one place: only the one that is shown takes room."""
    corner = pixels(declared.get("left", "")) == 0 == pixels(declared.get("top", ""))
    return corner and bool(pixels(declared.get("height", ""))) and _STATES.isdisjoint(declared)
