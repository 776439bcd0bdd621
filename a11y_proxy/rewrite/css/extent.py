"""How large a box is, and what becomes of more text in it than its author thought of."""

from __future__ import annotations

from a11y_proxy.rewrite.css.fact import Declared
from a11y_proxy.rewrite.css.reach import WHOLE_WINDOW
from a11y_proxy.rewrite.css.values import number, pixels

SMALL = 64
"""Pixels; what is no larger may be an icon, and nothing is written over it."""

THIN = 10
"""Pixels; a box this thin is a line, a spacer or a technique, and never held text."""

BESIDE = 24
"""Pixels; text that is drawn up and aside by so much makes room for a picture beside it."""

COLUMN = (120, 400)
"""Pixels; a column of links at the side of a page is at least and at most as wide."""

CENTRED = 100
"""Pixels; a line as high as a higher box would tear a text of several lines apart."""

SCROLLERS = frozenset(
    {"overflow-anchor", "scroll-snap-type", "scrollbar-width", "-ms-overflow-style"}
)
"""Properties that say nothing of a box but how it scrolls (CSS Scroll Anchoring 1 and the like)."""


def is_thin(declared: Declared) -> bool:
    """Tells whether a box never held text; see `THIN`."""
    return 0 < _size(declared, "width") <= THIN or 0 < _size(declared, "height") <= THIN


def is_small(declared: Declared) -> bool:
    """Tells whether a box is no larger than an icon, in absolute units."""
    return all(0 < _size(declared, name) <= SMALL for name in ("width", "height"))


def is_halved(declared: Declared) -> bool:
    """Tells whether a negative margin of half its width centres a box."""
    margin = _size(declared, "margin-left")
    if margin >= 0:
        return False
    return declared.get("left") == "50%" or _size(declared, "width") + 2 * margin == 0


def is_upright(declared: Declared) -> bool:
    """Tells whether a box is a column of words as high as the window, wherever another rule puts it."""
    high = is_whole(declared) and "position" not in declared
    return high and COLUMN[0] <= _size(declared, "width") <= COLUMN[1]


def is_centred(declared: Declared) -> bool:
    """Tells whether the line of a box is as high as itself."""
    return 0 < (height := _size(declared, "height")) <= CENTRED and (
        height == pixels(declared.get("line-height", ""))
    )


def is_whole(declared: Declared) -> bool:
    """Tells whether a box is as high as the window."""
    return declared.get("height") in WHOLE_WINDOW


def is_shut(declared: Declared) -> bool:
    """Tells whether a box shows nothing until another rule lifts its limit."""
    return pixels(declared.get("max-height", "")) == 0


def clips(declared: Declared) -> bool:
    """Tells whether the height of a box leaves text no room to grow."""
    fixed = _is_fixed(declared.get("height", "")) or _is_fixed(declared.get("max-height", ""))
    return fixed and not is_shut(declared)


def scrolls(declared: Declared) -> bool:
    """Tells whether what overflows can be scrolled to."""
    either = declared.get("overflow", "") + " " + declared.get("overflow-y", "")
    return "auto" in either or "scroll" in either


def is_scroller(declared: Declared) -> bool:
    """Tells whether a box that shows no bar is said to scroll: a script moves what is in it."""
    return not SCROLLERS.isdisjoint(declared)


def is_even(declared: Declared) -> bool:
    """Tells whether a box is as far from what is at its left as from what is at its right."""
    return any(
        declared.get(f"{at}left", "") == declared.get(f"{at}right") for at in ("", "margin-")
    )


def is_alongside(declared: Declared) -> bool:
    """Tells whether a picture is laid along one side of a box, over the room that its words leave."""
    pinned = {"top", "bottom", "width"} <= declared.keys() and "hidden" in declared.get(
        "overflow", ""
    )
    one_side = ("left" in declared) != ("right" in declared)
    return pinned and one_side and declared.get("position") == "absolute"


def is_level(declared: Declared) -> bool:
    """Tells whether a box has as much space within its left as within its right."""
    return declared.get("padding-left", "") == declared.get("padding-right")


def is_drawn_up(declared: Declared) -> bool:
    """Tells whether a box in the flow is moved up by as much as a picture is high, and aside."""
    if "position" in declared or "color" in declared:
        return False
    return _size(declared, "margin-top") <= -BESIDE and _size(declared, "margin-left") >= BESIDE


def _size(declared: Declared, name: str) -> float:
    """Gives an absolute length in pixels, 0 for any other."""
    return pixels(declared.get(name, "")) or 0


def _is_fixed(value: str) -> bool:
    size = pixels(value)
    if size is not None:
        return size > THIN
    if relative := number(value):
        return relative[0] > 0 and relative[1] != "%"
    return "(" in value and "%" not in value
