"""Tells which role of the closed palette an author's colour plays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import hypot
from typing import Literal

from tinycss2.color4 import parse_color

from a11y_proxy.rewrite.css.components import components
from a11y_proxy.rewrite.css.original import role_or
from a11y_proxy.rewrite.css.syntax import Node, text_of
from a11y_proxy.standards.css import COLOUR_FUNCTIONS, PLAIN_GROUNDS, SYSTEM_COLOURS

Ground = Literal["none", "paper", "surface", "invalid"]
"""`none` lets through what lies behind; a browser ignores `invalid`."""

TEXT = "var(--a11y-text)"
LINE = "var(--a11y-line)"
FOCUS = "var(--a11y-focus)"
PLATE = "var(--a11y-plate)"
SURFACE = "var(--a11y-surface)"
PAPER = "var(--a11y-paper)"
DRAWN = "var(--a11y-drawn)"
NONE = "var(--a11y-none)"
CLEAR = "var(--a11y-clear)"
BOX = "var(--a11y-box)"
OPAQUE = "var(--a11y-opaque)"

_HEX = re.compile(r"#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")

_VARIABLE = re.compile(r"var\(--[A-Za-z0-9_-]+\)")
_WORD = re.compile(r"[^ \n\t]+")
_BROKEN = re.compile(r"[\\\"'(/]")
"""Words of a value are read one by one where no space can be inside one."""

_COLOURED = frozenset({"ident", "hash", "function"})
"""Types of component values that may be colours."""


def role(ground: Ground) -> str:
    """Writes a ground as a value."""
    return "transparent" if ground == "none" else f"var(--a11y-{ground})"


@lru_cache(4096)
def ground_of(value: str) -> Ground:
    """
    Gives the ground that a value of `background-color` lays.

    Neutral and nearly white or black is the paper; any other colour, and one that only the
    browser can know (var(), color-mix()), is a surface.
    """
    if is_hex(value):
        return _hex(value[1:])
    nodes = [node for node in components(value)
             if node.type not in {"whitespace", "comment"}]  # fmt: skip
    if any(map(is_unknown, nodes)):
        return "surface"
    if len(nodes) != 1:
        return "invalid"
    keyword = nodes[0].lower_value if nodes[0].type == "ident" else ""
    if keyword in {"inherit", "initial", "unset"}:
        return "none"
    if keyword in {"currentcolor", "revert", "revert-layer"}:
        return "surface"
    otherwise: Ground = "surface" if nodes[0].type == "function" else "invalid"
    return colour_ground(nodes[0]) or otherwise


def is_hex(value: str) -> bool:
    """Tells whether a value is a colour in hexadecimal digits (CSS Color 4 §5.2)."""
    return value[:1] == "#" and bool(_HEX.fullmatch(value))


def _hex(digits: str) -> Ground:
    """Reads #rgb, #rgba, #rrggbb and #rrggbbaa, which most colours are, without a tokeniser."""
    each = len(digits) // 3
    channels = [int(digits[at : at + each] * (3 - each), 16) for at in range(0, len(digits), each)]
    return "none" if channels[3:] == [0] else rgb_ground(channels[:3])


def rgb_ground(channels: Sequence[int]) -> Ground:
    """Gives the ground of an opaque colour, from its red, green and blue of 255."""
    return "paper" if _is_plain([channel / 255 for channel in channels]) else "surface"


def colour_ground(node: Node) -> Ground | None:
    """Gives the ground that one component value is as a colour; None if it is no colour."""
    if node.type == "ident" and node.lower_value in SYSTEM_COLOURS:
        return "paper" if node.lower_value in PLAIN_GROUNDS else "surface"
    if node.type == "hash":
        return ground_of(f"#{node.value}") if is_hex(f"#{node.value}") else None
    if node.type == "function" and node.lower_name not in COLOUR_FUNCTIONS:
        return None
    if node.type == "function" and node.lower_name == "light-dark":
        either = {colour_ground(each) for each in node.arguments if each.type in _COLOURED}
        return either.pop() if len(either) == 1 else "surface"
    try:
        colour = parse_color(node)
    except ValueError:  # tinycss2 1.5 stumbles over "color()"
        colour = None
    if colour is None or isinstance(colour, str):
        return "surface" if node.type == "function" or colour else None
    return _laid(colour)


def _laid(colour: Node) -> Ground:
    if not colour.alpha:
        return "none"
    return "paper" if _plain(colour) else "surface"


@lru_cache(2048)
def has_colour(value: str) -> bool:
    """Tells whether a value names a colour that hides what is behind."""
    return any(map(is_colour, components(value)))


def has_var(value: str) -> bool:
    """Tells whether only the browser can know what the value is."""
    return "(" in value and ("var(" in (low := value.lower()) or "env(" in low)


def repaint(value: str, role: str, *, unknown: bool = False) -> str:
    """
    Puts one role, by its name, in the place of each colour that is seen; currentcolor stays.

    `unknown`: also in the place of each var(), where nothing but colours can stand.
    """
    if unknown and _VARIABLE.fullmatch(value):
        return f"var(--a11y-{role},{value})"
    if _BROKEN.search(value):
        return _repainted(value, role, unknown)
    return _WORD.sub(lambda word: _word_repainted(word[0], role, unknown), value)


def _repainted(value: str, role: str, unknown: bool) -> str:  # noqa: FBT001
    if is_hex(value):
        return value if ground_of(value) == "none" else f"var(--a11y-{role},{value})"
    return text_of([role_or(role, node) if is_colour(node) or (unknown and is_unknown(node)) else node
                    for node in components(value)])  # fmt: skip


_word_repainted = lru_cache(4096)(_repainted)


def names_colour(value: str) -> bool:
    """Tells whether a colour stands in a value itself, be it transparent."""
    return any(
        colour_ground(node) is not None
        or (node.type == "ident" and node.lower_value == "currentcolor")
        for node in components(value)
    )


def last_var(value: str) -> str:
    """Gives the last var() of a value, which in a shorthand is the colour if any is; or ""."""
    found = [node for node in components(value) if is_unknown(node)]
    return text_of(found[-1:])


def is_colour(node: Node) -> bool:
    """Tells whether a component value is a colour that is seen and names one."""
    if node.type == "ident" and node.lower_value == "currentcolor":
        return False
    ground = colour_ground(node)
    return ground is not None and ground != "none"


def is_unknown(node: Node) -> bool:
    """Tells whether only the browser can know what a component value is."""
    return bool(node.type == "function" and node.lower_name in {"var", "env"})


def is_light(value: str) -> bool:
    """Tells whether a value is nearly white."""
    if ground_of(value) != "paper":
        return False
    colour = parse_color(value)
    return colour is not None and colour.to("srgb").coordinates[1] > 0.5


def _plain(colour: Node) -> bool:
    """Tells whether a colour is nearly white or nearly black."""
    channels = tuple(channel or 0.0 for channel in colour.coordinates)
    match colour.space:
        case "hsl" | "hwb":
            channels = colour.to("srgb").coordinates
        case "lab" | "lch" | "oklab" | "oklch":
            lightness, a, b = colour.to("lab").coordinates
            return hypot(a, b) <= 8 and not 22 < lightness < 90
        case "xyz-d50" | "xyz-d65" | "xyz":
            return False
        case _:
            pass
    return _is_plain(channels)


def _is_plain(channels: Sequence[float]) -> bool:
    low, high = min(channels), max(channels)
    return high - low <= 0.08 and not 0.22 < (low + high) / 2 < 0.9
