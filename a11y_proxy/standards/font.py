"""Font files as tables: what servers call them, and how they begin."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FONT_TYPES = frozenset(
    {
        *("application/font", "application/font-sfnt", "application/font-ttf"),
        *("application/font-woff", "application/font-woff2", "application/vnd.ms-opentype"),
        *("application/x-font-opentype", "application/x-font-otf", "application/x-font-truetype"),
        *("application/x-font-ttf", "application/x-font-woff", "application/x-font-woff2"),
        *("font/collection", "font/opentype", "font/otf", "font/sfnt", "font/ttf"),
        *("font/woff", "font/woff2"),
        # what servers say of files that they do not know
        *("application/octet-stream", "binary/octet-stream"),
    }
)
"""Media types under which fonts come (RFC 8081, and what was used before it)."""

FONT_SIGNATURES: Mapping[bytes, str] = MappingProxyType(
    {
        b"wOF2": "font/woff2",
        b"wOFF": "font/woff",
        b"\x00\x01\x00\x00": "font/ttf",
        b"true": "font/ttf",
        b"OTTO": "font/otf",
        b"ttcf": "font/collection",
    }
)
"""First four bytes to media type: WOFF 2 §4.1, WOFF 1 §3, OpenType "Organization of a font"."""
