"""What lies behind the text of a block: its ground, a picture, the shape of a mask."""

from __future__ import annotations

import re
from typing import Literal

from a11y_proxy.rewrite.css.extent import SMALL, is_small
from a11y_proxy.rewrite.css.fact import Declared
from a11y_proxy.rewrite.css.palette import ground_of, has_colour, has_var
from a11y_proxy.rewrite.css.values import number, pixels

Picture = Literal["none", "drop", "photo", "bullet", "icon"]
"""
What becomes of the block's background image. Behind text it is dropped. A photograph stays where
the box holds nothing to read, which only the browser knows. A bullet stands beside text, an icon
stands for text.
"""

GROUNDS = frozenset({"background", "background-color"})
IMAGES = frozenset({"background", "background-image"})
MASKS = frozenset({"mask", "mask-image", "-webkit-mask", "-webkit-mask-image"})

_NO_MASK = frozenset({"none", "initial", "unset", "inherit"})
_WRITTEN = frozenset({"color", "font", "font-family", "line-height", "text-align"})
"""Properties that nobody sets where no text is."""

_PICTURE = re.compile(r"(?:url|image-set|cross-fade)\(|\bsrc\(")
_GLYPH = {"px": SMALL, "em": 4, "rem": 4}
_LENGTHS = re.compile(r"(?<![\w.#])(\d++(?:\.\d++)?|\.\d++)(%|[a-z]+)")
_DRAWN_SIZE = re.compile(
    r"data:image/svg[^,:]*+,(?:[^>d]|d(?!ata:image/svg))*?\bwidth=['\"](\d+)(?:px)?['\"]"
)
"""The width that a drawing in an address says it has."""

_LETTERS = re.compile(r"[\"'][^\"']|\b(?:attr|counters?)\(")
"""What a pseudo-element says; a picture there may have an empty string only."""


def picture_of(declared: Declared) -> Picture:
    """Tells what becomes of the background image of a block."""
    written = _shorthand(declared)
    if not _PICTURE.search(written):
        return "none"
    if hides_by_indent(declared) or (is_small(declared) and _WRITTEN.isdisjoint(declared)):
        return "icon"
    if _is_once(written, declared) and _indent(declared) >= 12:
        return "bullet"
    return "drop" if _LETTERS.search(declared.get("content", "")) else "photo"


def is_glyph(declared: Declared) -> bool:
    """Tells whether a background image is drawn once and no larger than an icon."""
    written = _shorthand(declared)
    if not _is_once(written, declared):
        return False
    size = declared.get("background-size") or written.rpartition("/")[2]
    if lengths := _LENGTHS.findall(size):
        return all(float(amount) <= _GLYPH.get(unit, 0) for amount, unit in lengths)
    return any(float(size) <= SMALL for size in _DRAWN_SIZE.findall(written))


def hides_by_indent(declared: Declared) -> bool:
    """Tells whether the text of a block is pushed out of sight."""
    indent = number(declared.get("text-indent", ""))
    if indent is None:
        return False
    amount, unit = indent
    if unit == "%":
        return amount >= 100 and "nowrap" in declared.get("white-space", "")
    return amount <= {"em": -60, "rem": -60}.get(unit, -999)


def has_ground(declared: Declared) -> bool:
    """Tells whether a block's background-color hides what is behind."""
    colour = declared.get("background-color")
    if colour is not None:
        return ground_of(colour) not in {"none", "invalid"}
    return "background" in declared and has_colour(declared["background"])


def has_certain_ground(declared: Declared) -> bool:
    """Tells whether it does so, and no variable can say otherwise."""
    return has_ground(declared) and not any(has_var(declared.get(name, "")) for name in GROUNDS)


def is_masked(declared: Declared) -> bool:
    """Tells whether the ground of a block is the shape of a mask."""
    return any(declared.get(name, "none") not in _NO_MASK for name in MASKS)


def _shorthand(declared: Declared) -> str:
    return declared.get("background", "") + " " + declared.get("background-image", "")


def _is_once(written: str, declared: Declared) -> bool:
    return "no-repeat" in written or "no-repeat" in declared.get("background-repeat", "")


def _indent(declared: Declared) -> float:
    """Gives the room in pixels that the padding leaves for a bullet at the start of the line."""
    for name in ("padding-left", "padding-inline-start"):
        if name in declared:
            return pixels(declared[name]) or 0
    sides = declared.get("padding", "").split()
    return pixels(sides[(0, 1, 1, 3)[len(sides) - 1]]) or 0 if 0 < len(sides) <= 4 else 0
