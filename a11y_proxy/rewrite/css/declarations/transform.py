"""
Transforms: they may turn and move what is read, but not make it smaller than the floor.

See WCAG 1.4.4 (resize text), 2.3.3 (animation from interactions).
"""

from __future__ import annotations

import re

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.rewrite.css.values import pixels, scaled

_SCALES = re.compile(r"(?<![\w-])(scale(?:3d|x|y)?)\(([^()]*)\)", re.IGNORECASE)
_SMALLER = re.compile(
    r"(?<![\w.+%-])(?:0?\.(?!0+(?![\d%]))\d+|(?!0+(?:\.0+)?%)\d\d?(?:\.\d+)?%)(?![\w.])"
)
_BACK = re.compile(r"translate(?:z\(|3d\([^()]*,)\s*-", re.IGNORECASE)

_MOVES = re.compile(r"(?<![\w-])translate(?:3d|x|y)?\([^()]*\)", re.IGNORECASE)
_FAR = re.compile(r"-?\d{2,3}(?:\.\d+)?px", re.IGNORECASE)
"""As far as a menu is wide that waits beside the window; farther off it stays away."""

_CENTRED = re.compile(r"translate(?:3d|x|y)?\([^()]*%[^()]*\)", re.IGNORECASE)
"""By shares of its own size, as what is laid in the middle of something."""

_COLUMN = 150
"""Pixels; what is moved as far as that is moved by its own width."""

_ASIDE = re.compile(
    r"translate(?:x|3d)?\(\s*-?(?P<way>[\d.]+)(?P<unit>%|px|r?em|vw)\s*(?:,\s*0(?:px|%)?\s*){0,2}\)",
    re.IGNORECASE,
)
_OUT = {"%": 100, "px": _COLUMN, "em": 9, "rem": 9, "vw": 50}
"""By unit; what is moved sideways so far, and not up or down, is out of sight until it is opened."""

_NEAR = 10
"""Pixels; an eye this close makes scrolling a parallax, not a picture in perspective."""


@declaration("transform")
def transform(name: str, value: str, block: Block) -> Declarations:
    """
    Draws nothing smaller than it is; zero stays, it hides, and so does a mirror.

    What waits beside the window waits as far off as it has grown wide, and comes back while the
    focus is in it: a visitor of the keyboard would look for it in vain (WCAG 2.4.7). What is no
    longer laid over something stands where the page has it.

    Before: transform: scale(.85) translateY(-.5rem)
    After:  transform: scale(1) translateY(-.5rem)
    """
    if _BACK.search(value) and _SCALES.search(value):  # scrolls slower than the page
        return ((name, "none"),)
    if _is_drawn(block):
        return ((name, value),)
    if block.place == "label" and _CENTRED.fullmatch(value):
        return ((name, "none"),)
    written = _MOVES.sub(_farther, _SCALES.sub(_raised, value))
    waits = _waits_aside(value) and not block.inline  # a slider's script moves by `style`
    return ((name, f"var(--a11y-back, {written})" if waits else written),)


@declaration("scale")
def scale(name: str, value: str, block: Block) -> Declarations:
    """Draws nothing smaller than it is, as in `transform`."""
    return ((name, value if _is_drawn(block) else _SMALLER.sub("1", value)),)


@declaration("perspective")
def perspective(name: str, value: str, block: Block) -> Declarations:
    """Lets all layers of a parallax scroll with the page."""
    del block
    distance = pixels(value)
    return ((name, "none" if distance and distance <= _NEAR else value),)


def _waits_aside(value: str) -> bool:
    found = _ASIDE.fullmatch(value.strip())
    return bool(found and float(found["way"]) >= _OUT[found["unit"].lower()])


def _farther(found: re.Match[str]) -> str:
    return _FAR.sub(lambda length: _grown(length[0]), found[0])


def _grown(length: str) -> str:
    return scaled(length) if abs(pixels(length) or 0) >= _COLUMN else length


def _raised(found: re.Match[str]) -> str:
    return f"{found[1]}({_SMALLER.sub('1', found[2])})"


def _is_drawn(block: Block) -> bool:
    """Tells whether the box is a line or an icon, in which nothing is written."""
    return block.thin or block.picture == "icon"
