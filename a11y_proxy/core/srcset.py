"""Addresses inside `srcset`, found as browsers find them: a comma may be part of an address."""

from __future__ import annotations

import re
from collections.abc import Callable

# HTML §4.8.4.2.2, "parse a srcset attribute": separators, then all that is not whitespace is the
# address; unless it ends with commas, descriptors follow to the next comma outside parentheses.
_CANDIDATE = re.compile(r"(?P<before>[\t\n\f\r ,]*)(?P<url>[^\t\n\f\r ]+)")
_DESCRIPTORS = re.compile(r"[^,(]*(?:\([^)]*\)?[^,(]*)*")


def map_srcset(srcset: str, map_url: Callable[[str], str]) -> str:
    """Gives the attribute's value with each address mapped, and all else as it is."""
    pieces: list[str] = []
    position = 0
    while candidate := _CANDIDATE.match(srcset, position):
        written = candidate["url"]
        url = written.rstrip(",")
        position = candidate.end()
        pieces += candidate["before"], map_url(url), written[len(url) :]
        if url == written and (descriptors := _DESCRIPTORS.match(srcset, position)):
            pieces.append(descriptors[0])
            position = descriptors.end()
    return "".join(pieces) + srcset[position:]
