"""
Component values of plain texts, read by one pattern: most values that a sheet has are such.

What is not plain goes to tinycss2. Both give equal nodes (CSS Syntax 3 §5.4.9), but for their places
in the source, which nobody here asks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from tinycss2 import parse_component_value_list, serialize
from tinycss2.ast import (
    DimensionToken,
    FunctionBlock,
    HashToken,
    IdentToken,
    LiteralToken,
    NumberToken,
    ParenthesesBlock,
    PercentageToken,
    StringToken,
    WhitespaceToken,
)

from a11y_proxy.rewrite.css.syntax import Node

_NAME = r"(?:--|-?[A-Za-z_])[A-Za-z0-9_-]*+"
_NUMBER = r"[-+]?(?:[0-9]{1,18}+(?:\.[0-9]{1,18}+)?|\.[0-9]{1,18}+)"
_UNIT = r"%|[A-DF-Za-df-z][A-Za-z]*+|e[mx]"
_TOKEN = re.compile(
    r"[ \n\t]++"
    rf"|(?![uU][rR][lL]\([ \n\t]*+[^\"' \n\t]){_NAME}(?:\(|(?![+(]))"
    rf"|{_NUMBER}(?:{_UNIT})?(?![A-Za-z0-9_.\\%-])"
    r"|[,():;=!]|/(?!\*)|[*+-](?=[ \n\t])"
    r"|\#[A-Za-z0-9_][A-Za-z0-9_-]*+"
    r"|\"[^\"\\\n]*+\"|'[^'\"\\\n]*+'"
    r"|(?!\Z)"
)
"""The next token; it is empty where the pattern cannot tell."""


_MEASURE = re.compile(rf"({_NUMBER})({_UNIT})?")

_LONG = 2000
"""Characters of a value that is hardly plain."""


class _Word(IdentToken):  # type: ignore[misc]
    """A name that is written as it is."""

    __slots__ = ()

    def _serialize_to(self, write: Callable[[str], None]) -> None:
        write(self.value)


class _Call(FunctionBlock):  # type: ignore[misc]
    """A function whose name is written as it is."""

    __slots__ = ()

    def _serialize_to(self, write: Callable[[str], None]) -> None:
        write(f"{self.name}({serialize(self.arguments)})")


def components(text: str) -> list[Node]:
    """Gives the component values of a text, for reading only: they are remembered."""
    return _remembered(text) if len(text) <= _LONG else _exact(text)


@lru_cache(256)
def _remembered(text: str) -> list[Node]:
    """Several readers in a row ask for the same value."""
    found = _plain(text) if text.isascii() and "\\" not in text else None
    return _exact(text) if found is None else found


def _exact(text: str) -> list[Node]:
    nodes: list[Node] = parse_component_value_list(text)
    return nodes


def _plain(text: str) -> list[Node] | None:
    """Gives the component values; None where the pattern cannot tell."""
    nodes: list[Node] = []
    above: list[list[Node]] = []
    for piece in _TOKEN.findall(text):
        if piece[-1:] == "(":
            inside: list[Node] = []
            name = piece[:-1]
            nodes.append(_Call(1, 1, name, inside) if name else ParenthesesBlock(1, 1, inside))
            above.append(nodes)
            nodes = inside
        elif piece == ")" and above:
            nodes = above.pop()
        elif (leaf := _leaf(piece)) is not None:
            nodes.append(leaf)
        else:
            return None
    return None if above else nodes


@lru_cache(4096)
def _leaf(token: str) -> Node | None:
    """Gives the one node of a token; None for what is no whole one."""
    first = token[:1]
    if first in " \n\t" and first:
        return WhitespaceToken(1, 1, token)
    if measure := _MEASURE.fullmatch(token):
        return _measure(*measure.groups())
    if first == "#":
        return HashToken(1, 1, token[1:], not token[1].isdigit())
    if len(token) > 1 and first in "\"'":
        return StringToken(1, 1, token[1:-1], f'"{token[1:-1]}"')
    if first.isalpha() or first == "_" or token[1:]:
        return _Word(1, 1, token)
    return LiteralToken(1, 1, token) if first and first != ")" else None


def _measure(number: str, unit: str | None) -> Node:
    value, whole = float(number), None if "." in number else int(number)
    if unit is None:
        return NumberToken(1, 1, value, whole, number)
    if unit == "%":
        return PercentageToken(1, 1, value, whole, number)
    return DimensionToken(1, 1, value, whole, number, unit)
