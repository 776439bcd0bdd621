"""What is written for a rule, from the texts of its selectors and declarations."""

from __future__ import annotations

from collections.abc import Mapping

from a11y_proxy.rewrite.css.block import Around, Block
from a11y_proxy.rewrite.css.control import is_on
from a11y_proxy.rewrite.css.custom import OURS, twins
from a11y_proxy.rewrite.css.selectors import (
    is_body,
    is_each,
    is_root,
    is_selection,
    names_body,
    names_cell,
    with_cells,
    with_focus,
)
from a11y_proxy.rewrite.css.table import rewrite


def is_ordinary(selectors: str) -> bool:
    """Tells whether the selectors say nothing of their block, so that the others need not ask."""
    low = selectors.lower()
    return low.isascii() and not (
        "html" in low
        or ":root" in low
        or "selection" in low
        or ":hover" in low
        or ":checked" in low
        or "*" in low
        or ("body" in low and names_body(low))
        or names_cell(low)
    )


def groups(parts: list[str]) -> list[list[str]]:
    """
    Gives the selectors that must not share a block.

    html, body { … }: the root's font size is no text.
    """
    roots = [part for part in parts if is_root(part)]
    if not roots or len(roots) == len(parts):
        return [parts]
    return [roots, [part for part in parts if not is_root(part)]]


def around_of(parts: list[str]) -> Around:
    """Gives what the selectors say of their block."""
    found = {
        "root": is_root(parts[0]),
        "body": all(map(is_body, parts)),
        "selection": any(map(is_selection, parts)),
        "on": is_on(parts),
        "each": all(map(is_each, parts)),
    }
    return frozenset([name for name, so in found.items() if so])


def opening(parts: list[str], declared: Mapping[str, str]) -> str:
    """Writes the selectors and the bracket; `declared` as in `block.describe`."""
    if any(":hover" in part for part in parts):
        parts = with_focus(parts, declared)
    together = ",".join(parts)
    return (with_cells(together) if names_cell(together.lower()) else together) + "{"


def written(name: str, value: str, *, important: bool, block: Block, drawing: bool) -> str:
    """
    Gives what to write for a declaration; inside a drawing: itself.

    A custom property stays, and its twins come beside it. Names of ours are for us to set.
    """
    end = "!important;" if important else ";"
    custom = name.startswith("--")
    if custom and name.startswith(OURS):
        return ""
    if drawing or custom:
        beside = () if drawing else twins(name, value)
        return "".join([f"{name}:{value}{end}", *[f"{twin}:{new}{end}" for twin, new in beside]])
    answer = rewrite(name.lower(), value.strip(), block)
    if len(answer) == 1:
        return f"{answer[0][0]}:{answer[0][1]}{end}"
    return "".join([f"{new_name}:{new}{end}" for new_name, new in answer])
