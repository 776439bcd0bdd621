"""
Rewrites a sheet as it stands, without a tokeniser, as far as that is certain.

Most of a sheet is plain: its text need only be cut, and what was seen before is remembered. `walk`
has the last word: it writes whatever is not certain, and wherever both can write, they write the
same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from a11y_proxy.core.artifact import Marker
from a11y_proxy.rewrite.css import plain
from a11y_proxy.rewrite.css.block import INLINE
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.media import mark_sizes
from a11y_proxy.rewrite.css.pattern import BODY, ITEM
from a11y_proxy.rewrite.css.syntax import text_of, tokens
from a11y_proxy.rewrite.css.walk import is_rule_block, walked

_HIDDEN = re.compile(r"([ \n\t]*<!--)([\s\S]*)(-->[ \n\t]*)")
"""A sheet hidden from browsers that knew none (CSS Syntax 3 §5.4.1 skips the marks)."""

_DEPTH = 20
"""Levels of at-rules; what is deeper is left to `walk`, which counts all brackets."""


def scan_sheet(text: str, context: SheetContext) -> str | None:
    """
    Gives a sheet rewritten; None where it is not certain how it reads.

    The text is normalised (CSS Syntax 3 §3.3). Raises `UnparsableError`.
    """
    hidden = _HIDDEN.fullmatch(text)
    before, shown, after = hidden.groups() if hidden else ("", text, "")
    if "<!--" in shown or "-->" in shown:
        return None
    try:
        return f"{before}{_scanned(shown, context)}{after}"
    except plain.UncertainError:
        return None


def scan_style(text: str, context: SheetContext) -> str | None:
    """Gives the inside of a block rewritten; None where it is not certain how it reads."""
    return plain.block(text, context, INLINE) if BODY.fullmatch(text) else None


def _scanned(text: str, context: SheetContext) -> str:
    pieces: list[str] = []
    depth = 0
    for found in ITEM.finditer(text):
        match found.lastgroup:
            case "plain":
                gap, head, body = found.group(2, 3, 4)
                pieces.append(gap + plain.ordinary(head, body, context))
            case "rule":
                gap, head, body = found.group("gap", "head", "body")
                pieces.append(gap + plain.rule(head, body, context, nested=depth > 0))
            case "between":
                pieces.append(found[0])
            case "whole":
                pieces.append(walked(found[0], context, nested=depth > 0))
            case "deep":
                plain.check(found["before"], nested=depth > 0)
                pieces.append(walked(found[0], context, nested=depth > 0))
            case "open" if depth < _DEPTH:
                depth += 1
                pieces.append(_opening(found["name"], found["prelude"], context.mark.digest))
            case "end" if depth:
                depth -= 1
                pieces.append("}")
            case _:
                raise plain.UncertainError
    if depth:
        raise plain.UncertainError
    return "".join(pieces)


@lru_cache(1024)
def _opening(name: str, prelude: str, digest: str) -> str:
    name = name.lower()
    if not is_rule_block(name):
        raise plain.UncertainError
    return f"@{name}{text_of(mark_sizes(tokens(prelude), Marker(digest), name))}{{"
