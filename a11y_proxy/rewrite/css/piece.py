"""What stands between two semicolons of a block: a declaration, or a gap alone."""

from __future__ import annotations

from functools import lru_cache

from a11y_proxy.core.artifact import Marker, Slot
from a11y_proxy.rewrite.css.block import UNASKED, AskedError, Block
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.pattern import PLAIN, cut, declared, is_gap, is_verbatim, quoted
from a11y_proxy.rewrite.css.rule import joined, kept
from a11y_proxy.rewrite.css.syntax import text_of, tokens
from a11y_proxy.rewrite.css.table import Handler, answer, handler_for
from a11y_proxy.rewrite.css.urls import map_urls, mapped

_ASKING: set[Handler] = set()
"""Handlers that have asked what stands beside a declaration."""

_LONG = 300
"""Characters of a declaration that is not worth remembering: most are data: addresses."""


class DependsError(Exception):
    """The answer is not the same for every sheet and page."""


def _depends(_: object) -> str:
    raise DependsError


class _NoMark(Marker):
    def word(self, slot: Slot) -> str:
        return _depends(slot)


ANYWHERE = {drawing: SheetContext(_depends, _NoMark(""), drawing) for drawing in (False, True)}
"""For what is written alike in every sheet; anything else raises `DependsError`."""


class Piece:
    """
    A declaration, and the `gap` of space and comments before it.

    `declares` it is, in lower case; None where there is nothing but the gap. `text` is what to
    write for it in every block of which the selectors say nothing; None where that depends on what
    stands beside it.
    """

    __slots__ = ("_end", "_handler", "_name", "_value", "declares", "gap", "text")

    declares: tuple[str, str] | None
    text: str | None

    def __init__(
        self, gap: str, name: str = "", value: str = "", urgent: str | None = None
    ) -> None:
        self.gap, self._name, self._value = gap, name, value
        self._end = "!important;" if urgent else ";"
        self._handler: Handler | None = None
        if not name:
            self.declares, self.text = None, f"{gap};"
            return
        low, bare = name.lower(), value.strip()
        self.declares = (low, bare.lower())
        if low[:2] == "--":
            self.text = gap + kept(name, value, self._end)
            return
        self._handler = handler = handler_for(low, bare)
        self.text = self._alone(handler) if handler else f"{gap}{low}:{bare}{self._end}"

    def _alone(self, handler: Handler) -> str | None:
        if handler in _ASKING:
            return None
        try:
            return self.inside(UNASKED)
        except AskedError:
            _ASKING.add(handler)
            return None

    def inside(self, block: Block) -> str:
        """Gives what to write for it in a block."""
        if self._handler is None or self.declares is None:
            return self.text or ""
        found = answer(self._handler, self.declares[0], self._value.strip(), block)
        return self.gap + joined(found, self._end)

    def drawn(self) -> str:
        """Gives what to write for it in a drawing."""
        if self.declares is None:
            return f"{self.gap};"
        return self.gap + kept(self._name, self._value, self._end, drawing=True)


def pieces(body: str, context: SheetContext) -> list[Piece] | None:
    """
    Cuts the body of a `pattern.RULE` at its semicolons.

    None if it is not certain, or holds anything but declarations.
    """
    found = _pieces(body.split(";"), context)
    # a semicolon in a string or in brackets, perhaps
    return _pieces(cut(body), context) if found is None else found


def _pieces(texts: list[str], context: SheetContext) -> list[Piece] | None:
    found = [_known(text) if len(text) <= _LONG else _ELSEWHERE for text in texts]
    if _UNSETTLED.isdisjoint(found):
        return found
    found = [
        _exact(text, context) if one is _ELSEWHERE else one
        for text, one in zip(texts, found, strict=True)
    ]
    return None if _UNCERTAIN in found else found


_ELSEWHERE = Piece("")
"""Stands for a piece that is not the same in every sheet, or not worth remembering."""

_UNCERTAIN = Piece("")
"""Stands for what is no declaration, or perhaps not all of it."""

_UNSETTLED = frozenset({_ELSEWHERE, _UNCERTAIN})


@lru_cache(8192)
def _known(text: str) -> Piece:
    if plain := PLAIN.fullmatch(text):
        return Piece(*plain.groups())
    if "url(" in text and "data:" not in text:  # each sheet is at another address
        return _ELSEWHERE
    try:
        return _exact(text, ANYWHERE[False])
    except DependsError:
        return _ELSEWHERE


def _exact(text: str, context: SheetContext) -> Piece:
    if not text or is_gap(text):
        return Piece(text)
    found = declared(text)
    if found is None:
        return _UNCERTAIN
    gap, name, value, urgent = found
    if not is_verbatim(value):
        value = quoted(value) or mapped(value, context.map_url) or _exactly(value, context)
    return Piece(gap, name, value, urgent)


def _exactly(value: str, context: SheetContext) -> str:
    """Gives a value as a tokeniser writes it, its addresses mapped."""
    nodes = tokens(value)
    map_urls(nodes, context.map_url)
    return text_of(nodes)
