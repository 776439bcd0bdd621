"""
Lengths that stand in variables: what `--x` is as a size of text, a line or a weight.

Beside `--x: 14px` stands `--a11y-size-x`, which grows with the text; a property that wants a length
reads that, and the original only where there is none, as when a script has set it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y_proxy.rewrite.css.components import components
from a11y_proxy.rewrite.css.custom import OURS, kind, reading, renamed
from a11y_proxy.rewrite.css.syntax import Node, text_of
from a11y_proxy.rewrite.css.values import number, px, scaled
from a11y_proxy.standards.css import (
    ABSOLUTE_UNITS,
    FONT_SIZES,
    FONT_UNITS,
    MATH_FUNCTIONS,
    VIEWPORT_UNITS,
    WIDE_KEYWORDS,
)

_UNITS = frozenset({*ABSOLUTE_UNITS, *FONT_UNITS, *VIEWPORT_UNITS})
_NO_LENGTH = frozenset({"auto", "none", "normal", "min-content", "max-content", "fit-content"})
_GROWING = frozenset({*MATH_FUNCTIONS, "var"})
_WORD = re.compile(r"[a-z-]+")
_CALL = re.compile(r"([a-z-]+)\(.*\)", re.IGNORECASE | re.DOTALL)
_ALIAS = re.compile(r"var\(\s*--[^\s(),]+\s*\)", re.IGNORECASE)

_LINES_NAMED = r".*(?:line|leading|lh\b)"
_SIZES_NAMED = (
    r"(?!.*(?:colou?r|\bbg|-bg|background|rgb|shadow|family|radius|weight|opacity|transition"
    r"|duration|ease|gradient|style|line-height|leading|-[hsl]$))"
)

_MEASURED = re.compile(r"[\d.](?:%|[a-z])", re.IGNORECASE)

_LEAST_LINE, _REGULAR = 1.5, 400
_LINES = (0.8, 4)
"""Numbers from and to which a variable may be a line height; hardly any other number is."""

_WEIGHTS = frozenset(range(100, 1000, 50))


@kind("size", names=_SIZES_NAMED)
def size_twin(value: str) -> str | None:
    """
    Gives a length that follows the scale; None for what is no length, and never was beside one.

    Keywords and zero have twins too: where the author overrides a length by them, so must we. Shares
    of the window stay: a variable may as well be a height.
    """
    low = value.lower()
    if _WORD.fullmatch(low):
        if low in FONT_SIZES and low not in WIDE_KEYWORDS:
            return f"calc({px(FONT_SIZES[low])} * var(--a11y-scale))"
        return low if low in _NO_LENGTH or low in WIDE_KEYWORDS else None
    if (found := number(value)) is not None:
        if not found[0]:
            return "0px"
        return scaled(value) if found[1] in _UNITS else None
    if _ALIAS.fullmatch(value):
        return _renamed(value, "size")
    call = _CALL.fullmatch(value)
    return growing(value) if call and call[1].lower() in _GROWING else None


@kind("line", names=_LINES_NAMED)
def line_twin(value: str) -> str | None:
    """Gives a number of font sizes with room for a line; None for what is no such number."""
    if value.lower().startswith("calc(") and not _MEASURED.search(value) and "(" not in value[5:]:
        return f"max({value}, {_LEAST_LINE})"
    found = number(value)
    if found is None or found[1] or not _LINES[0] <= found[0] <= _LINES[1]:
        return None
    return f"{max(found[0], _LEAST_LINE):g}"


def line_read(value: str) -> str:
    """Writes a line height with variables in it: numbers with room, or lengths that are no less."""
    nodes = components(value)
    if len(nodes) == 1 and nodes[0].type == "function" and nodes[0].lower_name == "var":
        inside = nodes[0].arguments
        name = next((part for part in inside if part.type == "ident"), None)
        if name is not None and _is_authors(name.value):
            comma = next((at for at, part in enumerate(inside) if part == ","), None)
            if comma is None:
                return reading("line", name, f"max({_read(nodes, 'size')}, {_LEAST_LINE}em)")
            return reading("line", name, line_read(text_of(inside[comma + 1 :]).strip()))
    if (found := number(value)) and not found[1]:
        return f"{max(found[0], _LEAST_LINE):g}"
    grown = growing(value)
    return f"max({grown}, {_LEAST_LINE}em)" if _MEASURED.search(value) else grown


@kind("weight", names=".*weight")
def weight_twin(value: str) -> str | None:
    """Gives a weight that has a body; None for what is no weight."""
    low = value.lower()
    if low in {"normal", "bold", "bolder", "lighter"}:
        return str(_REGULAR) if low == "lighter" else low
    found = number(value)
    if found is None or found[1] or found[0] not in _WEIGHTS:
        return None
    return f"{max(found[0], _REGULAR):g}"


def growing(value: str) -> str:
    """Gives a value whose lengths follow the scale, also those in variables and their fallbacks."""
    return _read(components(scaled(value)), "size")


def read(value: str, use: str) -> str:
    """Writes a value with each variable read as another kind, itself being the fallback."""
    return _read(components(value), use)


def _is_authors(name: str) -> bool:
    return name.startswith("--") and not name.startswith(OURS)


def _renamed(value: str, use: str) -> str:
    if plain := renamed(use, value):
        return plain
    (variable,) = components(value)
    name = next(node for node in variable.arguments if node.type == "ident")
    return reading(use, name)


def _read(nodes: Sequence[Node], use: str) -> str:
    return "".join([_one(node, use) for node in nodes])


def _one(node: Node, use: str) -> str:
    if node.type == "() block":
        return f"({_read(node.content, use)})"
    if node.type != "function":
        return text_of([node])
    inside = _read(node.arguments, use)
    name = next((part for part in node.arguments if part.type == "ident"), None)
    if node.lower_name == "var" and name is not None and _is_authors(name.value):
        return reading(use, name, f"var({inside})")
    return f"{node.name}({inside})"
