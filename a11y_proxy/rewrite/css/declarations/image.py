"""
Background images: an icon stays, what only decorates goes, because text lies over it.

A picture that stands for words is kept on a light plate, as it was made for white paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tinycss2 import parse_component_value_list

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.declarations.colour import painted
from a11y_proxy.rewrite.css.ground import ground_read, ground_seen
from a11y_proxy.rewrite.css.palette import (
    PLATE,
    SURFACE,
    has_var,
    is_colour,
)
from a11y_proxy.rewrite.css.syntax import Node, text_of
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.standards.css import IMAGE_FUNCTIONS

_KEPT = frozenset({"bullet", "icon"})


@declaration("background")
def background(name: str, value: str, block: Block) -> Declarations:
    """
    Gives one ground for the whole shorthand, with the picture if it is an icon.

    Before: background: url(crowd.jpg) center / cover, linear-gradient(#000, #555)
    After:  background: var(--a11y-surface)
    """
    if block.selection:
        return ()
    nodes = parse_component_value_list(value)
    colour = next((painted(ground_seen(node), block) for node in nodes if is_colour(node)), None)
    urls, gradients = _pictures(nodes)
    if urls and block.picture in _KEPT:
        layers = [layer for layer in _layers(nodes) if not _pictures(layer)[1]]
        kept = ",".join(_written(layer) for layer in layers).strip()
        behind = PLATE if block.picture == "icon" else colour
        return ((name, kept), ("background-color", behind)) if behind else ((name, kept),)
    if urls or gradients or has_var(value) or _unknown(value):
        behind = SURFACE if urls or gradients else ground_read(value)
        return ((name, colour or painted(behind, block)),)
    return ((name, colour or value),)


@declaration("background-image")
def background_image(name: str, value: str, block: Block) -> Declarations:
    """Keeps an icon's url() layers; without the picture, a ground keeps the text readable."""
    nodes = parse_component_value_list(value)
    urls, gradients = _pictures(nodes)
    if urls and block.picture in _KEPT:
        layers = [layer for layer in _layers(nodes) if not _pictures(layer)[1]]
        kept = (name, ",".join(text_of(layer) for layer in layers).strip())
        return (kept, ("background-color", PLATE)) if block.picture == "icon" else (kept,)
    if not (urls or gradients or has_var(value)):
        return ((name, value),)
    if block.ground:
        return ((name, "none"),)
    return ((name, "none"), ("background-color", painted(SURFACE, block)))


@declaration("background-clip")
def clip(name: str, value: str, block: Block) -> Declarations:
    """Shows letters that were cut out of a picture."""
    del block
    return ((name, "border-box" if "text" in value.lower() or has_var(value) else value),)


@declaration("border-image", "border-image-source")
def border_image(name: str, value: str, block: Block) -> Declarations:
    """Lets the border itself show, in the role of lines."""
    del value, block
    return ((name, "none"),)


def _pictures(nodes: Iterable[Node]) -> tuple[bool, bool]:
    """Tells whether there are images with an address, and images that are painted."""
    names = ["url" if node.type == "url" else node.lower_name
             for node in nodes if node.type in {"url", "function"}]  # fmt: skip
    plain = [name.removeprefix("-webkit-").removeprefix("-moz-") for name in names]
    return (
        any(name in IMAGE_FUNCTIONS for name in plain),
        any("gradient" in name for name in plain),
    )


def _layers(nodes: Sequence[Node]) -> Iterable[Sequence[Node]]:
    """Cuts a list at its commas."""
    start = 0
    for at, node in enumerate(nodes):
        if node == ",":
            yield nodes[start:at]
            start = at + 1
    yield nodes[start:]


def _written(layer: Sequence[Node]) -> str:
    """Writes a layer without its colour and without cutting the picture to the letters."""
    return text_of([node for node in layer if not _goes(node)])


def _goes(node: Node) -> bool:
    keyword = node.lower_value if node.type == "ident" else ""
    return keyword in {"currentcolor", "transparent", "text"} or is_colour(node)


def _unknown(value: str) -> bool:
    return value.lower() in {"revert", "revert-layer", "currentcolor"}
