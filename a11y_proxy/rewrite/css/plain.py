"""Rewrites a rule from its text, and hands to `walk` what is not plain enough for that."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from a11y_proxy.rewrite.css.block import NOWHERE, Around, Block
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.pattern import is_verbatim, parts
from a11y_proxy.rewrite.css.piece import ANYWHERE, DependsError, Piece, pieces
from a11y_proxy.rewrite.css.rule import around_of, groups, opening
from a11y_proxy.rewrite.css.selectors import selectors
from a11y_proxy.rewrite.css.syntax import tokens
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


def ordinary(head: str, body: str, context: SheetContext) -> str:
    """Gives what to write for a rule whose `head` is `pattern.ORDINARY`."""
    head = head.rstrip()
    if "," in head and (" " in head or "\n" in head or "\t" in head):
        head = ",".join(parts(head))
    return f"{head}{{{block(body, context)}}}"


def check(head: str, *, nested: bool) -> None:
    """Raises `UncertainError` for what may be a declaration, and the block after it or in its value."""
    if nested and (head[:1] in "-\\" or ";" in head or head.rstrip().endswith((":", "/"))):
        raise UncertainError


def block(body: str, context: SheetContext, around: Around = NOWHERE) -> str:
    """Gives what to write for the inside of a block; `around` as in `walk`."""
    if len(body) > _LONG:
        known = None
    elif around or context.drawing:
        known = _known_block(body, around, context.drawing)
    else:
        known = _known_ordinary(body)
    return _block(body, context, around) if known is None else known


@lru_cache(2048)
def _known_rule(head: str, body: str, nested: bool, drawing: bool) -> str | None:  # noqa: FBT001
    """Gives what a rule becomes in every sheet; None if that depends on the sheet."""
    try:
        return _rule(head, body, ANYWHERE[drawing], nested=nested)
    except DependsError:
        return None


@lru_cache(4096)
def _known_block(body: str, around: Around, drawing: bool) -> str | None:  # noqa: FBT001
    try:
        return _block(body, ANYWHERE[drawing], around)
    except DependsError:
        return None


@lru_cache(8192)
def _known_ordinary(body: str) -> str | None:
    """As `_known_block`, for the blocks of which the selectors say nothing: nearly all."""
    try:
        return _block(body, ANYWHERE[False], NOWHERE)
    except DependsError:
        return None


def _rule(head: str, body: str, context: SheetContext, *, nested: bool) -> str:
    check(head, nested=nested)
    names = parts(head) if is_verbatim(head) else selectors(tokens(head))
    facts: dict[str, str] = {}
    if ":hover" in head.lower():
        found = pieces(body, context)
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
    found = pieces(body, context)
    if found is None:
        return walked(body, context, nested=True, around=around)
    last = "" if found[-1].declares else found.pop().gap
    if context.drawing:
        return "".join([one.drawn() for one in found]) + last
    texts = [one.text for one in found]
    if around or None in texts:
        facts = Block(_facts(found), around)
        texts = [one.inside(facts) if around or one.text is None else one.text for one in found]
    return "".join(cast("list[str]", texts)) + last


def _facts(found: list[Piece]) -> dict[str, str]:
    return dict([one.declares for one in found if one.declares])
