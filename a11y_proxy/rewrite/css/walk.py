"""Goes through the rules of a sheet; the only file that knows how they nest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tinycss2.serializer import serialize_identifier

from a11y_proxy.rewrite.css.block import EMPTY, Block, describe
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.media import mark_widths
from a11y_proxy.rewrite.css.selectors import is_root, is_selection, selectors, with_focus
from a11y_proxy.rewrite.css.syntax import (
    AtRule,
    Declaration,
    Item,
    Node,
    Remnant,
    Rule,
    cut,
    text_of,
    tokens,
)
from a11y_proxy.rewrite.css.table import rewrite
from a11y_proxy.rewrite.css.urls import map_urls
from a11y_proxy.standards.css import RULE_BLOCKS

Write = Callable[[str], None]
"""Takes the next piece of the new sheet."""


def walk(
    nodes: Sequence[Node],
    context: SheetContext,
    write: Write,
    *,
    nested: bool,
    around: Block = EMPTY,
) -> None:
    """
    Writes a sheet, or the inside of a block (`nested`), anew.

    `around` says what the selector says of the block: whether it is the root's or a selection's.
    """
    items = list(cut(nodes, nested=nested))
    values = [_value(item, context) for item in items]
    declared = _declared(items, values)
    block = describe(declared, root=around.root, selection=around.selection) if declared else EMPTY
    for item, value in zip(items, values, strict=True):
        match item:
            case Declaration():
                _write_declaration(item, value, context, block, write)
            case Rule():
                _write_rule(item, context, write)
            case AtRule():
                _write_at_rule(item, context, write, around)
            case Remnant():
                write(text_of(item.nodes))


def _value(item: Item, context: SheetContext) -> str:
    """Gives the text of a declaration's value, its addresses mapped; "" for other items."""
    if not isinstance(item, Declaration):
        return ""
    map_urls(item.value, context.map_url)
    return text_of(item.value)


def _declared(items: Sequence[Item], values: Sequence[str]) -> dict[str, str]:
    return {
        item.name.lower(): value.strip().lower()
        for item, value in zip(items, values, strict=True)
        if isinstance(item, Declaration)
    }


def _write_declaration(
    item: Declaration, value: str, context: SheetContext, block: Block, write: Write
) -> None:
    important = "!important" if item.important else ""
    if context.drawing or item.name.startswith("--"):
        write(f"{item.name}:{value}{important};")
        return
    for name, new in rewrite(item.name.lower(), value.strip(), block):
        write(f"{name}:{new}{important};")


def _write_rule(rule: Rule, context: SheetContext, write: Write) -> None:
    parts = selectors(rule.prelude)
    roots = [part for part in parts if is_root(part)]
    if roots and len(roots) < len(parts):  # html, body { … }: the root's font size is no text
        others = [part for part in parts if part not in roots]
        again = tokens(text_of(rule.block))  # the walk maps addresses in place, and only once
        _write_block(roots, rule.block, context, write)
        _write_block(others, again, context, write)
    else:
        _write_block(parts, rule.block, context, write)


def _write_block(
    parts: list[str], nodes: Sequence[Node], context: SheetContext, write: Write
) -> None:
    around = Block(root=is_root(parts[0]), selection=any(map(is_selection, parts)))
    if any(":hover" in part for part in parts):
        items = [item for item in cut(nodes, nested=True) if isinstance(item, Declaration)]
        parts = with_focus(parts, _declared(items, [text_of(item.value) for item in items]))
    write(",".join(parts) + "{")
    walk(nodes, context, write, nested=True, around=around)
    write("}")


def _write_at_rule(rule: AtRule, context: SheetContext, write: Write, around: Block) -> None:
    name = rule.name
    if name == "charset":  # ours is UTF-8
        return
    prelude = rule.prelude
    if name in {"import", "media"}:
        prelude = mark_widths(prelude, context.mark)
    if name == "import":
        map_urls(prelude, context.map_url, strings=True)
    write(f"@{serialize_identifier(name)}{text_of(prelude)}")
    if rule.block is None:
        write(";")
        return
    write("{")
    if _unprefixed(name) in RULE_BLOCKS:
        walk(rule.block, context, write, nested=True, around=around)
    else:
        map_urls(rule.block, context.map_url)
        write(text_of(rule.block))
    write("}")


def _unprefixed(name: str) -> str:
    return name[1:].partition("-")[2] if name.startswith("-") else name
