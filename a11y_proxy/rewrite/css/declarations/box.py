"""
Boxes: what holds text grows with it, and nothing is wider than the space it has.

See WCAG 1.4.4 (resize text), 1.4.10 (reflow). `--a11y-fluid` is `auto` for boxes of text and
unset for pictures, which keep their size.
"""

from __future__ import annotations

import re

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.extent import SMALL, THIN
from a11y_proxy.rewrite.css.length import growing
from a11y_proxy.rewrite.css.palette import LINE, has_var
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.rewrite.css.values import number, pixels, px, scaled

_RELATIVE = frozenset({"em", "rem", "ch", "ex", "vw", "vh", "vmin", "vmax", "svh", "lvh", "dvh"})
_PART = re.compile(r"(?<![\d.])([\d.]++)%")
_WHOLE = 99
"""Percent; what is wider has nothing beside it."""

_NOTHING = ((0.0, ""), (0.0, "px"), (0.0, "%"))

_HIDDEN = re.compile(r"\b(?:hidden|clip)\b", re.IGNORECASE)
_NARROWEST_COLUMN = 150
"""Pixels; what is narrower is a button or a field, and grows with its words."""

_SIDE = ("--a11y-side", "absolute")
"""What another rule pins to both sides of the window is a column: its neighbour leaves room for it."""

_BAR = ("--a11y-bar", LINE)
_SPACER = 1
"""Pixels; what is as high is a spacer or a technique."""

_SLIGHT = {"px": SMALL, "em": 4, "rem": 4}
"""By unit; what is no wider is a sign or a button, and its padding has room beside it."""

_DESIGNED_FOR = 1024
"""Pixels; the width of a window that sites with fixed widths were made to fit."""


def _length(value: str, block: Block) -> str | None:
    """Gives a length that grows with the text; None if it fits anything, or holds no text."""
    size = pixels(value)
    if size is not None:
        return None if size <= THIN or block.picture == "icon" else scaled(value)
    found = number(value)
    if found:
        return value if found[1] in _RELATIVE and found[0] > 0 else None
    if "(" in value and "%" not in value and not has_var(value):
        return scaled(value)
    return None


def _varying(value: str, block: Block) -> str | None:
    """Gives a length that only the browser can know, its variables growing; None for others."""
    unknown = has_var(value) and "%" not in value
    return growing(value) if unknown and block.picture != "icon" and not block.thin else None


def column(value: str, block: Block) -> str | None:
    """
    Gives a width that grows with the text, but not past its author's share of the window.

    Columns that fitted side by side still do. `--a11y-view` is the window's width, or without
    end where columns no longer stand side by side. None as in `_length`.
    """
    length, size = _length(value, block), pixels(value)
    if length is None or size is None or size < _NARROWEST_COLUMN:
        return length
    share = f"calc(var(--a11y-view) * {size / _DESIGNED_FOR:.4g})"
    return f"min({length}, max({px(size)}, {share}))"


def _share(value: str, block: Block, whole: str = "whole") -> str:
    """Gives a share of the width, or all of it where nothing stands beside it any more."""
    part = _PART.search(value)
    if part is None or block.thin or block.picture == "icon":
        return value
    if block.place in FREE and block.reach != "drop":
        return value
    if float(part[1]) >= _WHOLE:
        return f"var(--a11y-filled, {value})" if " - " in value else value
    return f"var(--a11y-{whole}, {value})"


_SIDE_SHARE = re.compile(r"(?:1?\d|2[0-5])(?:\.\d+)?%")
"""As wide is what lies at one side of a picture; its sign may be wider when it has grown."""

ASIDE = "40%"
"""What a picture beside words may take of their line, however large they are."""

FREE = frozenset({"over", "raised", "spread", "floating", "mark", "badge"})
"""Places of boxes that are as wide as they like, not as what is around them."""


def _limit(block: Block) -> str:
    if block.reach == "drop":
        return "var(--a11y-room, 100vw)"
    return "100vw" if block.place in FREE else "100%"


def _was_a_picture(height: str, block: Block) -> bool:
    return block.picture in {"drop", "photo"} and (pixels(height) or 0) > SMALL


@declaration("height", "block-size")
def height(name: str, value: str, block: Block) -> Declarations:
    """
    Turns a fixed height into a least height; none where only a picture needed it.

    What scrolls keeps its height: all of its text can be reached. So does a title as high as the
    window where there is room for it: what stands in its middle needs its height to stand there.
    What was laid over a box, and now stands in it, is no longer as high as all of it. A bar of a sign,
    which an empty box draws, is as clear as lines are, whichever rule gives its colour.

    Before: height: 40px
    After:  height: var(--a11y-fluid, 60px at 150 %); min-height: 60px at 150 %
    """
    length = _varying(value, block) or _length(value, block)
    if length is None and (pixels(value) or 0) > _SPACER and block.stroke and not block.ground:
        own = "min-height" in block.sizes or not block.small
        return ((name, value), *(() if own else ((f"min-{name}", "0"),)), _BAR)
    if length is None:
        released = block.place == "label" and value.endswith("%")
        return ((name, "auto" if released else value),)
    if block.scrolls:
        return ((name, length),)
    if block.upright:
        return ((name, f"var(--a11y-fluid, {length})"), (f"min-{name}", length), _SIDE)
    fluid = (name, f"var(--a11y-fluid, {length})")
    if block.tall:
        fluid = (name, f"var(--a11y-tall, var(--a11y-fluid, {length}))")
        length = f"var(--a11y-least, {length})"
    least = block.shut or "min-height" in block.sizes
    bare = least or _was_a_picture(value, block) or block.place == "label"
    return (fluid,) if bare else (fluid, (f"min-{name}", length))


