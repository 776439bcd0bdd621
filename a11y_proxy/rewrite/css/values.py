"""Lengths of a value, told from its text."""

from __future__ import annotations

import re
from functools import lru_cache

from a11y_proxy.standards.css import ABSOLUTE_UNITS, VIEWPORT_UNITS

_NUMBER = r"[-+]?(?:\d++(?:\.\d*+)?|\.\d++)(?:e[-+]?\d++)?"
_ONE = re.compile(r"([-+]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][-+]?[0-9]++)?)(%|[A-Za-z]*+)")
_ABSOLUTE = re.compile(
    rf"(?<![\w.#\\-])({_NUMBER})({'|'.join(ABSOLUTE_UNITS)})(?![\w\\%-])", re.IGNORECASE
)
_OF_THE_WINDOW = re.compile(
    rf"(?<![\w.#\\-])({_NUMBER}(?:{'|'.join(sorted(VIEWPORT_UNITS))}))(?![\w\\%-])", re.IGNORECASE
)


@lru_cache(4096)
def number(value: str) -> tuple[float, str] | None:
    """Gives the number and the unit (lower case; "" for none) of a value that is just that."""
    match = _ONE.fullmatch(value)
    return (float(match[1]), match[2].lower()) if match else None


@lru_cache(4096)
def pixels(value: str) -> float | None:
    """Gives an absolute length in CSS pixels; zero needs no unit. None for anything else."""
    length = number(value)
    if length is None:
        return None
    if not length[0]:
        return 0.0
    factor = ABSOLUTE_UNITS.get(length[1])
    return None if factor is None else length[0] * factor


def px(length: float) -> str:
    """Writes a length in CSS pixels."""
    return f"{round(length, 3):g}px"


def scaled(value: str) -> str:
    """Multiplies each absolute length of a value by the visitor's scale; zero stays."""
    length = number(value)
    if length is None:
        return _ABSOLUTE.sub(_scale, value)
    return _scaled(*length) if length[0] and length[1] in ABSOLUTE_UNITS else value


def enlarged(value: str) -> str:
    """Multiplies, in a size of text, also what is measured in shares of the window or container."""
    length = number(value)
    if length and length[1] not in VIEWPORT_UNITS:
        return scaled(value)
    return _OF_THE_WINDOW.sub(r"calc(\1 * var(--a11y-scale))", scaled(value))


def _scale(match: re.Match[str]) -> str:
    length = float(match[1])
    return _scaled(length, match[2].lower()) if length else match[0]


def _scaled(length: float, unit: str) -> str:
    return f"calc({px(length * ABSOLUTE_UNITS[unit])} * var(--a11y-scale))"
