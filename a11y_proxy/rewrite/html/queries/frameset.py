"""Says how a frameset parts its room, and what its frames are for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.named import Kind, kind_of

_LENGTH = re.compile(r"\s*+(\d{0,5}+(?:\.\d{1,3}+)?)\s*+(%|\*|px)?\s*+", re.IGNORECASE)
_PLACES: dict[str, Kind] = {"top": "banner", "bottom": "contentinfo"}
"""What a frame is that is named by its place in the window."""


def layout(frameset: Element) -> str:
    """Gives the style in which a grid parts its room as the frameset does (HTML §15.6)."""
    axes = (("rows", "40vh"), ("cols", "40%"))
    return ";".join(
        f"grid-template-{'columns' if axis == 'cols' else axis}:{' '.join(_tracks(value, most))}"
        for axis, most in axes
        if (value := frameset.get(axis))
    )


def _tracks(lengths: str, most: str) -> Iterator[str]:
    """Gives a track for each length; one in pixels grows with the text, as far as it leaves room."""
    for length in lengths.split(","):
        found = _LENGTH.fullmatch(length)
        number, unit = (found[1], found[2]) if found else ("", "*")
        if unit == "%":
            yield f"minmax(0,{number or 1}%)"
        elif unit == "*" or not number:
            yield f"minmax(0,{number or 1}fr)"
        else:
            yield f"min({most},calc({number}px*var(--a11y-scale,1)))"


def frame_kind(frame: Element) -> Kind:
    """Gives the kind of region that the name of the frame's file, or its own, says it is; "" for none."""
    file = (frame.get("src") or "").partition("?")[0].rpartition("/")[2].partition(".")[0]
    names = (file.lower(), (frame.get("name") or "").strip().lower())
    return next((kind for name in names if (kind := kind_of(name) or _PLACES.get(name, ""))), "")
