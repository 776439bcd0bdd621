"""Keeps what a colour said: words that their author painted red are bold."""

from __future__ import annotations

import re
from colorsys import rgb_to_hls
from functools import lru_cache

from lxml.etree import _Element as Element
from tinycss2.color4 import parse_color

from a11y_proxy.rewrite.html.page import Page

_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)", re.IGNORECASE)
_INLINE = frozenset({"font", "span", "b", "i", "em", "strong", "u", "small", "big", "label"})
_BOLD = "font-weight:bold"


def emphasis(page: Page) -> None:
    """
    Gives red words another mark than their colour, which no theme keeps (WCAG 1.4.1).

    "Figures in red are below plan" still means something then. Only words that were painted
    by hand count, by `<font color>` or a style of their own: a red that style sheets give to
    whole kinds of elements is the site's taste.
    """
    for element in page.root.iter(*_INLINE):
        colour = _painted(element)
        if colour and _is_red(colour.strip().lower()):
            # first, so that a weight of the author's own stands
            element.set("style", f"{_BOLD};{element.get('style', '')}".rstrip(";"))


def _painted(element: Element) -> str | None:
    written = _COLOUR.search(element.get("style") or "")
    if written:
        return written[1]
    return element.get("color") if element.tag == "font" else None


@lru_cache(1024)
def _is_red(value: str) -> bool:
    """Tells red from orange, brown and pink by its hue, and from grey by its saturation."""
    colour = parse_color(value) or parse_color(f"#{value}")
    if colour is None or isinstance(colour, str):
        return False
    hue, _, saturation = rgb_to_hls(*(channel or 0.0 for channel in colour.to("srgb").coordinates))
    return saturation > 0.3 and min(hue, 1 - hue) < 15 / 360
