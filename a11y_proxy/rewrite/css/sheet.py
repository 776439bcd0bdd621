"""Style sheets in, style sheets of roles out: one rewritten sheet serves every theme."""

from __future__ import annotations

import re

from a11y_proxy.rewrite.css import declarations
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.media import mark_widths
from a11y_proxy.rewrite.css.syntax import tokens
from a11y_proxy.rewrite.css.walk import walk

__all__ = ["declarations", "rewrite_media", "rewrite_sheet", "rewrite_style"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_END_TAG = re.compile(r"</(?=style)", re.IGNORECASE)


def rewrite_sheet(text: str, context: SheetContext) -> str:
    """
    Gives a style sheet with roles for colours, scalable sizes, mapped addresses and slots.

    It can stand in a file and inside `<style>`. Raises `UnparsableError`.
    """
    return _rewritten(text.removeprefix("\ufeff"), context, nested=False)


def rewrite_style(text: str, context: SheetContext) -> str:
    """Gives the declarations of a `style` attribute, rewritten. Raises `UnparsableError`."""
    return _rewritten(text, context, nested=True)


def rewrite_media(text: str, context: SheetContext) -> str:
    """Gives the media query list of a `media` attribute with its slots. Raises `UnparsableError`."""
    return "".join(node.serialize() for node in mark_widths(tokens(text), context.mark))


def _rewritten(text: str, context: SheetContext, *, nested: bool) -> str:
    pieces: list[str] = []
    walk(tokens(text), context, pieces.append, nested=nested)
    return _safe("".join(pieces))


def _safe(text: str) -> str:
    """Keeps what escapes stood for from becoming half a character or the end of `<style>`."""
    return _END_TAG.sub(r"<\\2f ", _SURROGATE.sub("\ufffd", text))
