"""
Background images: an icon stays, what lies behind text goes, a photograph stays where nothing is read.

Pictures are kept on a light plate, as they were made for white paper. `--a11y-picture` is unset for
boxes that hold nothing to read and `none` for all others, `--a11y-under` is the plate and unset.
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

_KEPT = frozenset({"bullet", "icon", "photo"})


@declaration("background")
def background(name: str, value: str, block: Block) -> Declarations:
    """
    Gives one ground for the whole shorthand, with the picture where nothing is read on it.

    Before: background: url(crowd.jpg) center / cover, linear-gradient(#000, #555)
    After:  background: var(--a11y-picture, url(crowd.jpg)) center / cover;
            background-color: var(--a11y-under, var(--a11y-surface))
    """
    if block.selection:
        return ()
    nodes = parse_component_value_list(value)
    colour = next((painted(ground_seen(node), block) for node in nodes if is_colour(node)), None)
    urls, gradients = _pictures(nodes)
    if urls and _is_kept(value, block):
        kept = ",".join(_written(layer, block) for layer in _held(nodes)).strip()
        behind = _behind(colour, block)
        return ((name, kept), ("background-color", behind)) if behind else ((name, kept),)
    if urls or gradients or has_var(value) or _unknown(value):
        behind = SURFACE if urls or gradients else ground_read(value)
        return ((name, colour or painted(behind, block)),)
    return ((name, colour or value),)


@declaration("background-image")
def background_image(name: str, value: str, block: Block) -> Declarations:
    """Keeps the url() layers where nothing is read; without them, a ground keeps text readable."""
    nodes = parse_component_value_list(value)
    urls, gradients = _pictures(nodes)
    if urls and _is_kept(value, block):
        kept = (name, ",".join(_written(layer, block) for layer in _held(nodes)).strip())
        if block.picture == "bullet" or (block.picture == "photo" and block.ground):
            return (kept,)
        return (kept, ("background-color", str(_behind(None, block))))
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


def _held(nodes: Sequence[Node]) -> Iterable[Sequence[Node]]:
    """Gives the layers that are not painted by a gradient."""
    return (layer for layer in _layers(nodes) if not _pictures(layer)[1])


def _is_kept(value: str, block: Block) -> bool:
    """Only pictures whose every layer is known can be shown to some and hidden from others."""
    return block.picture in _KEPT and not (block.picture == "photo" and has_var(value))


def _behind(colour: str | None, block: Block) -> str | None:
    """Gives the ground behind a picture that is kept, or that makes room for text."""
    match block.picture:
        case "icon":
            return PLATE
        case "photo":
            return f"var(--a11y-under, {colour or painted(SURFACE, block)})"
        case _:
            return colour


def _written(layer: Sequence[Node], block: Block) -> str:
    """Writes a layer without its colour and without cutting the picture to the letters."""
    kept = [node for node in layer if not _goes(node)]
    if block.picture != "photo":
        return text_of(kept)
    return text_of([part for node in kept for part in (_guarded(node) if _shows(node) else [node])])


def _guarded(node: Node) -> Sequence[Node]:
    """Writes a picture so that it shows only where nothing is read on it."""
    guarded: list[Node] = parse_component_value_list(f"var(--a11y-picture, {node.serialize()})")
    return guarded


def _shows(node: Node) -> bool:
    return _pictures([node])[0]


def _goes(node: Node) -> bool:
    keyword = node.lower_value if node.type == "ident" else ""
    return keyword in {"currentcolor", "transparent", "text"} or is_colour(node)


def _unknown(value: str) -> bool:
    return value.lower() in {"revert", "revert-layer", "currentcolor"}
