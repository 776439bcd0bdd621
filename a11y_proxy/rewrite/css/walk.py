"""Goes through the rules of a sheet; the only file that knows how they nest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tinycss2.serializer import serialize_identifier

from a11y_proxy.rewrite.css.block import NOWHERE, Around, Block
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.media import mark_sizes
from a11y_proxy.rewrite.css.rule import around_of, groups, opening, written
from a11y_proxy.rewrite.css.selectors import selectors
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
from a11y_proxy.rewrite.css.urls import map_urls
from a11y_proxy.standards.css import RULE_BLOCKS

Write = Callable[[str], None]
"""Takes the next piece of the new sheet."""


def walked(text: str, context: SheetContext, *, nested: bool, around: Around = NOWHERE) -> str:
    """Gives what `walk` writes for a text. Raises `UnparsableError`."""
    pieces: list[str] = []
    walk(tokens(text), context, pieces.append, nested=nested, around=around)
    return "".join(pieces)


def walk(
    nodes: Sequence[Node],
    context: SheetContext,
    write: Write,
    *,
    nested: bool,
    around: Around = NOWHERE,
) -> None:
    """
    Writes a sheet, or the inside of a block (`nested`), anew.

    `around` is what the selector says of the block, and where it stands.
    """
    items = list(cut(nodes, nested=nested))
    values = [_value(item, context) for item in items]
    block = Block(_declared(items, values), around)
    for item, value in zip(items, values, strict=True):
        match item:
            case Declaration():
                write(
                    written(
                        item.name,
                        value,
                        important=item.important,
                        block=block,
                        drawing=context.drawing,
                    )
                )
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


def _write_rule(rule: Rule, context: SheetContext, write: Write) -> None:
    first, *others = groups(selectors(rule.prelude))
    again = [tokens(text_of(rule.block)) for _ in others]  # the walk maps addresses in place
    _write_block(first, rule.block, context, write)
    for parts, nodes in zip(others, again, strict=True):
        _write_block(parts, nodes, context, write)


def _write_block(
    parts: list[str], nodes: Sequence[Node], context: SheetContext, write: Write
) -> None:
    items = [item for item in cut(nodes, nested=True) if isinstance(item, Declaration)]
    write(opening(parts, _declared(items, [text_of(item.value) for item in items])))
    walk(nodes, context, write, nested=True, around=around_of(parts))
    write("}")


def _write_at_rule(rule: AtRule, context: SheetContext, write: Write, around: Around) -> None:
    name = rule.name
    if name == "charset":  # ours is UTF-8
        return
    prelude = mark_sizes(rule.prelude, context.mark, name)
    if name == "import":
        map_urls(prelude, context.map_loaded, strings=True)
    write(f"@{serialize_identifier(name)}{text_of(prelude)}")
    if rule.block is None:
        write(";")
        return
    write("{")
    if is_rule_block(name):
        walk(rule.block, context, write, nested=True, around=around)
    else:
        map_urls(rule.block, context.map_loaded if name == "font-face" else context.map_url)
        write(text_of(rule.block))
    write("}")


def is_rule_block(name: str) -> bool:
    """Tells whether the block of an at-rule (lower case) holds rules or declarations."""
    plain = name[1:].partition("-")[2] if name.startswith("-") else name
    return plain in RULE_BLOCKS
