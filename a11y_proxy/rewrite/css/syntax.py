"""Cuts tokens into rules, at-rules and declarations, and forgets nothing that is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tinycss2 import parse_component_value_list, serialize
from tinycss2.ast import IdentToken

from a11y_proxy.rewrite.unparsable import UnparsableError

Node = Any
"""A node of tinycss2, which has no types."""

MAX_DEPTH = 100
"""Levels of brackets; browsers take more, authors never write more."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property or custom property with its value."""

    name: str
    value: Sequence[Node]
    important: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A qualified rule: a selector, or a keyframe's, and the inside of its block."""

    prelude: Sequence[Node]
    block: Sequence[Node]


@dataclass(frozen=True, slots=True)
class AtRule:
    """An at-rule; `block` is the inside of its block, or None where a semicolon ends it."""

    name: str
    prelude: Sequence[Node]
    block: Sequence[Node] | None


@dataclass(frozen=True, slots=True)
class Remnant:
    """Space, comments, and what a browser skips: written again as it was."""

    nodes: Sequence[Node]


_INSIDE = {
    "function": "arguments", "() block": "content", "[] block": "content", "{} block": "content",
}  # fmt: skip

_BROKEN = re.compile(r'"\[bad string\]\n\n?(?:/\*\*/)?')
"""
What tinycss2 writes for a string that is not closed on its line (CSS Syntax 3 §4.3.5).

It adds a line end to the one that is there, and what we added is there when we read it again.
"""

_ESCAPED_SPACE = re.compile(r"(?<!\\)((?:\\\\)*)\\([ \t])")

Item = Declaration | Rule | AtRule | Remnant


def tokens(text: str) -> list[Node]:
    """
    Gives the component values of a text, with what its end left open closed.

    Raises `UnparsableError` for brackets nested deeper than `MAX_DEPTH`.
    """
    try:
        nodes: list[Node] = parse_component_value_list(text)
    except ValueError as error:  # a number of thousands of digits
        raise UnparsableError(f"the style sheet cannot be read: {error}") from error
    _check_depth(nodes)
    _close(nodes)
    return nodes


def text_of(nodes: Sequence[Node]) -> str:
    """
    Gives the text of component values.

    An escaped space is written by its number: as a space at an end it would not survive
    trimming, and the backslash would then escape what follows. So would the line end that ends a
    broken string: a comment holds it.
    """
    text: str = serialize(nodes)
    if "[bad string]" in text:
        text = _BROKEN.sub('"[bad string]\n/**/', text)
    return _ESCAPED_SPACE.sub(_numbered, text) if "\\" in text else text


def _numbered(match: re.Match[str]) -> str:
    return f"{match[1]}\\{ord(match[2]):x} "


def inside(node: Node) -> list[Node] | None:
    """Gives the content of a block or the arguments of a function; None for other nodes."""
    name = _INSIDE.get(node.type)
    return getattr(node, name) if name else None


def cut(nodes: Sequence[Node], *, nested: bool) -> Iterator[Item]:
    """
    Gives the items of a style sheet, or (`nested`) of a block, in their order.

    See CSS Syntax 3 §5.5.1 and §5.5.4: a declaration ends at its semicolon; what is no
    declaration is a rule up to its block, or broken up to its semicolon.
    """
    start, end = 0, len(nodes)
    while start < end:
        first = nodes[start]
        if first.type in {"whitespace", "comment"} or first in (";", "<!--", "-->"):
            yield Remnant((first,))
            start += 1
            continue
        if nested and first.type == "ident" and (found := _declaration(nodes, start)):
            yield found[0]
            start = found[1]
            continue
        at = first.type == "at-keyword"
        stop = start
        while stop < end and nodes[stop].type != "{} block":
            if (nested or at) and nodes[stop] == ";":
                break
            stop += 1
        block = nodes[stop].content if stop < end and nodes[stop].type == "{} block" else None
        if at:
            yield AtRule(first.lower_value, nodes[start + 1 : stop], block)
        elif block is not None:
            yield Rule(nodes[start:stop], block)
        else:
            yield Remnant(nodes[start : stop + 1])
        start = stop + 1


def _declaration(nodes: Sequence[Node], start: int) -> tuple[Declaration, int] | None:
    """Gives the declaration that begins at `start` and where the next item does, if it is one."""
    name, at, end = nodes[start], start + 1, len(nodes)
    while at < end and nodes[at].type in {"whitespace", "comment"}:
        at += 1
    if at == end or nodes[at] != ":":
        return None
    custom = name.value.startswith("--")
    first = at = at + 1
    filled = blocked = False
    while at < end and nodes[at] != ";":
        kind = nodes[at].type
        if kind not in {"whitespace", "comment"}:
            # a block beside anything else makes it a rule: "a:hover {…}"
            if not custom and (blocked or (kind == "{} block" and filled)):
                return None
            filled, blocked = True, kind == "{} block"
        at += 1
    value, important = _without_important(nodes[first:at])
    return Declaration(_property(name.value), value, important), at + 1


@lru_cache(2048)
def _property(name: str) -> str:
    return text_of((IdentToken(0, 0, name),))


def _without_important(value: Sequence[Node]) -> tuple[Sequence[Node], bool]:
    end = len(value)
    for wanted in ("important", "!"):
        while end and value[end - 1].type in {"whitespace", "comment"}:
            end -= 1
        if not end:
            return value, False
        last = value[end - 1]
        if not (last == wanted or (last.type == "ident" and last.lower_value == wanted)):
            return value, False
        end -= 1
    return value[:end], True


def _check_depth(nodes: Sequence[Node]) -> None:
    level: list[Sequence[Node]] = [nodes]
    for _ in range(MAX_DEPTH):
        level = [deeper for within in level for node in within if (deeper := inside(node))]
        if not level:
            return
    raise UnparsableError(f"the style sheet nests brackets deeper than {MAX_DEPTH} levels")


def _close(nodes: list[Node]) -> None:
    """Closes the string or url() that the end of the text cut off, so that more can follow."""
    while nodes and (deeper := inside(nodes[-1])):
        nodes = deeper
    if len(nodes) > 1 and nodes[-1].type == "error":
        closer = {"eof-in-string": '"', "eof-in-url": ")"}.get(nodes[-1].kind)
        if closer and nodes[-2].type in {"string", "url"}:
            nodes.pop()
            nodes[-1].representation += closer
