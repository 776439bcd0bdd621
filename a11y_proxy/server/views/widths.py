"""Multiplies the widths in media queries, so that large text meets the site's narrow layout."""

from __future__ import annotations

import re
from functools import lru_cache

_LENGTH = re.compile(r"(\d++(?:\.\d++)?|\.\d++)([a-z]++)")


@lru_cache(maxsize=4096)
def scaled(width: str, scale: int) -> bytes:
    """Gives a CSS length such as "768px" times `scale` percent; what is no length stays as it is."""
    match = _LENGTH.fullmatch(width)
    if match is None:
        return width.encode()
    return f"{round(float(match[1]) * scale / 100, 4):.12g}{match[2]}".encode()
