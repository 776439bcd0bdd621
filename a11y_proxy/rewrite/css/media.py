"""
Turns widths in media queries into slots.

A responsive site then turns to its narrow layout when the text is large, as under browser zoom.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tinycss2.ast import LiteralToken

from a11y_proxy.core.artifact import Marker, Slot
from a11y_proxy.rewrite.css.syntax import Node
from a11y_proxy.standards.css import MEDIA_UNITS, WIDTH_FEATURES

_PLAIN = re.compile(r"[0-9.]+[a-z]+")
"""Lengths that a slot can hold."""


def mark_widths(nodes: Sequence[Node], mark: Marker) -> list[Node]:
    """Gives the media query list with a slot for each length that a width is compared with."""
    return [_marked(node, mark) for node in nodes]


def _marked(node: Node, mark: Marker) -> Node:
    if node.type != "() block":
        return node
    words = {child.lower_value for child in node.content if child.type == "ident"}
    compares = not words.isdisjoint(WIDTH_FEATURES)
    node.content[:] = [
        _slot(child, mark) if compares and child.type == "dimension" else _marked(child, mark)
        for child in node.content
    ]
    return node


def _slot(length: Node, mark: Marker) -> Node:
    value = f"{length.representation}{length.lower_unit}"
    if length.lower_unit not in MEDIA_UNITS or not _PLAIN.fullmatch(value):
        return length
    word = mark.word(Slot("width", value))
    return LiteralToken(length.source_line, length.source_column, word)
