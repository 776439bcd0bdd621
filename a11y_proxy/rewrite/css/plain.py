"""Rewrites a rule from its text, and hands to `walk` what is not plain enough for that."""

from __future__ import annotations

from functools import lru_cache

from a11y_proxy.core.artifact import Marker, Slot
from a11y_proxy.rewrite.css.block import EMPTY, Block, describe
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.pattern import Declared, declarations, is_verbatim, parts
from a11y_proxy.rewrite.css.rule import around_of, groups, is_ordinary, opening, written
from a11y_proxy.rewrite.css.selectors import selectors
from a11y_proxy.rewrite.css.syntax import text_of, tokens
from a11y_proxy.rewrite.css.urls import map_urls
from a11y_proxy.rewrite.css.walk import walked

_LONG = 4000
"""Characters of a rule that is not worth remembering."""


class UncertainError(Exception):
    """Only a tokeniser can tell how the sheet reads."""


def rule(head: str, body: str, context: SheetContext, *, nested: bool) -> str:
    """
    Gives what to write for a rule; `pattern.RULE` says what `head` and `body` are.

    `nested`: inside the block of an at-rule. Raises `UncertainError`.
    """
    known = None
    if len(head) + len(body) <= _LONG:
        known = _known_rule(head, body, nested, context.drawing)
    return _rule(head, body, context, nested=nested) if known is None else known


def check(head: str, *, nested: bool) -> None:
    """Raises `UncertainError` for what may be a declaration, and the block is in its value."""
    if nested and (head[:1] in "-\\" or head.rstrip().endswith((":", "/"))):
        raise UncertainError


def block(body: str, context: SheetContext, around: Block = EMPTY) -> str:
    """Gives what to write for the inside of a block; `around` as in `walk`."""
    known = None
    if len(body) <= _LONG:
        known = _known_block(body, around, context.drawing)
    return _block(body, context, around) if known is None else known


class _DependsError(Exception):
    """The answer is not the same for every sheet and page."""


def _depends(_: object) -> str:
    raise _DependsError


class _NoMark(Marker):
    def word(self, slot: Slot) -> str:
        return _depends(slot)


_ANYWHERE = {drawing: SheetContext(_depends, _NoMark(""), drawing) for drawing in (False, True)}


@lru_cache(8192)
def _known_rule(head: str, body: str, nested: bool, drawing: bool) -> str | None:  # noqa: FBT001
    """Gives what a rule becomes in every sheet; None if that depends on the sheet."""
    try:
        return _rule(head, body, _ANYWHERE[drawing], nested=nested)
    except _DependsError:
        return None


@lru_cache(4096)
def _known_block(body: str, around: Block, drawing: bool) -> str | None:  # noqa: FBT001
    try:
        return _block(body, _ANYWHERE[drawing], around)
    except _DependsError:
        return None


def _rule(head: str, body: str, context: SheetContext, *, nested: bool) -> str:
    check(head, nested=nested)
    names = parts(head) if is_verbatim(head) else selectors(tokens(head))
    together = ",".join(names)
    if is_ordinary(together):
        return f"{together}{{{block(body, context)}}}"
    read = declarations(body)
    if read is None:
        return walked(f"{head}{{{body}}}", context, nested=nested)
    facts = _facts(read[0])
    return "".join(
        [
            f"{opening(group, facts)}{block(body, context, around_of(group))}}}"
            for group in groups(names)
        ]
    )


def _block(body: str, context: SheetContext, around: Block) -> str:
    read = declarations(body)
    if read is None:
        return walked(body, context, nested=True, around=around)
    found, end = read
    declared = [
        one if is_verbatim(one[2]) else (one[0], one[1], _value(one[2], context), one[3])
        for one in found
    ]
    facts = _facts(declared)
    known = describe(facts, around) if facts else EMPTY
    drawing = context.drawing
    pieces = [
        between + written(name, value, important=important, block=known, drawing=drawing)
        for between, name, value, important in declared
    ]
    pieces.append(end)
    return "".join(pieces)


def _value(text: str, context: SheetContext) -> str:
    """Gives a value as a tokeniser writes it, with its addresses mapped."""
    nodes = tokens(text)
    map_urls(nodes, context.map_url)
    return text_of(nodes)


def _facts(declared: list[Declared]) -> dict[str, str]:
    return {name.lower(): value.strip().lower() for _, name, value, _ in declared}


def forget() -> None:
    """Forgets the remembered answers; only measuring needs that."""
    for remembered in (_known_rule, _known_block):
        remembered.cache_clear()
