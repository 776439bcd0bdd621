"""Style sheets in, style sheets of roles out: one rewritten sheet serves every theme."""

from __future__ import annotations

import re

from a11y_proxy.rewrite.css import declarations
from a11y_proxy.rewrite.css.block import INLINE
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.media import mark_sizes
from a11y_proxy.rewrite.css.pattern import DEAD
from a11y_proxy.rewrite.css.scan import scan_sheet, scan_style
from a11y_proxy.rewrite.css.syntax import tokens
from a11y_proxy.rewrite.css.walk import walked

__all__ = ["declarations", "rewrite_media", "rewrite_sheet", "rewrite_style"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_END_TAG = re.compile(r"</(?=style)", re.IGNORECASE)


def rewrite_sheet(text: str, context: SheetContext) -> str:
    """
    Gives a style sheet with roles for colours, scalable sizes, mapped addresses and slots.

    It can stand in a file and inside `<style>`. Raises `UnparsableError`.
    """
    text = normalised(text.removeprefix("\ufeff"))
    if "<![CDATA[" in text and DEAD.fullmatch(text):
        return _safe(text)
    after = scan_sheet(text, context)
    return _safe(walked(text, context, nested=False) if after is None else after)


def rewrite_style(text: str, context: SheetContext) -> str:
    """Gives the declarations of a `style` attribute, rewritten. Raises `UnparsableError`."""
    text = normalised(text)
    after = scan_style(text, context)
    return _safe(walked(text, context, nested=True, around=INLINE) if after is None else after)


def rewrite_media(text: str, context: SheetContext) -> str:
    """Gives the text of a `media` or `sizes` attribute with its slots. Raises `UnparsableError`."""
    return "".join(node.serialize() for node in mark_sizes(tokens(text), context.mark))


def normalised(text: str) -> str:
    """Gives the text with the line ends and without the NULs of CSS Syntax 3 §3.3."""
    text = text.replace("\0", "\ufffd").replace("\f", "\n")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _safe(text: str) -> str:
    """Keeps what escapes stood for from becoming half a character or the end of `<style>`."""
    try:
        text.encode("utf-16")  # finds half a character soonest
    except UnicodeEncodeError:
        text = _SURROGATE.sub("\ufffd", text)
    return _END_TAG.sub(r"<\\2f ", text) if "<" in text else text
