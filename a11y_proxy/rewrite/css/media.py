"""
Turns lengths in media and container queries into slots.

A responsive site then turns to its narrow layout when the text is large, as under browser zoom.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tinycss2.ast import LiteralToken

from a11y_proxy.core.artifact import Marker, Slot
from a11y_proxy.rewrite.css.syntax import Node
from a11y_proxy.standards.css import ABSOLUTE_UNITS, MEDIA_UNITS, SIZE_FEATURES

_PLAIN = re.compile(r"[0-9.]+[a-z]+")
"""Lengths that a slot can hold."""

_UNITS = {
    "media": MEDIA_UNITS,
    "import": MEDIA_UNITS,
    "custom-media": MEDIA_UNITS,
    # em and rem are those of the container, whose text has been enlarged (CSS Conditional 5 §6)
    "container": frozenset(ABSOLUTE_UNITS),
}
"""At-rules that ask for sizes, and the units of length that do not grow with the text there."""


def mark_sizes(nodes: Sequence[Node], mark: Marker, rule: str = "media") -> Sequence[Node]:
    """
    Gives the prelude of an at-rule with a slot for each length that a size is compared with.

    `rule` is its name in lower case; one that asks for no sizes gets its nodes back.
    """
    units = _UNITS.get(rule)
    return nodes if units is None else [_marked(node, mark, units) for node in nodes]


def _marked(node: Node, mark: Marker, units: frozenset[str]) -> Node:
    if node.type != "() block":
        return node
    words = {child.lower_value for child in node.content if child.type == "ident"}
    if words.isdisjoint(SIZE_FEATURES):
        node.content[:] = [_marked(child, mark, units) for child in node.content]
    else:
        _fill(node.content, mark, units)
    return node


def _fill(compared: list[Node], mark: Marker, units: frozenset[str]) -> None:
    """Puts slots for the lengths of a comparison; a sum of lengths grows as its terms do."""
    for at, node in enumerate(compared):
        if node.type == "dimension" and node.lower_unit in units:
            compared[at] = _slot(node, mark)
        elif node.type == "() block":
            _fill(node.content, mark, units)
        elif node.type == "function":
            _fill(node.arguments, mark, units)


def _slot(length: Node, mark: Marker) -> Node:
    value = f"{length.representation}{length.lower_unit}"
    if not _PLAIN.fullmatch(value):
        return length
    word = mark.word(Slot("width", value))
    return LiteralToken(length.source_line, length.source_column, word)
