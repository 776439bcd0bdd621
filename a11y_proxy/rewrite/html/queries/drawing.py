"""Which inline SVGs are icons of one colour, and which are drawings that need their colours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

_PAINTS = ("fill", "stroke")
_STYLED = re.compile(r"(?:^|[;{\s])(?:fill|stroke|stop-color)\s*:\s*([^;!}]+)", re.IGNORECASE)
_UNPAINTED = frozenset({"", "none", "currentcolor", "inherit", "transparent", "context-fill"})
_PAINTED = frozenset({"linearGradient", "radialGradient", "pattern", "image", "lineargradient",
                      "radialgradient"})  # fmt: skip


def drawings(root: Element) -> Iterator[Element]:
    """Gives the outermost `<svg>` elements that have more than one colour."""
    for svg in outermost(root):
        if is_drawing(svg):
            yield svg


def outermost(root: Element) -> Iterator[Element]:
    """Gives every `<svg>` that is not inside another."""
    for svg in root.iter("svg"):
        if next(svg.iterancestors("svg"), None) is None:
            yield svg


def is_drawing(svg: Element) -> bool:
    """Tells whether an SVG says something by more than one colour, or by a picture in it."""
    colours: set[str] = set()
    for part in svg.iter("*"):
        if part.tag in _PAINTED:
            return True
        written = [part.get(name, "") for name in _PAINTS]
        styles = part.text if part.tag == "style" else part.get("style")
        written += _STYLED.findall(styles or "")
        colours |= {colour.strip().lower() for colour in written}
        if len(colours - _UNPAINTED) > 1:
            return True
    return False
