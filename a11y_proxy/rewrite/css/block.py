"""What one declaration must know of the others in its block."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from a11y_proxy.rewrite.css import control, lettering, reveal
from a11y_proxy.rewrite.css.lettering import FLOWING, Lettering, lettering_of
from a11y_proxy.rewrite.css.palette import ground_of, has_colour, has_var
from a11y_proxy.rewrite.css.place import SMALL, Place, is_veil, place_of
from a11y_proxy.rewrite.css.reach import WHOLE_WINDOW, Reach, reach_of
from a11y_proxy.rewrite.css.reveal import Reveal, reveal_of
from a11y_proxy.rewrite.css.room import MARGINS, SIDES, hung
from a11y_proxy.rewrite.css.stroke import is_stroke
from a11y_proxy.rewrite.css.values import number, pixels

Picture = Literal["none", "drop", "photo", "bullet", "icon"]
"""
What becomes of the block's background image. Behind text it is dropped. A photograph stays where
the box holds nothing to read, which only the browser knows. A bullet stands beside text, an icon
stands for text.
"""

THIN = 10
"""Pixels; a box this thin is a line, a spacer or a technique, and never held text."""

ICON = SMALL
"""Pixels; a larger box with a picture behind it is not plainly an icon."""

BESIDE = 24
"""Pixels; text that is drawn up and aside by so much makes room for a picture beside it."""

COLUMN = (120, 400)
"""Pixels; a column of links at the side of a page is at least and at most as wide."""

CENTRED = 100
"""Pixels; a line as high as a higher box would tear a text of several lines apart."""


class Block(NamedTuple):
    """
    Facts of a declaration block; a small set of them, so that answers can be remembered.

    `root`, `body`: it styles that element. `selection`: it styles selected text. `inline`: it stands
    in a `style` attribute. `ground`: its
    background-color hides what is behind; `solid`: no variable can say otherwise. `masked`: its
    ground is the shape of a mask. `thin`: see `THIN`. `stroke`: it is a line. `halved`: a negative
    margin of half its width centres it. `upright`: it is a column as high as the window. `tall`: it is as high as the window. `clips`: its height is fixed. `scrolls`: what overflows can be scrolled to.
    `centred`: its line is as high as itself. `sizes`: which limits of size the block sets itself.
    `padded`: its width says less than the room it takes. `reach`: see there. `even`: as far from
    what is at its left as from what is at its right. `drawn_up`: beside the picture before it.
    `lettering`: what kind of text it holds.
    `glyph`: its background image is drawn once and no larger than an icon. `small`: it is itself
    no larger than an icon, in absolute units. `on`: it is for what a checked field stands before.
    `part`: it is a part of a control that its author draws. `cast`: it has a shadow. `each`: it is for
    every child of a box. `hung`: the padding or margin that makes room for what hangs at that side, if
    any. `revealed`: what brings it into sight.
    `veil`: it is drawn over all of something that is seen through it, and says nothing.
    """

    root: bool = False
    body: bool = False
    selection: bool = False
    inline: bool = False
    on: bool = False
    each: bool = False
    picture: Picture = "none"
    hides_text: bool = False
    ground: bool = False
    solid: bool = False
    masked: bool = False
    thin: bool = False
    stroke: bool = False
    halved: bool = False
    upright: bool = False
    tall: bool = False
    clips: bool = False
    scrolls: bool = False
    centred: bool = False
    place: Place = "flow"
    padded: bool = False
    glyph: bool = False
    small: bool = False
    part: bool = False
    hung: str = ""
    cast: bool = False
    reach: Reach = "own"
    even: bool = False
    drawn_up: bool = False
    sizes: frozenset[str] = frozenset()
    lettering: Lettering = FLOWING
    revealed: Reveal = "no"
    veil: bool = False


EMPTY = Block()
INLINE = Block(inline=True)

_LIMITS = frozenset({"min-height", "max-width", "flex-basis"})
_IMAGES = frozenset({"background", "background-image"})
_PADDED = frozenset({"padding", "padding-left", "padding-right", "border"})
_GROUNDS = ("background", "background-color")
_MASKS = frozenset({"mask", "mask-image", "-webkit-mask", "-webkit-mask-image"})
_NO_MASK = frozenset({"none", "initial", "unset", "inherit"})
_RELEVANT = frozenset(
    {"background", "background-color", "background-image", "position", "left", "width", "height"}
    | {"max-height", "min-height", "overflow", "overflow-y", "text-indent", "max-width"}
    | {"flex-basis", *SIDES, *MARGINS}
).union(_MASKS, lettering.FACTS, reveal.FACTS, control.FACTS)
_WRITTEN = frozenset({"color", "font", "font-family", "line-height", "text-align"})
"""Properties that nobody sets where no text is."""

_PICTURE = re.compile(r"(?:url|image-set|cross-fade)\(|\bsrc\(")
_GLYPH = {"px": ICON, "em": 4, "rem": 4}
_LENGTHS = re.compile(r"(?<![\w.#])(\d*\.?\d+)(%|[a-z]+)")
_DRAWN_SIZE = re.compile(r"data:image/svg[^,]*,[^>]*?\bwidth=['\"](\d+)(?:px)?['\"]")
"""The width that a drawing in an address says it has."""

_LETTERS = re.compile(r"[\"'][^\"']|\b(?:attr|counters?)\(")
"""What a pseudo-element says; a picture there may have an empty string only."""


def describe(declared: Mapping[str, str], around: Block = EMPTY) -> Block:
    """
    Gives the facts of a block from its declarations: lower-case names to lower-case values.

    `around` is what its selectors say, and where it stands.
    """
    return around if _RELEVANT.isdisjoint(declared) else _one(_described(declared, around))


@lru_cache(1024)
def _one(block: Block) -> Block:
    """Gives one object for equal facts, which makes remembered answers quicker to find."""
    return block


def _described(declared: Mapping[str, str], around: Block) -> Block:
    width, height = _size(declared, "width"), _size(declared, "height")
    limit = _size(declared, "max-height")
    indented = _hides_by_indent(declared)
    picture = _picture(declared, width, height, indented=indented)
    if around.root and picture == "photo":
        picture = "drop"
    ground = _has_ground(declared)
    return Block(
        root=around.root,
        body=around.body,
        selection=around.selection,
        inline=around.inline,
        on=around.on,
        each=around.each,
        picture=picture,
        hides_text=indented and picture == "icon",
        ground=ground,
        solid=ground and not any(has_var(declared.get(name, "")) for name in _GROUNDS),
        masked=_is_masked(declared),
        thin=0 < (width or 0) <= THIN or 0 < (height or 0) <= THIN,
        stroke=is_stroke(declared),
        halved=_is_halved(declared, width),
        upright=_is_upright(declared, width),
        tall=declared.get("height", "") in WHOLE_WINDOW and not (around.root or around.body),
        clips=_is_fixed(declared, "height", height) or _is_fixed(declared, "max-height", limit),
        scrolls=_scrolls(declared),
        centred=0 < (height or 0) <= CENTRED and height == _size(declared, "line-height"),
        place=place_of(declared) if "position" in declared else "flow",
        padded=not _PADDED.isdisjoint(declared),
        glyph=_is_glyph(declared),
        small=0 < (width or 0) <= ICON and 0 < (height or 0) <= ICON,
        part=not control.FACTS.isdisjoint(declared) and control.is_part(declared),
        cast="box-shadow" in declared,
        hung=hung(declared, each=around.each),
        reach=reach_of(declared),
        even=any(
            declared.get(f"{at}left", "") == declared.get(f"{at}right") for at in ("", "margin-")
        ),
        drawn_up=_is_drawn_up(declared),
        sizes=_LIMITS.intersection(declared),
        lettering=FLOWING if lettering.FACTS.isdisjoint(declared) else lettering_of(declared),
        veil="content" in declared and is_veil(declared),
        revealed="no" if reveal.FACTS.isdisjoint(declared) else reveal_of(declared),
    )


def _is_halved(declared: Mapping[str, str], width: float | None) -> bool:
    margin = _size(declared, "margin-left") or 0
    return margin < 0 and (declared.get("left") == "50%" or (width or 0) + 2 * margin == 0)


def _is_upright(declared: Mapping[str, str], width: float | None) -> bool:
    """Tells whether a box is a column of words as high as the window, wherever another rule puts it."""
    high = declared.get("height", "") in WHOLE_WINDOW and "position" not in declared
    return high and COLUMN[0] <= (width or 0) <= COLUMN[1]


def _size(declared: Mapping[str, str], name: str) -> float | None:
    value = declared.get(name)
    return pixels(value) if value else None


def _is_glyph(declared: Mapping[str, str]) -> bool:
    written = _shorthand(declared)
    if not _is_once(written, declared):
        return False
    size = declared.get("background-size") or written.rpartition("/")[2]
    if lengths := _LENGTHS.findall(size):
        return all(float(amount) <= _GLYPH.get(unit, 0) for amount, unit in lengths)
    return any(float(size) <= ICON for size in _DRAWN_SIZE.findall(written))


def _is_drawn_up(declared: Mapping[str, str]) -> bool:
    """Tells whether a box in the flow is moved up by as much as a picture is high, and aside."""
    if "position" in declared or "color" in declared:
        return False
    up, aside = _size(declared, "margin-top") or 0, _size(declared, "margin-left") or 0
    return up <= -BESIDE and aside >= BESIDE


def _shorthand(declared: Mapping[str, str]) -> str:
    return declared.get("background", "") + " " + declared.get("background-image", "")


def _is_once(written: str, declared: Mapping[str, str]) -> bool:
    return "no-repeat" in written or "no-repeat" in declared.get("background-repeat", "")


def _is_fixed(declared: Mapping[str, str], name: str, size: float | None) -> bool:
    """Tells whether a length, in pixels if it is absolute, leaves text no room to grow."""
    if size is not None:
        return size > THIN
    value = declared.get(name, "")
    relative = value and number(value)
    if relative:
        return relative[0] > 0 and relative[1] != "%"
    return "(" in value and "%" not in value


def _picture(
    declared: Mapping[str, str], width: float | None, height: float | None, *, indented: bool
) -> Picture:
    if _IMAGES.isdisjoint(declared):
        return "none"
    written = _shorthand(declared)
    if not _PICTURE.search(written):
        return "none"
    small = width and height and max(width, height) <= ICON
    if indented or (small and _WRITTEN.isdisjoint(declared)):
        return "icon"
    if _is_once(written, declared) and _indent(declared) >= 12:
        return "bullet"
    return "drop" if _LETTERS.search(declared.get("content", "")) else "photo"


def _indent(declared: Mapping[str, str]) -> float:
    """Gives the room in pixels that the padding leaves for a bullet at the start of the line."""
    for name in ("padding-left", "padding-inline-start"):
        if name in declared:
            return _size(declared, name) or 0
    sides = declared.get("padding", "").split()
    return pixels(sides[(0, 1, 1, 3)[len(sides) - 1]]) or 0 if 0 < len(sides) <= 4 else 0


def _hides_by_indent(declared: Mapping[str, str]) -> bool:
    indent = number(declared["text-indent"]) if "text-indent" in declared else None
    if indent is None:
        return False
    amount, unit = indent
    if unit == "%":
        return amount >= 100 and "nowrap" in declared.get("white-space", "")
    return amount <= {"em": -60, "rem": -60}.get(unit, -999)


def _has_ground(declared: Mapping[str, str]) -> bool:
    colour = declared.get("background-color")
    if colour is not None:
        return ground_of(colour) not in {"none", "invalid"}
    return "background" in declared and has_colour(declared["background"])


def _is_masked(declared: Mapping[str, str]) -> bool:
    if _MASKS.isdisjoint(declared):
        return False
    return any(declared.get(name, "none") not in _NO_MASK for name in _MASKS)


def _scrolls(declared: Mapping[str, str]) -> bool:
    either = declared.get("overflow", "") + " " + declared.get("overflow-y", "")
    return "auto" in either or "scroll" in either
