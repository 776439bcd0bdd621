"""
Boxes: what holds text grows with it, and nothing is wider than the space it has.

See WCAG 1.4.4 (resize text), 1.4.10 (reflow). `--a11y-fluid` is `auto` for boxes of text and
unset for pictures, which keep their size.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from a11y_proxy.rewrite.css.block import ICON, THIN, Block
from a11y_proxy.rewrite.css.length import growing
from a11y_proxy.rewrite.css.palette import PAPER, has_var
from a11y_proxy.rewrite.css.place import Place
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.rewrite.css.values import number, pixels, px, scaled

_RELATIVE = frozenset({"em", "rem", "ch", "ex", "vw", "vh", "vmin", "vmax", "svh", "lvh", "dvh"})
_HIDDEN = re.compile(r"\b(?:hidden|clip)\b", re.IGNORECASE)
_COLUMN = range(80, 1000)
"""Pixels; such a margin or padding makes room for a column; a wider one is a technique."""

_NARROWEST_COLUMN = 150
"""Pixels; what is narrower is a button or a field, and grows with its words."""

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


def _varying(value: str, block: Block) -> str:
    """Gives a value that only the browser can know, its variables growing with the text."""
    return growing(value) if has_var(value) and block.picture != "icon" else value


def _column(value: str, block: Block) -> str | None:
    """
    Gives a width that grows with the text, but not past its author's share of the window.

    Columns that fitted side by side still do. `--a11y-view` is the window's width, or without
    end where columns no longer stand side by side.
    """
    length, size = _length(value, block), pixels(value)
    if length is None or size is None or size < _NARROWEST_COLUMN:
        return length
    share = f"calc(var(--a11y-view) * {size / _DESIGNED_FOR:.4g})"
    return f"min({length}, max({px(size)}, {share}))"


_FREE = frozenset({"over", "raised", "floating", "mark"})
"""Places of boxes that are as wide as they like, not as what is around them."""


def _limit(block: Block) -> str:
    return "100vw" if block.place in _FREE else "100%"


def _was_a_picture(height: str, block: Block) -> bool:
    return block.picture in {"drop", "photo"} and (pixels(height) or 0) > ICON


@declaration("height", "block-size")
def height(name: str, value: str, block: Block) -> Declarations:
    """
    Turns a fixed height into a least height; none where only a picture needed it that has gone.

    Before: height: 40px
    After:  height: var(--a11y-fluid, 60px at 150 %); min-height: 60px at 150 %
    """
    length = _length(value, block)
    if length is None:
        return ((name, _varying(value, block)),)
    fluid = (name, f"var(--a11y-fluid, {length})")
    bare = "min-height" in block.sizes or _was_a_picture(value, block)
    return (fluid,) if bare else (fluid, (f"min-{name}", length))


@declaration("min-height", "min-block-size")
def min_height(name: str, value: str, block: Block) -> Declarations:
    """Scales the room that the author gave, unless it was a picture's that has gone."""
    length = _length(value, block)
    if length and _was_a_picture(value, block):
        return ((name, f"var(--a11y-fluid, {length})"),)
    return ((name, length or _varying(value, block)),)


@declaration("max-height", "max-block-size")
def max_height(name: str, value: str, block: Block) -> Declarations:
    """Lets text run on, unless the rest can be scrolled to; zero stays, it hides."""
    length = _length(value, block)
    if length is None:
        return ((name, _varying(value, block)),)
    return ((name, length if block.scrolls else "none"),)


@declaration("width", "inline-size")
def width(name: str, value: str, block: Block) -> Declarations:
    """Scales a width as far as there is space."""
    length = _column(value, block)
    if length is None and has_var(value) and block.picture != "icon":
        length = growing(value)
    if length is None:
        return ((name, value),)
    if "max-width" in block.sizes:
        return ((name, length),)
    fitted = ((name, length), (f"max-{name}", _limit(block)))
    return (*fitted, ("box-sizing", "border-box")) if block.padded else fitted


@declaration("min-width", "min-inline-size", "max-width", "max-inline-size")
def width_limit(name: str, value: str, block: Block) -> Declarations:
    """Scales a limit of width as far as there is space."""
    length = _length(value, block)
    if length is None and has_var(value) and block.picture != "icon":
        length = growing(value)
    return ((name, f"min({length}, {_limit(block)})" if length else value),)


@declaration("flex-basis", "flex")
def basis(name: str, value: str, block: Block) -> Declarations:
    """Scales what a flex item begins with, as far as there is space."""
    *factors, size = value.split() or [""]
    length = _length(size, block)
    if not length or "(" in value:
        return ((name, value),)
    return ((name, " ".join([*factors, f"min({length}, 100%)"])),)


@declaration("zoom")
def zoom(name: str, value: str, block: Block) -> Declarations:
    """Makes nothing smaller than the floor."""
    del block
    amount = number(value)
    smaller = amount and amount[0] < (100 if amount[1] == "%" else 1)
    return ((name, "1" if smaller else value),)


@declaration("overflow", "overflow-y", "overflow-block")
def overflow(name: str, value: str, block: Block) -> Declarations:
    """Cuts nothing off where the height was fixed; alone, `hidden` only holds floats."""
    kept = not block.clips or block.thin or block.picture == "icon"
    return ((name, value if kept else _HIDDEN.sub("visible", value)),)


_NO_PICTURE = ("--a11y-laid", "none")
_BACKPLATE = ("background-color", "var(--a11y-backplate)")
_LAID: Mapping[Place, Declarations] = {
    "over": (("background-color", PAPER), _NO_PICTURE),
    "raised": (_BACKPLATE, _NO_PICTURE),
    "lifted": (_BACKPLATE,),
    "floating": (_NO_PICTURE,),
}
_PLACES = {"bar": "relative", "behind": "static", "label": "static"}


@declaration("position")
def position(name: str, value: str, block: Block) -> Declarations:
    """
    Puts into the page what would cover enlarged text: bars, labels on pictures, pictures behind.

    Text that comes up over something, on hover perhaps, gets a ground of its own; so does what
    may hold text. A large box that others are laid over or under shows no picture.
    """
    placed = (name, _PLACES.get(block.place, value))
    return (placed, *_LAID.get(block.place, ()))


@declaration("top", "right", "bottom", "left", "inset")
def edge(name: str, value: str, block: Block) -> Declarations:
    """Leaves a released bar where it stands in the page; keeps menus below what opens them."""
    if block.place == "bar":
        return ((name, "auto"),)
    size = pixels(value)
    below = name in {"top", "bottom"} and block.place in _FREE
    return ((name, scaled(value) if below and THIN < (size or 0) < _COLUMN.stop else value),)


@declaration("z-index")
def layer(name: str, value: str, block: Block) -> Declarations:
    """Brings what was behind everything to where it can be seen."""
    return ((name, "auto" if block.place == "behind" else value),)


@declaration("margin-top")
def pull(name: str, value: str, block: Block) -> Declarations:
    """Leaves text below what it would be drawn up over."""
    return ((name, "0" if block.place == "pulled" else value),)


@declaration("margin-left", "margin-right", "padding-left", "padding-right")
def indent(name: str, value: str, block: Block) -> Declarations:
    """
    Keeps room for a column beside, but never more of a narrow window than it can spare.

    What half its own width centred stays centred when it is as wide as the window.
    """
    size = pixels(value)
    if block.halved and name == "margin-left":
        return ((name, "0"), ("transform", "translateX(-50%)"))
    if size is None or int(size) not in _COLUMN:
        return ((name, value),)
    return ((name, f"min({scaled(value)}, 25%)"),)


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
