"""The `font` shorthand, cut into what it says of size, line and face (CSS Fonts 4 §2.7)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from a11y_proxy.rewrite.css.components import components
from a11y_proxy.rewrite.css.syntax import Node, text_of
from a11y_proxy.standards.css import FONT_SIZES, MATH_FUNCTIONS

_SIZES = frozenset({*FONT_SIZES, "smaller", "larger"} - {"initial"})


class Font(NamedTuple):
    """`before` holds style, variant and weight; `line` is "" if there is none."""

    before: str
    size: str
    line: str
    families: str


def parts_of(value: str) -> Font | None:
    """Gives the parts of a value; None if it has no size that can be told, as in `var(--font)`."""
    nodes = [node for node in components(value) if node.type != "comment"]
    place = _place_of_size(nodes)
    if place is None:
        return None
    rest = [index for index in range(place + 1, len(nodes)) if nodes[index].type != "whitespace"]
    line = ""
    if len(rest) > 1 and nodes[rest[0]] == "/":
        line = text_of([nodes[rest[1]]])
        del rest[:2]
    if not rest:
        return None
    families = text_of(nodes[rest[0] :]).strip()
    return Font(text_of(nodes[:place]), text_of([nodes[place]]), line, families)


def _place_of_size(nodes: Sequence[Node]) -> int | None:
    """
    Gives the first node that can only be the size, or else the variable that stands in its place.

    A number without a unit is a weight. A variable is the size if a line height follows it, or if
    it is the last before a face.
    """
    for index, node in enumerate(nodes):
        if _is_size(node):
            return index
    solid = [index for index, node in enumerate(nodes) if node.type != "whitespace"]
    for here, following in pairwise(solid):
        if not _is_var(nodes[here]):
            continue
        if nodes[following] == "/" or nodes[following].type in {"ident", "string"}:
            return here
    if len(solid) > 1 and _is_var(nodes[solid[-1]]) and _is_var(nodes[solid[-2]]):
        return solid[-2]
    return None


def _is_size(node: Node) -> bool:
    if node.type in {"dimension", "percentage"}:
        return True
    if node.type == "function":
        return node.lower_name in MATH_FUNCTIONS
    if node.type == "number":
        return bool(node.value == 0)  # 0/0 a
    return bool(node.type == "ident" and node.lower_value in _SIZES)


def _is_var(node: Node) -> bool:
    return bool(node.type == "function" and node.lower_name in {"var", "env"})
