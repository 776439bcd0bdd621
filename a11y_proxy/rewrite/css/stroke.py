"""Lines that are drawn as boxes: too thin to be written in, so that their ground is the drawing."""

from __future__ import annotations

from collections.abc import Mapping

from a11y_proxy.rewrite.css.values import number, pixels

STROKE = 5
"""Pixels; a box this thin is drawn, not written in: its colour is the drawing."""

_EM = 16
"""Pixels of an em, in text of the usual size."""


def is_stroke(declared: Mapping[str, str]) -> bool:
    """
    Tells whether a box is a line, from its declarations: lower-case names to lower-case values.

    A narrow cell without a height holds text, whatever its width says.
    """
    high = "height" in declared or declared.keys() >= {"top", "bottom"}
    return _is_thin(declared, "height") or (high and _is_thin(declared, "width"))


def _is_thin(declared: Mapping[str, str], name: str) -> bool:
    value = declared.get(name, "")
    length = number(value)
    em = length is not None and length[1] in {"em", "rem"}
    size = length[0] * _EM if length and em else pixels(value)
    return 0 < (size or 0) <= STROKE
