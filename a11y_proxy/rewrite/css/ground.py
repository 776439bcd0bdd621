"""Tells which ground a value is whose colour only the browser can know: as far as it can be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from a11y_proxy.rewrite.css.components import components
from a11y_proxy.rewrite.css.custom import OURS, kind, reading
from a11y_proxy.rewrite.css.palette import (
    CLEAR,
    PAPER,
    SURFACE,
    colour_ground,
    ground_of,
    is_hex,
    rgb_ground,
    role,
)
from a11y_proxy.rewrite.css.syntax import Node
from a11y_proxy.standards.css import COLOUR_FUNCTIONS, IMAGE_FUNCTIONS, WIDE_KEYWORDS

_VAR = r"var\(--([A-Za-z0-9_-]+)\)"
_SAYING = re.compile(rf"{_VAR}|hsla?\({_VAR}, *{_VAR}, *{_VAR}(?:, *1)?\)")
"""A variable, or a colour of which one says most: its lightness."""

_LENGTH = re.compile(r"-?[0-9.]+(?:[a-z]+)?")
_BYTES = re.compile(r"([0-9]{1,3}), *([0-9]{1,3}), *([0-9]{1,3})")
"""Most variables are one of these, and need no tokeniser."""

_CHANNELS = frozenset({"number", "percentage"})
_RELATIVE = frozenset({"r", "g", "b", "h", "s", "l", "w", "a", "c", "x", "y", "z"})
_MIXED = frozenset({"color-mix", "light-dark", "contrast-color"})
_LIGHTNESS_LAST = frozenset({"hsl", "hsla"})
_WHITE, _BLACK = 95, 8
"""Percent of lightness from and up to which every hue is nearly white or black."""


_NAMED = r"(?!.*(?:radius|family|weight|duration|-width$|-[hs]$))"


@kind("ground", names=_NAMED)
def ground_twin(value: str) -> str | None:
    """
    Gives the ground that the value of a custom property would be; None if it is no colour.

    Also for the channels of one: `255, 0, 0` for `rgba(var(--x), .5)`, `0 0% 100%` for hsl(), and a
    percentage alone that is the lightness of white or black in hsl(); others are not worth a twin.
    """
    if is_hex(value):
        return role(ground_of(value))
    if _LENGTH.fullmatch(value):
        return None
    if saying := _SAYING.fullmatch(value):
        return f"var({OURS}ground-{saying[saying.lastindex or 0]})"
    if found := _BYTES.fullmatch(value):
        return role(rgb_ground([min(int(channel), 255) for channel in found.groups()]))
    return _twin(_meaning(components(value)))


def _twin(nodes: Sequence[Node]) -> str | None:
    if len(nodes) == 1 and nodes[0].type == "ident":
        keyword = nodes[0].lower_value
        if keyword in WIDE_KEYWORDS:
            return str(keyword)
        if keyword == "none":
            return role("none")
    return _channels(nodes) or _one(nodes) or (SURFACE if any(map(_is_picture, nodes)) else None)


def ground_said(value: str) -> str | None:
    """Gives the ground of a variable that is or says all of a value, for a property; None for others."""
    saying = _SAYING.fullmatch(value)
    return f"var({OURS}ground-{saying[saying.lastindex or 0]},{SURFACE})" if saying else None


def ground_read(value: str) -> str:
    """Gives the ground of a value with var() in it, for a property: a role, or a variable's ground."""
    return ground_said(value) or _read(_meaning(components(value)))


def ground_seen(node: Node) -> str:
    """Gives the ground of a component value that is a colour, for a property."""
    return _read([node])


def _read(nodes: Sequence[Node]) -> str:
    found = _one(nodes, SURFACE) or SURFACE
    return found.replace(f",{role('none')})", f",{CLEAR})")


def _one(nodes: Sequence[Node], otherwise: str = "") -> str | None:
    """Gives the ground of a single component value."""
    if len(nodes) != 1:
        return None
    node = nodes[0]
    if node.type != "function":
        found = colour_ground(node)
        return role(found) if found else None
    if node.lower_name == "var":
        return _variable(node, otherwise)
    if not any(map(_varies, node.arguments)):
        found = colour_ground(node)
        return role(found) if found else None
    return _function(node, otherwise) if node.lower_name in COLOUR_FUNCTIONS else None


def _variable(node: Node, otherwise: str) -> str | None:
    name, *rest = _meaning(node.arguments) or [None]
    if name is None or name.type != "ident" or not name.value.startswith("--"):
        return None
    fallback = _one(rest[1:], otherwise) or _channels(rest[1:]) if rest else None
    return reading("ground", name, fallback or otherwise)


def _function(node: Node, otherwise: str) -> str:
    """Gives the ground of a colour with var() in it, from the part that says most."""
    parts = list(_arguments(node))
    if node.lower_name in _MIXED:
        return SURFACE
    colour, alpha = _with_alpha(parts)
    if alpha is not None and alpha.type in _CHANNELS and not alpha.value:
        return role("none")
    if colour and colour[0].type == "ident" and colour[0].lower_value == "from":
        plain = all(part.type == "ident" and part.lower_value in _RELATIVE for part in colour[2:])
        return (plain and _one(colour[1:2], otherwise)) or SURFACE
    if len(colour) == 1:
        return _one(colour, otherwise) or SURFACE
    if len(colour) == 3 and node.lower_name in _LIGHTNESS_LAST:
        return _one(colour[2:], otherwise) or _channels(colour[2:]) or SURFACE
    return SURFACE


def _with_alpha(parts: Sequence[Sequence[Node]]) -> tuple[list[Node], Node | None]:
    """Cuts the arguments of a colour function into what is the colour and its alpha."""
    if len(parts) == 1:
        slash = next((at for at, node in enumerate(parts[0]) if node == "/"), None)
        if slash is None:
            return list(parts[0]), None
        return list(parts[0][:slash]), next(iter(parts[0][slash + 1 :]), None)
    flat = [node for part in parts for node in part]
    alpha = len(parts) in {2, 4} and flat
    return (flat[:-1], flat[-1]) if alpha else (flat, None)


def _channels(nodes: Sequence[Node]) -> str | None:
    """Gives the ground of the channels of a colour, written without their function."""
    numbers = [node for node in nodes if node not in (",", "/")]
    if not numbers or not all(node.type in _CHANNELS for node in numbers):
        return None
    if len(numbers) == 1 and numbers[0].type == "percentage":
        lightness = numbers[0].value
        return PAPER if 0 <= lightness <= _BLACK or lightness >= _WHITE else None
    if len(numbers) not in {3, 4}:
        return None
    if len(numbers) == 4 and not numbers[3].value:
        return role("none")
    shares = numbers[0].type == "number" and numbers[1].type == "percentage"
    text = " ".join(node.serialize() for node in numbers[:3])
    found = ground_of(f"{'hsl' if shares else 'rgb'}({text})")
    return SURFACE if found == "invalid" else role(found)


def _is_picture(node: Node) -> bool:
    if node.type != "function":
        return bool(node.type == "url")
    return "gradient" in node.lower_name or node.lower_name in IMAGE_FUNCTIONS


def _varies(node: Node) -> bool:
    return node.type == "function" and (
        node.lower_name == "var" or any(map(_varies, node.arguments))
    )


def _arguments(node: Node) -> Iterator[list[Node]]:
    part: list[Node] = []
    for argument in _meaning(node.arguments):
        if argument == ",":
            yield part
            part = []
        else:
            part.append(argument)
    yield part


def _meaning(nodes: Sequence[Node]) -> list[Node]:
    return [node for node in nodes if node.type not in {"whitespace", "comment"}]
