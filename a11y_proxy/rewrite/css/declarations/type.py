"""
Type: sizes follow the visitor's scale and never fall below the floor; letters have a body.

See WCAG 1.4.4 (resize text), 1.4.8 (visual presentation).
"""

from __future__ import annotations

import re

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.declarations.lines import spaced
from a11y_proxy.rewrite.css.font import parts_of
from a11y_proxy.rewrite.css.length import read
from a11y_proxy.rewrite.css.lettering import is_face_of_pictures
from a11y_proxy.rewrite.css.palette import has_var
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.rewrite.css.values import enlarged, number, px
from a11y_proxy.standards.css import (
    ABSOLUTE_UNITS,
    FONT_SIZES,
    FONT_UNITS,
    MATH_FUNCTIONS,
    SYSTEM_FONTS,
    VIEWPORT_UNITS,
)

_REGULAR = 400
"""The weight that a typeface is drawn for (CSS Fonts 4 §2.2)."""

_STEPS = {"smaller": "0.83em", "larger": "1.2em"}
_KEPT = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_SMALL_CAPS = re.compile(r"\b(?:all-)?(?:small|petite)-caps\b|\bunicase\b", re.IGNORECASE)
_SMALL_FEATURES = re.compile(r"([\"'])(?:smcp|c2sc|pcap|c2pc|unic)\1", re.IGNORECASE)
_HAIRLINE = re.compile(r"([\"'])wght\1\s+[123]?\d?\d(?:\.\d+)?(?=\s*(?:,|$))")
_FUNCTION = re.compile(r"(?:-webkit-|-moz-)?([a-z-]+)\(", re.IGNORECASE)


@declaration("font-size")
def font_size(name: str, value: str, block: Block) -> Declarations:
    """
    Scales absolute sizes and holds every size above the floor; zero stays, it hides gaps.

    On the root element there is no floor: its size is the measure of rem, and often 62.5 %.
    What is measured in shares of the window would not grow by itself: it is scaled too.
    """
    return ((name, sized(value, root=block.root)),)


def sized(value: str, *, root: bool) -> str:
    """Gives a font size that follows the scale; what a browser would ignore stays as it is."""
    keyword = value.lower()
    if keyword in FONT_SIZES:
        size = f"calc({px(FONT_SIZES[keyword])} * var(--a11y-scale))"
    elif keyword == "revert":
        return "revert-layer"  # the browser's own sheet has sizes below the floor
    else:
        relative = keyword in _STEPS
        measured = _measured(value)
        if not (relative or measured):
            return value
        if root:
            return value if relative else f"calc({measured} * var(--a11y-scale))"
        size = _STEPS.get(keyword) or enlarged(measured)
        size = read(size, "size") if has_var(measured) else size
    return size if root else f"clamp(var(--a11y-min), {size}, var(--a11y-max))"


def _measured(value: str) -> str:
    """Gives a length, with the unit that quirks mode does without; "" for nothing to be sized."""
    length = number(value)
    if length is None:
        function = _FUNCTION.match(value)
        sure = (
            function
            and value.endswith(")")
            and function[1].lower() in {*MATH_FUNCTIONS, "var", "env"}
        )
        return value if sure else ""
    amount, unit = length
    if amount <= 0 or unit not in {"", *ABSOLUTE_UNITS, *FONT_UNITS, *VIEWPORT_UNITS}:
        return ""
    return value if unit else f"{value}px"


@declaration("font")
def font(name: str, value: str, block: Block) -> Declarations:
    """Scales the size inside the shorthand; a font of the system keeps its face."""
    if value.lower() in SYSTEM_FONTS:
        small = ("font-size", sized("small", root=block.root))
        return ((name, value), small, ("--a11y-face", "initial"))
    found = parts_of(value)
    if found is None:
        return ((name, value), *_face(value, block)) if value.lower() in _KEPT else ((name, value),)
    before = _SMALL_CAPS.sub("normal", _stroked(found.before, block))
    size = sized(found.size, root=block.root)
    line = f"/{spaced(found.line, block)}" if found.line else ""
    return ((name, f"{before}{size}{line} {found.families}"), *_face(found.families, block))


def _stroked(words: str, block: Block) -> str:
    if block.lettering.glyphs:
        return words
    return " ".join(_weight(word) for word in words.split(" "))


@declaration("font-family")
def family(name: str, value: str, block: Block) -> Declarations:
    """
    Says beside the author's face whether a reader's own may take its place: not where it is icons.

    Before: font-family: "Material Icons"
    After:  font-family: "Material Icons"; --a11y-face: "Material Icons"; --a11y-tracking: normal
    """
    return ((name, value), *_face(value, block))


def _face(families: str, block: Block) -> Declarations:
    low = families.lower()
    if low in _KEPT:
        return (("--a11y-face", families),)
    if is_face_of_pictures(low) or (block.lettering.glyphs and "serif" not in low):
        return (("--a11y-face", families), ("--a11y-tracking", "normal"))
    return (("--a11y-face", "initial"),)


@declaration("font-weight")
def weight(name: str, value: str, block: Block) -> Declarations:
    """Draws hairlines as strokes: contrast is measured on letters that have a body."""
    if block.lettering.glyphs:
        return ((name, value),)
    return ((name, read(value, "weight") if has_var(value) else _weight(value)),)


def _weight(value: str) -> str:
    length = number(value)
    thin = value.lower() == "lighter" or (length and 0 < length[0] < _REGULAR and not length[1])
    return str(_REGULAR) if thin else value


@declaration("font-variation-settings")
def variation(name: str, value: str, block: Block) -> Declarations:
    """Draws hairlines as strokes where a typeface has its weight on an axis."""
    del block
    return ((name, _HAIRLINE.sub(r"\1wght\1 400", value)),)


@declaration("font-variant", "font-variant-caps")
def variant(name: str, value: str, block: Block) -> Declarations:
    """Shows words in the letters they were written in: small capitals are smaller than the floor."""
    del block
    words = _SMALL_CAPS.sub("", value).split()
    return ((name, " ".join(words) or "normal"),)


@declaration("font-feature-settings")
def features(name: str, value: str, block: Block) -> Declarations:
    """Takes small capitals out of a list of features, and leaves the rest."""
    del block
    kept = [part.strip() for part in value.split(",") if not _SMALL_FEATURES.search(part)]
    return (
        (
            name,
            value if kept and len(kept) == value.count(",") + 1 else ", ".join(kept) or "normal",
        ),
    )


@declaration("font-size-adjust", "text-size-adjust")
def adjusted(name: str, value: str, block: Block) -> Declarations:
    """Leaves letters as large as their size says, and to the browser whether they may grow."""
    del block
    smaller = name.endswith("font-size-adjust") and not has_keyword(value)
    return () if smaller or value.lower() == "none" else ((name, value),)


def has_keyword(value: str) -> bool:
    """Tells whether a value is a single keyword that every property knows."""
    return value.lower() in _KEPT and not has_var(value)
