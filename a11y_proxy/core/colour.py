"""Colour arithmetic of WCAG 2.2: how light a colour is, and how well two stand apart."""

from __future__ import annotations

import re

_HEX = re.compile(r"#([0-9a-f]{6})", re.IGNORECASE)


def channels(colour: str) -> tuple[float, float, float]:
    """
    Gives red, green and blue of `#rrggbb`, each 0 to 1 (sRGB).

    Raises ValueError for any other notation.
    """
    match = _HEX.fullmatch(colour)
    if match is None:
        raise ValueError(f"{colour!r} is not a colour of the form #rrggbb")
    number = int(match[1], 16)
    return (number >> 16) / 255, (number >> 8 & 255) / 255, (number & 255) / 255


def luminance(colour: str) -> float:
    """Gives the relative luminance of `#rrggbb`, 0 for black to 1 for white (WCAG 2.2)."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Gives the contrast ratio of two colours, 1 to 21, in whichever order (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
