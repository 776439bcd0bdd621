"""
Type: sizes follow the visitor's scale and never fall below the floor; lines get room.

See WCAG 1.4.4 (resize text), 1.4.8 (visual presentation), 1.4.12 (text spacing).
"""

from __future__ import annotations

import re

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.palette import has_var
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.rewrite.css.values import number, pixels, px, scaled
from a11y_proxy.standards.css import FONT_SIZES, SYSTEM_FONTS

_LINE = 1.5
"""Times the font size (WCAG 1.4.8)."""

_REGULAR = 400
"""The weight that a typeface is drawn for (CSS Fonts 4 §2.2)."""

_THIN = re.compile(r"(?<!\S)(?:[123]\d\d|lighter)(?=\s)", re.IGNORECASE)
"""A weight below regular in the `font` shorthand, where a number alone is a weight."""

_STEPS = {"smaller": "0.83em", "larger": "1.2em"}

_SIZE = re.compile(
    rf"(?<![\w.-])(?P<size>{'|'.join(FONT_SIZES)}|smaller|larger|[\d.]+(?:%|[a-z]+)"
    r"|(?:calc|clamp|min|max)\((?:[^()]|\([^()]*\))*\))"
    r"(?:\s*/\s*(?P<line>[\w.%]+|calc\((?:[^()]|\([^()]*\))*\)))?(?=\s)",
    re.IGNORECASE,
)
"""The size in the `font` shorthand: the first that has a unit, a keyword or a function."""


@declaration("font-size")
def font_size(name: str, value: str, block: Block) -> Declarations:
    """
    Scales absolute sizes and holds every size above the floor; zero stays, it hides gaps.

    On the root element there is no floor: its size is the measure of rem, and often 62.5 %.
    """
    return ((name, sized(value, root=block.root)),)


def sized(value: str, *, root: bool) -> str:
    """Gives a font size that follows the scale."""
    keyword = value.lower()
    if keyword in FONT_SIZES:
        size = f"calc({px(FONT_SIZES[keyword])} * var(--a11y-scale))"
    else:
        length = number(value)
        relative = keyword in _STEPS
        if not (length or relative or "(" in value):
            return value  # inherit and its like, or broken
        if length and not length[0]:
            return value
        if root:
            return value if relative else f"calc({value} * var(--a11y-scale))"
        size = _STEPS.get(keyword) or scaled(value)
    return size if root else f"max({size}, var(--a11y-min))"


@declaration("font")
def font(name: str, value: str, block: Block) -> Declarations:
    """Scales the size inside the shorthand; a font of the system keeps its face."""
    if value.lower() in SYSTEM_FONTS:
        return ((name, value), ("font-size", sized("small", root=block.root)))
    stroked = _THIN.sub(str(_REGULAR), value, count=1)
    return ((name, _SIZE.sub(lambda found: _shorthand(found, block), stroked, count=1)),)


def _shorthand(found: re.Match[str], block: Block) -> str:
    size = sized(found["size"], root=block.root)
    line = found["line"]
    return f"{size}/{_spaced(line, block)}" if line else size


@declaration("line-height")
def line_height(name: str, value: str, block: Block) -> Declarations:
    """Opens lines to one and a half; zero stays, it lifts superscripts."""
    return ((name, _spaced(value, block)),)


def _spaced(value: str, block: Block) -> str:
    length = number(value)
    if value.lower() == "normal":
        return str(_LINE)
    if length is None or not length[0]:
        return value
    amount, unit = length
    if unit in {"", "em", "%"}:
        return value if amount >= (150 if unit == "%" else _LINE) else str(_LINE)
    if block.centred:
        return f"max({scaled(value)}, {_LINE}em)"
    return str(_LINE) if unit == "rem" or pixels(value) is not None else value


@declaration("letter-spacing", "word-spacing")
def spacing(name: str, value: str, block: Block) -> Declarations:
    """Lets no letters run together."""
    del block
    length = number(value)
    return ((name, "0" if length and length[0] < 0 else value),)


@declaration("font-weight")
def weight(name: str, value: str, block: Block) -> Declarations:
    """Draws hairlines as strokes: contrast is measured on letters that have a body."""
    del block
    length = number(value)
    thin = value.lower() == "lighter" or (length and length[0] < _REGULAR and not length[1])
    return ((name, str(_REGULAR) if thin else value),)


@declaration("text-align", "text-align-last")
def align(name: str, value: str, block: Block) -> Declarations:
    """Ends justified text, whose gaps are hard to follow when letters are large."""
    del block
    return ((name, "start" if value.lower() == "justify" else value),)


@declaration("text-transform")
def transform(name: str, value: str, block: Block) -> Declarations:
    """Shows words in the letters they were written in: capitals have no outline to know by."""
    del block
    return ((name, "none" if "uppercase" in value.lower() else value),)


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
    """Lets long lines break, so that nobody scrolls sideways (WCAG 1.4.10)."""
    if block.hides_text or has_var(value):
        return ((name, value),)
    wrapped = "normal" if name == "white-space" else "wrap"
    return ((name, wrapped if value.lower() == "nowrap" else value),)


@declaration("text-size-adjust")
def adjust(name: str, value: str, block: Block) -> Declarations:
    """Leaves it to the browser whether small text on a telephone grows."""
    return () if value.lower() == "none" else _as_written(name, value, block)


def _as_written(name: str, value: str, block: Block) -> Declarations:
    del block
    return ((name, value),)
