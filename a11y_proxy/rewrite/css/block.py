"""What one declaration must know of the others in its block."""

from __future__ import annotations

from typing import cast

from a11y_proxy.rewrite.css import backdrop, control, extent, lettering, reach, reveal, room
from a11y_proxy.rewrite.css.backdrop import GROUNDS, IMAGES, MASKS, Picture
from a11y_proxy.rewrite.css.fact import Declared, Fact
from a11y_proxy.rewrite.css.lettering import FLOWING
from a11y_proxy.rewrite.css.place import Place, is_veil, place_of
from a11y_proxy.rewrite.css.reach import Reach
from a11y_proxy.rewrite.css.reveal import Reveal
from a11y_proxy.rewrite.css.stroke import is_stroke

Around = frozenset[str]
"""
What the selectors say of a block, and where it stands: names of facts that are true.

`root`, `body`: it styles that element. `selection`: it styles selected text. `inline`: it stands in
a `style` attribute. `on`: it is for what a checked field stands before. `each`: it is for every child
of a box.
"""

NOWHERE: Around = frozenset()
INLINE: Around = frozenset({"inline"})

_SIZE = frozenset({"width", "height"})
_HEIGHT = frozenset({"height"})
_HEIGHTS = frozenset({"height", "max-height"})
_LIMITS = frozenset({"min-height", "max-width", "flex-basis"})
_OVERFLOW = frozenset({"overflow", "overflow-y"})
_PADDED = frozenset({"padding", "padding-left", "padding-right", "border"})


class AskedError(AttributeError):
    """The answer depends on what stands in the block."""


class _Unsaid:
    root = body = selection = inline = on = each = False


class Block(_Unsaid):
    """Facts of a declaration block, by which those that write it decide."""

    def __init__(self, declared: Declared, around: Around = NOWHERE) -> None:
        self.declared = declared
        for name in around:
            setattr(self, name, True)

    @property
    def picture(self) -> Picture:
        """What becomes of its background image; see `Picture`."""
        return "drop" if self.root and self.pictured == "photo" else self.pictured

    pictured = Fact[Picture](backdrop.picture_of, IMAGES, "none")

    @property
    def hides_text(self) -> bool:
        """A picture stands for its text, which is out of sight."""
        return self.indented and self.picture == "icon"

    indented = Fact(backdrop.hides_by_indent, frozenset({"text-indent"}), otherwise=False)

    glyph = Fact(backdrop.is_glyph, IMAGES | {"background-repeat"}, otherwise=False)
    """Its background image is drawn once and no larger than an icon."""

    ground = Fact(backdrop.has_ground, GROUNDS, otherwise=False)
    """Its background-color hides what is behind."""

    solid = Fact(backdrop.has_certain_ground, GROUNDS, otherwise=False)
    """So it does, and no variable can say otherwise."""

    masked = Fact(backdrop.is_masked, MASKS, otherwise=False)
    """Its ground is the shape of a mask."""

    thin = Fact(extent.is_thin, _SIZE, otherwise=False)
    """It never held text; see `extent.THIN`."""

    small = Fact(extent.is_small, _SIZE, otherwise=False)
    """It is itself no larger than an icon, in absolute units."""

    stroke = Fact(is_stroke, _SIZE, otherwise=False)
    """It is a line."""

    halved = Fact(extent.is_halved, frozenset({"margin-left"}), otherwise=False)
    """A negative margin of half its width centres it."""

    upright = Fact(extent.is_upright, _HEIGHT, otherwise=False)
    """It is a column as high as the window, wherever another rule puts it."""

    @property
    def tall(self) -> bool:
        """It is as high as the window, and neither root nor body."""
        return self.whole and not (self.root or self.body)

    whole = Fact(extent.is_whole, _HEIGHT, otherwise=False)

    clips = Fact(extent.clips, _HEIGHTS, otherwise=False)
    """Its height is fixed."""

    shut = Fact(extent.is_shut, frozenset({"max-height"}), otherwise=False)
    """It shows nothing until another rule lifts its limit."""

    scrolls = Fact(extent.scrolls, _OVERFLOW, otherwise=False)
    """What overflows can be scrolled to."""

    scroller = Fact(extent.is_scroller, _OVERFLOW, otherwise=False)
    """A script moves what is in it."""

    centred = Fact(extent.is_centred, _HEIGHT, otherwise=False)
    """Its line is as high as itself."""

    sizes = Fact(_LIMITS.intersection, _LIMITS, otherwise=NOWHERE)
    """Which limits of size it sets itself."""

    padded = Fact(lambda _: True, _PADDED, otherwise=False)
    """Its width says less than the room it takes."""

    even = Fact(extent.is_even, frozenset({"right", "margin-right"}), otherwise=False)
    """It is as far from what is at its left as from what is at its right."""

    alongside = Fact(extent.is_alongside, _OVERFLOW, otherwise=False)
    """It is a picture along one side of a box."""

    level = Fact(extent.is_level, frozenset({"padding-right"}), otherwise=False)
    """It has as much space within its left as within its right."""

    drawn_up = Fact(extent.is_drawn_up, frozenset({"margin-top"}), otherwise=False)
    """It is beside the picture before it."""

    place = Fact[Place](place_of, frozenset({"position"}), "flow")

    reach = Fact[Reach](reach.reach_of, reach.FACTS, "own")

    @property
    def hung(self) -> str:
        """The padding or margin that makes room for what hangs at that side, if any."""
        return room.hung(self.declared, each=self.each)

    veil = Fact(is_veil, frozenset({"content"}), otherwise=False)
    """It is drawn over all of something that is seen through it, and says nothing."""

    part = Fact(control.is_part, control.FACTS, otherwise=False)
    """It is a part of a control that its author draws."""

    cast = Fact(lambda _: True, frozenset({"box-shadow"}), otherwise=False)
    """It has a shadow."""

    lettering = Fact(lettering.lettering_of, lettering.FACTS, FLOWING)
    """What kind of text it holds."""

    revealed = Fact[Reveal](reveal.reveal_of, reveal.FACTS, "no")
    """What brings it into sight."""


class _Unasked(_Unsaid):
    def __getattr__(self, name: str) -> object:
        raise AskedError(name)


EMPTY = Block({})
UNASKED = cast("Block", _Unasked())
"""Any block of which the selectors say nothing: raises `AskedError` for all else."""
