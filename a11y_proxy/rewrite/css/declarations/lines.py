"""
Lines of text: they get room, run to their end, and begin where the eye looks for them.

See WCAG 1.4.8 (visual presentation), 1.4.10 (reflow), 1.4.12 (text spacing).
"""

from __future__ import annotations

import re

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.extent import CENTRED
from a11y_proxy.rewrite.css.length import growing, line_read
from a11y_proxy.rewrite.css.palette import has_var
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.rewrite.css.values import number, pixels, scaled

_TALL = 30
"""Pixels; a line taller than this is a bar or a button that holds one line."""

_REM = 16
"""Pixels in a rem, unless the reader or the site wants another measure."""

_UNIT = re.compile(r"[\d.](?:%|[a-z])", re.IGNORECASE)
_MATH = re.compile(r"(?:calc|min|max|clamp)\(", re.IGNORECASE)
_INWARD = re.compile(r"(?:-webkit-|-moz-)?(?:center|right|end)", re.IGNORECASE)


@declaration("line-height")
def line_height(name: str, value: str, block: Block) -> Declarations:
    """
    Opens lines of text to one and a half; zero stays, it lifts superscripts.

    A title, or what stands alone on its line, needs less; an icon keeps the line it fills. What
    comes into the page from above it takes room there, be its line zero.
    """
    return ((name, spaced(value, block)),)


def spaced(value: str, block: Block) -> str:
    """Gives a line height with room; in numbers where it can, so that it fits larger letters too."""
    if block.lettering.glyphs:
        return scaled(value)
    if value.lower() == "normal":
        return f"{block.lettering.least:g}"
    length = number(value)
    if length is None:
        return _computed(value, block)
    amount, unit = length
    if amount <= 0:
        return f"{block.lettering.least:g}" if block.place == "label" else value
    if unit in {"", "em", "%"}:
        return f"{max(amount / 100 if unit == '%' else amount, block.lettering.least):g}"
    return _absolute(value, amount * _REM if unit == "rem" else pixels(value), block)


def _absolute(value: str, size: float | None, block: Block) -> str:
    known = block.lettering
    if size is None or block.centred or (not known.lines and _TALL < size <= CENTRED):
        return f"max({scaled(value)}, {known.least:g}em)"
    return f"{known.lines if known.lines and size <= CENTRED else known.least:g}"


def _computed(value: str, block: Block) -> str:
    if has_var(value):
        return line_read(value)
    if not _MATH.match(value):
        return value
    return f"max({scaled(value)}, {block.lettering.least:g}{'em' if _UNIT.search(value) else ''})"


@declaration("letter-spacing", "word-spacing")
def spacing(name: str, value: str, block: Block) -> Declarations:
    """Lets no letters run together."""
    del block
    if has_var(value):
        return ((name, f"max({growing(value)}, 0px)"),)
    length = number(value)
    return ((name, "0" if length and length[0] < 0 else value),)


@declaration("text-align", "text-align-last")
def align(name: str, value: str, block: Block) -> Declarations:
    """
    Ends justified text, whose gaps are hard to follow when letters are large.

    Says too whether a paragraph may be made narrower: not where it is centred in its room.
    """
    del block
    start = (name, "start" if value.lower() == "justify" else value)
    if name != "text-align":
        return (start,)
    return (start, ("--a11y-measure", "none" if _INWARD.fullmatch(value) else "initial"))


@declaration("text-transform")
def transform(name: str, value: str, block: Block) -> Declarations:
    """Shows words in the letters they were written in: capitals have no outline to know by."""
    del block
    capitals = "uppercase" in value.lower() or has_var(value)
    return ((name, "none" if capitals else value),)


@declaration("text-indent")
def indent(name: str, value: str, block: Block) -> Declarations:
    """Brings back words that were pushed out of sight for a picture that is not there."""
    if block.hides_text:  # only the first line, and only if it begins at the left, is out of sight
        return ((name, value), ("white-space", "nowrap"), ("text-align", "left"))
    length = number(value)
    if length and (length[0] <= -99 or (length[0] >= 100 and length[1] == "%")):
        return ((name, "0"),)
    return ((name, value),)


@declaration("line-clamp", "text-overflow")
def clamp(name: str, value: str, block: Block) -> Declarations:
    """Shows text to its end."""
    del value, block
    return ((name, "none" if name.endswith("clamp") else "clip"),)


@declaration("white-space", "text-wrap", "text-wrap-mode")
def wrap(name: str, value: str, block: Block) -> Declarations:
    """Lets long lines break, so that nobody scrolls sideways (WCAG 1.4.10); an icon is one letter."""
    if block.hides_text or block.lettering.glyphs or has_var(value):
        return ((name, value),)
    wrapped = "normal" if name == "white-space" else "wrap"
    return ((name, wrapped if value.lower() == "nowrap" else value),)
