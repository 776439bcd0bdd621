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
    names_cell,
    with_cells,
    with_focus,
)
from a11y_proxy.rewrite.css.table import Declarations, rewrite


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
    together = ",".join(parts)
    if ":hover" in together:
        together = ",".join(with_focus(parts, declared))
    return (with_cells(together) if names_cell(together.lower()) else together) + "{"


def written(name: str, value: str, *, important: bool, block: Block, drawing: bool) -> str:
    """Gives what to write for a declaration; inside a drawing: itself."""
    end = "!important;" if important else ";"
    if drawing or name.startswith("--"):
        return kept(name, value, end, drawing=drawing)
    return joined(rewrite(name.lower(), value.strip(), block), end)


def kept(name: str, value: str, end: str, *, drawing: bool = False) -> str:
    """
    Writes a declaration as it is; outside drawings, it is that of a custom property.

    Its twins come beside it. Names of ours are for us to set.
    """
    if name.startswith(OURS):
        return ""
    beside = "" if drawing else twins(name, value, end)
    return f"{name}:{value}{end}{beside}"


def joined(declarations: Declarations, end: str) -> str:
    """Writes declarations, each with its end."""
    if len(declarations) == 1:
        return f"{declarations[0][0]}:{declarations[0][1]}{end}"
    return "".join([f"{name}:{value}{end}" for name, value in declarations])
