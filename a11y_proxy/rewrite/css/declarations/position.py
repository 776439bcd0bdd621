"""
Places: what would cover enlarged text, or lie out of reach, comes into the page.

See WCAG 1.4.10 (reflow), 2.4.11 (focus not obscured). `place` says where a box lies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.declarations.box import ASIDE, FREE, column
from a11y_proxy.rewrite.css.declarations.inset import alongside, drawn_out, roomy, spared
from a11y_proxy.rewrite.css.extent import THIN
from a11y_proxy.rewrite.css.palette import PAPER, has_var
from a11y_proxy.rewrite.css.place import Place
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.rewrite.css.values import number, pixels, scaled

_COLUMN = range(80, 1000)
"""Pixels; such a margin or padding makes room for a column; a wider one is a technique."""

_COLUMN_EMS = 5
"""Such a margin in ems makes room for a column."""

_BESIDE = range(80, 900)
"""Pixels; a box as far out of the window as it is wide comes back; farther out it stays."""

_HUNG = range(10, 41)
"""Pixels; a positioned box drawn so far to the left is no wider, and hangs before its text."""

_TRACK = "60%"
"""Of a track; a knob is not much less than half of it."""

_INSIDE = 2
"""Rem; what is so near to a side keeps to the text that begins there."""

_SHARE = re.compile(r"(?:1?\d|2[0-5])(?:\.\d+)?%")
"""At most a quarter of the width, at one side."""

_PANEL = "anchor(--a11y-panel bottom, 0px)"
"""Where our panel ends, for a box that is placed in the window; nothing for one inside another."""

_NO_PICTURE = ("--a11y-laid", "none")
_BACKPLATE = ("background-color", "var(--a11y-backplate)")
_LAID: Mapping[Place, Declarations] = {
    "over": (("background-color", PAPER), _NO_PICTURE),
    "raised": (_BACKPLATE, _NO_PICTURE),
    "lifted": (_BACKPLATE,),
    "spread": (("--a11y-inner", PAPER), _NO_PICTURE),
    "floating": (_NO_PICTURE,),
    "badge": (_NO_PICTURE,),
}
_MARGINS = {
    "left": "margin-left",
    "right": "margin-right",
    "inset-inline-start": "margin-inline-start",
    "inset-inline-end": "margin-inline-end",
}
_PLACES = {"bar": "relative", "behind": "static", "label": "static"}


@declaration("position")
def position(name: str, value: str, block: Block) -> Declarations:
    """
    Puts into the page what would cover enlarged text: bars, labels on pictures, pictures behind.

    Text that comes up over something, on hover perhaps, gets a ground of its own; so does what
    may hold text, unless its own is certain, and each text in a box that lies over all of
    something. What closes a message, or stands at the end of its title, follows the words
    where they have no room beside it. A large box that others are laid over or under shows no picture. What drops down
    from a line of links has a place of its own among them where there is little room, and so has
    a button that stays over the page, and a round badge. A bar that another rule makes a column
    stands at the side, where its author left room. The slides of a carousel that stands still stand one below
    the other.
    """
    placed = _PLACES.get(block.place, value)
    if block.place == "bar" and value.lower() == "fixed":
        placed = "var(--a11y-side, relative)"
    if (block.reach in {"drop", "hover"} or block.place == "badge") and placed == value:
        placed = f"var(--a11y-drop, {value})"
    elif block.reach == "corner" and placed == value:
        placed = f"var(--a11y-corner, {value})"
    elif block.revealed == "carousel" and value.lower() in {"absolute", "fixed"}:
        placed = f"var(--a11y-still-position, {value})"
    laid = _LAID.get(block.place, ())
    return (
        (name, placed),
        *(one for one in laid if one[0] != "background-color" or not block.solid),
    )


@declaration(
    "top", "right", "bottom", "left", "inset", "inset-inline", "inset-inline-start",
    "inset-inline-end", "inset-block", "inset-block-start", "inset-block-end",
)  # fmt: skip
def edge(name: str, value: str, block: Block) -> Declarations:
    """
    Leaves a released bar where it stands in the page; keeps menus below what opens them.

    A bar beside a column still begins where the column ends.

    What waits beyond an edge of the window is as far away as it has grown wide. What begins at
    the window's top leaves our panel free, where browsers know anchors (CSS Anchor Positioning 1).
    A label on a picture, now below it, still leaves room for what lies at both sides of the picture.
    """
    if block.place == "bar":
        beside = _MARGINS.get(name) if number(value) or has_var(value) else None
        kept = beside is None or pixels(value) == 0
        return (
            ((name, "auto"),)
            if kept
            else ((name, "auto"), (str(beside), f"var(--a11y-beside, {alongside(value)})"))
        )
    size = pixels(value)
    inside = _within(value, block) if name in _MARGINS else None
    if inside or size is None:
        framed = block.place == "label" and block.even and _SHARE.fullmatch(value)
        side = _MARGINS.get(name) if framed else None
        return ((name, inside or value), *(((side, value),) if side else ()))
    if name not in {"top", "bottom"} and (away := _beyond(size, value, block)):
        return ((name, away),)
    if block.place not in FREE:
        return ((name, value),)
    if name == "top" and not size and block.reach != "cover":
        return ((name, value), (name, _PANEL))
    below = name in {"top", "bottom"} and THIN < size < _COLUMN.stop
    return ((name, scaled(value) if below else value),)


def _within(value: str, block: Block) -> str | None:
    """
    Keeps a knob in its track, and what hangs over a side in a window that has no more room.

    What stands a little inside stands on the edge of the space within, which a window may narrow.
    """
    length = number(value)
    if block.on and length and length[0] > 0 and length[1] != "%":
        return f"min({value}, {_TRACK})"
    if length and length[1] in {"em", "rem"} and 0 < length[0] < _INSIDE:
        return spared("padding", value)
    return drawn_out(value)


def _beyond(size: float, value: str, block: Block) -> str | None:
    """Gives a negative distance that hides a column, grown as the column has; None for others."""
    if int(-size) not in _BESIDE:
        return None
    return f"calc(-1 * {column(value.lstrip().removeprefix('-'), block)})"


@declaration("z-index")
def layer(name: str, value: str, block: Block) -> Declarations:
    """Brings what was behind everything to where it can be seen."""
    return ((name, "auto" if block.place == "behind" else value),)


@declaration("margin-top")
def pull(name: str, value: str, block: Block) -> Declarations:
    """
    Leaves text below what it would be drawn up over, and a label below the picture it was laid on.

    What is drawn up beside a picture rises, and stands aside, by as much as the picture has grown;
    where there is no room for both, it follows the picture.
    """
    if block.drawn_up:
        return ((name, f"max({scaled(value)}, -1 * var(--a11y-outset, 100vw))"),)
    drawn = block.place == "label" and (pixels(value) or 0) < 0
    return ((name, "0" if drawn or block.place == "pulled" else value),)


@declaration(
    "margin-left", "margin-right", "padding-left", "padding-right", "padding-inline-start",
    "padding-inline-end",
)  # fmt: skip
def indent(name: str, value: str, block: Block) -> Declarations:
    """
    Keeps room for a column beside, but never more of a narrow window than it can spare.

    What half its own width centred stays centred when it is as wide as the window; what waits
    beside the window waits as far off as it has grown wide. A small box hung before its text, as
    a mark to be ticked is, never gives up that place; one that has grown hangs out by more. What is
    pulled over a column and padded by it begins where the column does, and in the narrowest windows
    does neither. What is placed in the room that one side leaves, as the box of a label is, needs it
    in the narrowest window, too.
    """
    size = pixels(value)
    if name == "margin-left" and block.halved:
        return ((name, "0"), ("transform", "translateX(-50%)"))
    if size is None and block.hung == name:
        return ((name, roomy(name, value)),)
    if size is None:
        shared = _shared(name, value)
        return ((name, shared or spared(name, alongside(value), even=block.even)),)
    if away := _beyond(size, value, block):
        return _pulled(away) if name == "margin-left" else ((name, away),)
    room = _room(name, size, value, block)
    if name == "padding-left" and int(size) in _COLUMN:
        return ((name, f"var(--a11y-pulled, {room})"), ("--a11y-padded", "var(--a11y-outset)"))
    return ((name, room),)


def _shared(name: str, value: str) -> str | None:
    """Gives room beside a picture that grows with the text, as much of its line as that may take."""
    length = number(value)
    if length is None or not name.startswith("margin") or length[1] not in {"em", "rem"}:
        return None
    return f"min({value}, {ASIDE})" if length[0] >= _COLUMN_EMS else None


def _pulled(away: str) -> Declarations:
    """Says how far a box is drawn over a column, for its own padding."""
    far = f"min({away.removeprefix('calc(-1 * ').removesuffix(')')}, var(--a11y-padded, 9999px))"
    return (("margin-left", f"calc(-1 * {far})"), ("--a11y-pulled", far))


def _room(name: str, size: float, value: str, block: Block) -> str:
    if name == "margin-left" and block.drawn_up:
        return f"min({scaled(value)}, var(--a11y-apart, 100vw))"
    if name == "margin-left" and int(-size) in _HUNG and block.place in FREE:
        return f"min({value}, var(--a11y-hung, 0px))"
    if int(size) not in _COLUMN:
        return spared(name, value, even=block.level if name.startswith("padding") else block.even)
    return f"min({scaled(value)}, 25%)"
