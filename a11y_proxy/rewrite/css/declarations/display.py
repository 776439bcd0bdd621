"""
Display: what is laid out as a table or a row lets go of it where there is no room.

See WCAG 1.4.10 (reflow). `--a11y-stack` is `block` where cells follow each other, `--a11y-direct`
is `anywhere` where a row breaks between its parts, `--a11y-closed` is `block` where no script can
open a menu; where they are not set, all stays as it was. Scripts read what a `style` attribute hides.
"""

from __future__ import annotations

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.table import Declarations, declaration

_CELLS = frozenset({"table", "inline-table", "table-row", "table-row-group", "table-cell"})
_WHOLE = ("overflow-wrap", "break-word")
"""A cell, and a row as narrow as its words, is never narrower than a word."""

_ROWS = frozenset({"flex"})


@declaration("flex-direction", "flex-flow")
def direction(name: str, value: str, block: Block) -> Declarations:
    """Says which rows may break: a column that broke would begin again beside the page."""
    del block
    wrap = "nowrap" if "column" in value.lower() else "wrap"
    return ((name, value), ("--a11y-wrap", wrap))


@declaration("display")
def display(name: str, value: str, block: Block) -> Declarations:
    """
    Lets cells of an author's making follow each other, and breaks words that stand in a row.

    Words that a row holds itself cannot be told by a selector: only its parts can.
    """
    kind = value.lower()
    if kind == "none" and not block.inline:
        return ((name, f"var(--a11y-closed, {value})"),)
    if kind in _CELLS:
        stacked = (name, f"var(--a11y-stack, {value})")
        return (stacked, _WHOLE) if kind == "table-cell" else (stacked,)
    if kind == "inline-flex":
        return ((name, value), ("overflow-wrap", "var(--a11y-direct, break-word)"))
    if kind.removeprefix("-webkit-") in _ROWS:
        return ((name, value), ("overflow-wrap", "var(--a11y-direct)"))
    return ((name, value),)