@declaration("min-height", "min-block-size")
def min_height(name: str, value: str, block: Block) -> Declarations:
    """Scales the room that the author gave, unless it was a picture's that has gone."""
    length = _length(value, block)
    if length and _was_a_picture(value, block):
        return ((name, f"var(--a11y-fluid, {length})"),)
    if length and block.tall:
        return ((name, f"var(--a11y-least, {length})"),)
    return ((name, length or _varying(value, block) or value),)


@declaration("max-height", "max-block-size")
def max_height(name: str, value: str, block: Block) -> Declarations:
    """
    Lets text run on, unless the rest can be scrolled to; zero stays, it hides.

    A picture keeps its limit. For text stands `auto` there, which no such limit can be: it has none then.
    """
    length = _length(value, block)
    if length is None:
        return ((name, _varying(value, block) or value),)
    return ((name, length if block.scrolls else f"var(--a11y-fluid, {length})"),)


@declaration("width", "inline-size")
def width(name: str, value: str, block: Block) -> Declarations:
    """Scales a width as far as there is space; what is pulled out to the window's edges stays so."""
    length = _varying(value, block) or column(value, block)
    if length == value and block.alongside:
        return ((name, f"min({value}, {ASIDE})"),)
    if block.place in FREE and _SIDE_SHARE.fullmatch(value):
        return ((name, value), ("min-width", "min-content"))
    if length is None:
        return ((name, _share(value, block)),)
    if "max-width" in block.sizes or (block.reach == "bleed" and "vw" in value):
        return ((name, length),)
    fitted = ((name, length), (f"max-{name}", _limit(block)))
    whole = block.padded and not _is_slight(value)
    return (*fitted, ("box-sizing", "border-box")) if whole else fitted


def _is_slight(value: str) -> bool:
    """Tells whether a box is so narrow that its padding fits beside it, as that of a sign does."""
    length = number(value)
    return length is not None and length[0] <= _SLIGHT.get(length[1], 0)


@declaration("min-width", "min-inline-size", "max-width", "max-inline-size")
def width_limit(name: str, value: str, block: Block) -> Declarations:
    """Scales a limit of width as far as there is space."""
    length = _varying(value, block) or _length(value, block)
    if name.startswith("max") and value.lower() == "none" and block.place not in FREE:
        return ((name, f"var(--a11y-limit, {value})"),)
    if length is None:
        return ((name, _share(value, block, "limit") if name.startswith("max") else value),)
    return ((name, f"min({length}, {_limit(block)})"),)


@declaration("flex-basis", "flex")
def basis(name: str, value: str, block: Block) -> Declarations:
    """Scales what a flex item begins with, as far as there is space."""
    *factors, size = value.split() or [""]
    if "(" in value:
        return ((name, value),)
    if not block.thin and block.picture != "icon" and (grown := _shared(name, factors, size)):
        return ((name, grown),)
    length = _length(size, block)
    written = f"min({length}, 100%)" if length else _share(size, block)
    return ((name, " ".join([*factors, written])),)


def _shared(name: str, factors: list[str], size: str) -> str | None:
    """Gives a row's even share of its room, or the words' own width where they have none."""
    if name == "flex-basis":
        return f"var(--a11y-basis, {size})" if number(size) in _NOTHING else None
    if not factors and number(size) and size != "0":
        factors, size = [size, "1"], "0"
    if not factors or factors[0] == "0" or number(size) not in _NOTHING:
        return None
    return " ".join([*factors, "var(--a11y-basis, 0%)"])


@declaration("flex-shrink")
def shrink(name: str, value: str, block: Block) -> Declarations:
    """
    Lets text in a row wrap where the row would push the page sideways; pictures keep their size.

    A column of a width of its own may wait beside the window, as far off as it is wide.
    """
    kept = value != "0" or block.thin or block.picture == "icon" or "flex-basis" in block.sizes
    return ((name, value if kept else f"var(--a11y-shrink, {value})"),)


@declaration("zoom")
def zoom(name: str, value: str, block: Block) -> Declarations:
    """Makes nothing smaller than the floor."""
    del block
    amount = number(value)
    smaller = amount and amount[0] < (100 if amount[1] == "%" else 1)
    return ((name, "1" if smaller else value),)


@declaration("overflow-x")
def aside(name: str, value: str, block: Block) -> Declarations:
    """Keeps what scrolls sideways from making wide what is around it."""
    scrolls = value.lower() in {"auto", "scroll"} and block.place == "flow"
    return ((name, value), ("contain", "var(--a11y-contain)")) if scrolls else ((name, value),)


@declaration("overflow", "overflow-y", "overflow-block")
def overflow(name: str, value: str, block: Block) -> Declarations:
    """
    Cuts nothing off where the height was fixed; alone, `hidden` only holds floats.

    What a script scrolls can be scrolled without it.
    """
    if block.scroller:
        return ((name, _HIDDEN.sub("auto", value)),)
    kept = not block.clips or block.thin or block.picture == "icon"
    return ((name, value if kept else _HIDDEN.sub("visible", value)),)


@declaration("user-select")
def selectable(name: str, value: str, block: Block) -> Declarations:
    """Lets text be selected, copied and read aloud."""
    del block
    return () if value.lower() == "none" else ((name, value),)


@declaration("cursor")
def cursor(name: str, value: str, block: Block) -> Declarations:
    """Lets the pointer be seen."""
    del block
    return () if value.lower() == "none" else ((name, value),)
