"""
Colours: each becomes the role that it plays, and the theme says what the role looks like.

Contrast holds by construction because no colour of the author's is left (WCAG 1.4.3, 1.4.6,
1.4.11). Custom properties stay as they are: where one is used as a text or a line, the whole value
becomes the role; where it is used as a ground, its twin's (see `custom`).
"""

from __future__ import annotations

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.declarations.shadow import framed
from a11y_proxy.rewrite.css.ground import ground_read, ground_said
from a11y_proxy.rewrite.css.original import with_original
from a11y_proxy.rewrite.css.palette import (
    CLEAR,
    DRAWN,
    FOCUS,
    LINE,
    OPAQUE,
    PLATE,
    SURFACE,
    TEXT,
    ground_of,
    has_var,
    last_var,
    names_colour,
    repaint,
    role,
)
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.rewrite.css.values import number

_UNSEEN = {
    "no": "0",
    "animation": "var(--a11y-still, 0)",
    "carousel": "var(--a11y-still, 0)",
    "script": "var(--a11y-unscripted, 0)",
}
"""What hides a box, by what reveals it: 1 where nothing will."""

_INHERITED = frozenset({"inherit", "unset", "currentcolor"})


@declaration("color")
def text(name: str, value: str, block: Block) -> Declarations:
    """Gives the text role of the place, which is the link's inside links."""
    if block.selection:
        return ()
    colour = value if value.lower() in _INHERITED else TEXT
    return ((name, colour), *(framed(block) if block.on and not block.ground else ()))


@declaration("background-color")
def ground(name: str, value: str, block: Block) -> Declarations:
    """
    Gives the ground that the colour lays; transparent stays transparent.

    The colour of a box too thin for text is the drawing itself, and so is that behind a mask. What
    tints a picture, and would hide what it lies over, is clear.
    """
    if block.selection:
        return ()
    colour = ground_said(value)
    if colour is None:
        found = ground_of(value)
        if found in {"none", "invalid"}:
            return ((name, value),)
        colour = ground_read(value) if has_var(value) else role(found)
    return ((name, painted(colour, block)), *framed(block))


def painted(colour: str, block: Block) -> str:
    """Gives the role of a block's ground, seeing what the block is for."""
    if block.masked:
        return DRAWN
    if block.stroke:
        return LINE
    if block.veil:
        return CLEAR
    return PLATE if block.picture == "icon" else colour


_EDGES = (
    "border", "border-top", "border-right", "border-bottom", "border-left", "border-block",
    "border-block-start", "border-block-end", "border-inline", "border-inline-start",
    "border-inline-end",
)  # fmt: skip


@declaration(*_EDGES, "column-rule")
def edge(name: str, value: str, block: Block) -> Declarations:
    """Keeps the width and style of a border; `none` and `transparent` stay."""
    del block
    lined = (name, repaint(value, "line"))
    if not has_var(value) or names_colour(value):
        return (lined,)
    return (lined, (f"{name}-color", with_original(LINE, last_var(value))))


@declaration(*(f"{edge}-color" for edge in _EDGES), "column-rule-color")
def edge_colour(name: str, value: str, block: Block) -> Declarations:
    """Keeps transparent edges: they draw triangles, and show in forced colours."""
    frame = framed(block) if block.on and not block.ground else ()
    return ((name, repaint(value, "line", unknown=True)), *frame)


@declaration("outline", "outline-style", "outline-width", "outline-color")
def outline(name: str, value: str, block: Block) -> Declarations:
    """Takes away what would take away the focus ring (WCAG 2.4.7)."""
    del block
    words = value.lower().split()
    if any(word in {"none", "initial", "unset", "inherit", "transparent"} for word in words):
        return ()
    if any((number(word) or (1, ""))[0] == 0 for word in words):
        return ()
    if has_var(value):
        return () if name == "outline" else ((name, FOCUS if "color" in name else value),)
    return ((name, repaint(value, "focus")),)


@declaration("text-decoration-color", "text-emphasis-color")
def decoration_colour(name: str, value: str, block: Block) -> Declarations:
    """Gives lines on text the colour of the text."""
    del value, block
    return ((name, DRAWN),)


@declaration("text-emphasis")
def emphasis(name: str, value: str, block: Block) -> Declarations:
    """Gives marks on text the colour of the text."""
    del block
    return ((name, repaint(value, "drawn")), (f"{name}-color", DRAWN))


@declaration("fill", "stroke")
def shape(name: str, value: str, block: Block) -> Declarations:
    """Draws in the colour of the text; none, currentcolor and url() stay."""
    del block
    if has_var(value):
        return ((name, DRAWN),)
    return ((name, repaint(value, "drawn")),)


@declaration("text-fill-color")
def text_fill(name: str, value: str, block: Block) -> Declarations:
    """Fills letters with the colour of the text."""
    del value, block
    return ((name, DRAWN),)


@declaration("opacity")
def opacity(name: str, value: str, block: Block) -> Declarations:
    """Leaves only hidden and shown: everything between lowers contrast. See `motion.visibility`."""
    amount = number(value)
    if amount is not None:
        hidden = amount[0] <= 0
        return (
            (
                name,
                _UNSEEN[block.revealed]
                if hidden
                else "1"
                if amount[0] >= _full(amount[1])
                else OPAQUE,
            ),
        )
    return ((name, f"round(up, {value}, 1)" if "(" in value else value),)


def _full(unit: str) -> float:
    return 100 if unit == "%" else 1


@declaration("all")
def everything(name: str, value: str, block: Block) -> Declarations:
    """Puts the text role back, which `all` takes away, and a ground where a browser's own comes."""
    del block
    ground = (("background-color", SURFACE),) if "revert" in value.lower() else ()
    return ((name, value), ("color", TEXT), *ground)


@declaration(
    "filter",
    "backdrop-filter",
    "mix-blend-mode",
    "background-blend-mode",
    "text-stroke",
    "text-stroke-color",
    "text-stroke-width",
    "forced-color-adjust",
    "color-scheme",
    "accent-color",
    "caret",
    "caret-color",
    "scrollbar-color",
    "tap-highlight-color",
)
def unwanted(name: str, value: str, block: Block) -> Declarations:
    """Drops what changes contrast after colours are chosen, and colours that the theme gives."""
    del name, value, block
    return ()
