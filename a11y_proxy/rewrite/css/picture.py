"""Pictures among component values: what each becomes, and where it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.components import components
from a11y_proxy.rewrite.css.custom import kind, reading, renamed
from a11y_proxy.rewrite.css.ink import inked
from a11y_proxy.rewrite.css.syntax import Node, text_of
from a11y_proxy.standards.css import (
    COLOUR_FUNCTIONS,
    IMAGE_FUNCTIONS,
    MATH_FUNCTIONS,
    WIDE_KEYWORDS,
)

_CALL = re.compile(r"([A-Za-z-]+)\(")
_NO_IMAGES = COLOUR_FUNCTIONS | MATH_FUNCTIONS
"""What most variables begin with that are no pictures; these need no tokeniser."""

_BESIDE = frozenset({"bullet", "icon"})

_NAMED = r"(?!.*(?:colou?r|rgb|radius|family|weight|duration|-width$|-[hsl]$))"


@kind("image", names=_NAMED)
def image_twin(value: str) -> str | None:
    """
    Gives the pictures that the value of a custom property names; None if it is something else.

    Whether they are shown is for the place to say that uses them: here, `--a11y-picture` would be
    that of the element with the declaration, which is often the root.
    """
    if "(" not in value:
        keyword = value.lower()
        return keyword if keyword in WIDE_KEYWORDS or keyword == "none" else None
    if plain := renamed("image", value):
        return plain
    if (call := _CALL.match(value)) and call[1].lower() in _NO_IMAGES:
        return None
    found = [_image(layer) for layer in layers(components(value))]
    return ",".join(map(str, found)) if all(found) else None


def _image(layer: Sequence[Node]) -> str | None:
    nodes = [node for node in layer if node.type not in {"whitespace", "comment"}]
    if len(nodes) != 1:
        return None
    if is_var(nodes[0]):
        return _variable(nodes[0])
    urls, gradients = pictures(nodes)
    if urls:
        return ink_of(nodes[0]) or nodes[0].serialize()
    return "none" if gradients or nodes[0] == "none" else None


def _variable(node: Node, otherwise: str = "") -> str:
    name, *rest = [part for part in node.arguments if part.type not in {"whitespace", "comment"}]
    return reading("image", name, (_image(rest[1:]) if rest else None) or otherwise)


def pictures(nodes: Iterable[Node]) -> tuple[bool, bool]:
    """Tells whether there are images with an address, and images that are painted."""
    names = ["url" if node.type == "url" else node.lower_name
             for node in nodes if node.type in {"url", "function"}]  # fmt: skip
    plain = [name.removeprefix("-webkit-").removeprefix("-moz-") for name in names]
    return (
        any(name in IMAGE_FUNCTIONS for name in plain),
        any("gradient" in name for name in plain),
    )


def layers(nodes: Sequence[Node]) -> Iterator[Sequence[Node]]:
    """Cuts a list at its commas."""
    start = 0
    for at, node in enumerate(nodes):
        if node == ",":
            yield nodes[start:at]
            start = at + 1
    yield nodes[start:]


def is_var(node: Node) -> bool:
    """Tells whether a component value is a variable with a name."""
    if node.type != "function" or node.lower_name != "var":
        return False
    first = next((part for part in node.arguments if part.type != "whitespace"), None)
    return first is not None and first.type == "ident" and first.value.startswith("--")


def ink_of(node: Node) -> str | None:
    """Gives an icon of one colour as the theme shows it; None for every other component value."""
    if node.type == "url":
        return inked(node.value)
    if node.type != "function" or node.lower_name != "url" or len(node.arguments) != 1:
        return None
    return inked(node.arguments[0].value) if node.arguments[0].type == "string" else None


def all_inked(nodes: Iterable[Node]) -> bool:
    """Tells whether no picture needs a plate: each takes the ink, or only the browser knows it."""
    return all(is_var(node) or ink_of(node) for node in nodes if _is_picture(node))


def shown(layer: Sequence[Node], block: Block) -> str:
    """Writes a layer: icons in ink, and what may be a photograph where nothing is read on it."""
    known = pictures(layer)[0]  # and a variable beside it says where it lies
    return text_of([part for node in layer for part in _one(node, block, known=known)])


def _one(node: Node, block: Block, *, known: bool) -> Sequence[Node]:
    if not _is_picture(node) or (known and is_var(node)):
        return [node]
    text = _variable(node, "none") if is_var(node) else ink_of(node)
    beside = block.picture in _BESIDE or (block.glyph and text is not None)
    if text is None and beside:
        return [node]
    text = text or node.serialize()
    written: list[Node] = components(text if beside else f"var(--a11y-picture, {text})")
    return written


def _is_picture(node: Node) -> bool:
    return is_var(node) or pictures([node])[0]
