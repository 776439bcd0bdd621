"""Rewrites a rule from its text, and hands to `walk` what is not plain enough for that."""

from __future__ import annotations

from functools import lru_cache

from a11y_proxy.core.artifact import Marker, Slot
from a11y_proxy.rewrite.css.block import EMPTY, NOWHERE, Around, Block, describe
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.pattern import Chunk, Declared, chunks, declared, is_verbatim, parts
from a11y_proxy.rewrite.css.rule import around_of, groups, is_ordinary, opening, written
from a11y_proxy.rewrite.css.selectors import selectors
from a11y_proxy.rewrite.css.syntax import text_of, tokens
from a11y_proxy.rewrite.css.table import handler_of
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


def block(body: str, context: SheetContext, around: Around = NOWHERE) -> str:
    """Gives what to write for the inside of a block; `around` as in `walk`."""
    if len(body) > _LONG:
        known = None
    elif not around and not context.drawing:
        known = _known_ordinary(body)
    else:
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
def _known_block(body: str, around: Around, drawing: bool) -> str | None:  # noqa: FBT001
    try:
        return _block(body, _ANYWHERE[drawing], around)
    except _DependsError:
        return None


@lru_cache(4096)
def _known_ordinary(body: str) -> str | None:
    """As `_known_block`, for the blocks of which the selectors say nothing: nearly all."""
    try:
        return _block(body, _ANYWHERE[False], NOWHERE)
    except _DependsError:
        return None


def _rule(head: str, body: str, context: SheetContext, *, nested: bool) -> str:
    check(head, nested=nested)
    if not is_verbatim(head):
        names = selectors(tokens(head))
    elif "," in head:
        names = parts(head)
    else:
        names = [head.strip()]
    together = ",".join(names)
    if is_ordinary(together):
        return f"{together}{{{block(body, context)}}}"
    found = chunks(body)
    if found is None:
        return walked(f"{head}{{{body}}}", context, nested=nested)
    facts = _facts(found)
    return "".join(
        [
            f"{opening(group, facts)}{block(body, context, around_of(group))}}}"
            for group in groups(names)
        ]
    )


def _block(body: str, context: SheetContext, around: Around) -> str:
    found = chunks(body)
    if found is None:
        return walked(body, context, nested=True, around=around)
    if any([one is not None and not one.verbatim for _, one in found]):  # noqa: C419 - quicker
        found = [(gap, one and _mapped(one, context)) for gap, one in found]
    last = found.pop()[0] if found[-1][1] is None else ""
    known = describe(_facts(found), around)
    drawing = context.drawing
    pieces = [
        f"{gap};" if one is None
        else gap + _declaration(one, known, drawing=drawing) if drawing or not one.text
        else gap + _alone(one.text) if known is EMPTY or handler_of(one.fact[0]) is None
        else gap + _declaration(one, known)
        for gap, one in found
    ]  # fmt: skip
    pieces.append(last)
    return "".join(pieces)


def _mapped(one: Declared, context: SheetContext) -> Declared:
    """Gives a value as a tokeniser writes it, with its addresses mapped; it is no text any more."""
    if one.verbatim:
        return one
    nodes = tokens(one.value)
    map_urls(nodes, context.map_url)
    value = text_of(nodes)
    return one._replace(text="", value=value, fact=(one.fact[0], value.strip().lower()))


def _declaration(one: Declared | None, known: Block, *, drawing: bool = False) -> str:
    if one is None:
        return ""
    return written(one.name, one.value, important=one.important, block=known, drawing=drawing)


@lru_cache(8192)
def _alone(text: str) -> str:
    """Gives what to write for a declaration of whose block nothing is said, or asked."""
    return _declaration(declared(text), EMPTY)


def _facts(found: list[Chunk]) -> dict[str, str]:
    return dict([one.fact for _, one in found if one is not None])
