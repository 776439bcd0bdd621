"""What a block shows of the text in it: whether it flows, stands alone, or is pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from a11y_proxy.rewrite.css.values import number, pixels

_FLOWING, _ALONE = 1.5, 1.2
"""Times the font size: what lines of a paragraph need (WCAG 1.4.8), and a line by itself."""

_TITLE = 24
"""CSS pixels; running text is smaller."""

_ROOT = 16
"""CSS pixels in a rem, unless the reader or the site wants another measure."""

_BOLD = frozenset({"bold", "bolder", "500", "600", "700", "800", "900"})
_SOLID = frozenset({"1", "1em", "100%"})
_SHORT = re.compile(r"\bnormal\s(?:(?!\bnormal\s).)*/\s*+1\s")
_PICTURES = re.compile(
    r"icon|\bico|glyph|awesome|symbol|dingbat|fontello|moon\b|themify|katex|mathjax|math\b|music"
)


class Lettering(NamedTuple):
    """
    `glyphs`: letters stand for pictures. `least`: the least line height, in font sizes.

    `lines`: what an absolute line height is in font sizes, never below `least`; 0 if the block does
    not tell.
    """

    glyphs: bool = False
    least: float = _FLOWING
    lines: float = 0.0


FLOWING = Lettering()

FACTS = frozenset({"line-height", "font"})
"""Properties without which a block shows nothing of its lettering."""


def lettering_of(declared: Mapping[str, str]) -> Lettering:
    """Gives what a block shows, from its declarations: lower-case names to lower-case values."""
    if _has_glyphs(declared):
        return Lettering(glyphs=True)
    size = _absolute(declared.get("font-size", ""))
    least = _ALONE if (size or 0) >= _TITLE or _stands_alone(declared) else _FLOWING
    height = _absolute(declared.get("line-height", ""))
    lines = max(round(height / size, 2), least) if size and height else 0.0
    return Lettering(False, least, lines)  # noqa: FBT003 - a plain tuple


def is_face_of_pictures(families: str) -> bool:
    """
    Tells whether a font's name (lower case) says that its letters are pictures.

    Only the first of a list: at the end stand the faces of emoji.
    """
    first = families if families.startswith("var(") else families.partition(",")[0]
    return bool(_PICTURES.search(first))


def _has_glyphs(declared: Mapping[str, str]) -> bool:
    """Line and style put back at once are what icon fonts begin with, whatever their name."""
    families = declared.get("font-family", "")
    solid = declared.get("line-height") in _SOLID and declared.get("font-style") == "normal"
    named = is_face_of_pictures(families)
    return (
        (solid and "serif" not in families)
        or named
        or bool(_SHORT.search(declared.get("font", "")))
    )


def _stands_alone(declared: Mapping[str, str]) -> bool:
    if "nowrap" in declared.get("white-space", "") or declared.get("font-weight") in _BOLD:
        return True
    return declared.get("display", "").startswith("inline-") and "padding" in declared


def _absolute(value: str) -> float | None:
    size = pixels(value)
    if size is None and (found := number(value)) and found[1] == "rem":
        size = found[0] * _ROOT
    return size
