"""
Redraws an icon of one colour in black and in white, so that a theme can show what suits its paper.

A picture inside a sheet cannot read the sheet's variables, but an SVG written into its own address
(`data:`) can be read and written by us. Drawings of several colours are not touched.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from functools import lru_cache
from urllib.parse import quote, unquote

from a11y_proxy.standards.css import INKS

_DATA = re.compile(r"data:image/svg\+xml(?P<options>[^,]*),(?P<body>.*)", re.IGNORECASE | re.DOTALL)
_PAINT = re.compile(
    r"(?<=[\s;\"'{])(?P<name>fill|stroke|color)(?P<is>\s*[=:]\s*[\"']?)\s*(?P<colour>[^\"';}>]+)",
    re.IGNORECASE,
)
_FAINT = re.compile(
    r"(?<=[\s;\"'])(?:fill-|stroke-)?opacity\s*"
    r"(?:=\s*(?P<quote>[\"'])[\d.%]+(?P=quote)|:\s*[\d.%]+;?)",
    re.IGNORECASE,
)
_DRAWN = re.compile(
    r"<(?:image|linear|radial|pattern|filter|mask|text|style|foreign|use)", re.IGNORECASE
)
_UNPAINTED = frozenset({"none", "transparent", "inherit", "context-fill"})
_OPENING = re.compile(r"<svg(?=[\s>])", re.IGNORECASE)
_SAFE = " '=:/;,.()!*$&@?-_~[]|"
"""Characters that may stand as they are in a quoted address inside a sheet or a page."""

_LONGEST = 4000
"""Characters of an address; an icon is shorter."""


@lru_cache(1024)
def inked(address: str) -> str | None:
    """
    Gives an image value that is black on light paper and white on dark; None if it is no such icon.

    The theme sets one of `--a11y-on-light` and `--a11y-on-dark` to nothing and leaves the other unset.
    """
    svg = _source(address) if len(address) <= _LONGEST else None
    if svg is None or _DRAWN.search(svg) or not _OPENING.search(svg):
        return None
    colours = {match["colour"].strip().lower() for match in _PAINT.finditer(svg)} - _UNPAINTED
    if len(colours) > 1:
        return None
    return "".join(
        f'var(--a11y-on-{paper},url("{_address(_drawn(svg, ink))}"))' for paper, ink in INKS.items()
    )


def _source(address: str) -> str | None:
    found = _DATA.fullmatch(address.strip())
    if not found:
        return None
    body = unquote(found["body"])
    if not found["options"].lower().endswith("base64"):
        return body
    try:
        return b64decode(body, validate=True).decode()
    except (Error, UnicodeDecodeError):
        return None


def _drawn(svg: str, colour: str) -> str:
    """Draws all that is painted in one colour, and nothing faintly."""

    def paint(found: re.Match[str]) -> str:
        bare = found["colour"].strip().lower() in _UNPAINTED
        return found[0] if bare else f"{found['name']}{found['is']}{colour}"

    if not any(found["name"].lower() == "fill" for found in _PAINT.finditer(svg)):
        svg = _OPENING.sub(f"<svg fill='{colour}'", svg, count=1)
    return _FAINT.sub("", _PAINT.sub(paint, svg))


def _address(svg: str) -> str:
    return "data:image/svg+xml," + quote(" ".join(svg.split()), safe=_SAFE)
