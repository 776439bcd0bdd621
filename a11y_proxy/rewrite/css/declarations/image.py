"""
Background images: an icon stays, what lies behind text goes, a photograph stays where nothing is read.

Icons of one colour take the theme's ink. Other pictures are kept on a light plate, as they were made
for white paper. `--a11y-picture` is unset for boxes that hold nothing to read and `none` for all
others; `--a11y-under` is the plate there and `--a11y-chip` the paper, and both are unset elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.components import components
from a11y_proxy.rewrite.css.declarations.colour import painted
from a11y_proxy.rewrite.css.declarations.shadow import framed
from a11y_proxy.rewrite.css.ground import ground_read, ground_seen
from a11y_proxy.rewrite.css.original import with_original
from a11y_proxy.rewrite.css.palette import BOX, NONE, PLATE, SURFACE, has_var, is_colour
from a11y_proxy.rewrite.css.picture import all_inked, is_var, layers, pictures, shown
from a11y_proxy.rewrite.css.syntax import Node
from a11y_proxy.rewrite.css.table import Declarations, declaration

_PIECE = re.compile(r"(?:-[\d.]+px|-?0(?:px)?)\s+-[\d.]+px|-[\d.]+px\s+-?0(?:px)?", re.IGNORECASE)
"""A place on a sheet of icons, which lies to the left and above."""

_FACTOR = "var(--a11y-factor)"

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
    nodes = components(value)
    named = next(filter(is_colour, nodes), None)
    colour = named and painted(ground_seen(named), block)
    urls, gradients = pictures(nodes)
    if _is_kept(nodes, block) or (not urls and _is_placed(nodes)):
        kept = _written(nodes, block)
        behind = _behind(nodes, named and with_original(str(colour), named.serialize()), block)
        ground = (("background-color", behind),) if behind else ()
        return ((name, kept), *ground, *_grown(block))
    if urls or gradients or has_var(value) or _unknown(value):
        behind = SURFACE if urls or gradients else ground_read(value)
        return ((name, colour or painted(behind, block)), *framed(block))
    return ((name, colour or value), *(framed(block) if colour else ()))


@declaration("background-image")
def background_image(name: str, value: str, block: Block) -> Declarations:
    """Keeps the pictures where nothing is read; without them, a ground keeps text readable."""
    nodes = components(value)
    urls, gradients = pictures(nodes)
    if _is_kept(nodes, block) or (not urls and any(map(is_var, nodes))):
        kept = (name, _written(nodes, block))
        behind = None if block.ground and block.picture != "icon" else _behind(nodes, None, block)
        ground = (("background-color", behind),) if behind else ()
        return (kept, *ground, *_grown(block))
    if not (urls or gradients or has_var(value)):
        return ((name, value),)
    if block.ground:
        return ((name, NONE),)
    return ((name, NONE), ("background-color", painted(SURFACE, block)))


@declaration("background-position")
def position(name: str, value: str, block: Block) -> Declarations:
    """
    Enlarges a piece of a sheet of icons together with the sheet, else its neighbours would show.

    The sheet and the size may stand in other rules. Where none has both, `--a11y-sprite` is unset
    if anything is inside the box, which keeps its scale then.
    """
    if block.picture == "icon" or not _PIECE.fullmatch(value):
        return ((name, value),)
    return (
        (name, value),
        ("--a11y-scale", "var(--a11y-sprite, inherit)"),
        ("zoom", "var(--a11y-piece, 1)"),
    )


@declaration("background-clip")
def clip(name: str, value: str, block: Block) -> Declarations:
    """Shows letters that were cut out of a picture."""
    del block
    return ((name, BOX if "text" in value.lower() or has_var(value) else value),)


@declaration("border-image", "border-image-source")
def border_image(name: str, value: str, block: Block) -> Declarations:
    """Lets the border itself show, in the role of lines."""
    del block
    return ((name, value if value.lower() == "none" else NONE),)


def _is_kept(nodes: Sequence[Node], block: Block) -> bool:
    if block.picture == "photo" and pictures(nodes)[0]:  # a variable beside it may bring another
        return not any(pictures(layer)[0] and any(map(is_var, layer)) for layer in layers(nodes))
    return block.picture in _KEPT and pictures(nodes)[0]


def _is_placed(nodes: Sequence[Node]) -> bool:
    """Tells whether a variable in the shorthand is a picture: something says how it is laid out."""
    laid = any(node.type == "ident" and "repeat" in node.lower_value for node in nodes)
    return laid and any(map(is_var, nodes))


def _behind(nodes: Sequence[Node], colour: str | None, block: Block) -> str | None:
    """Gives the ground behind a picture that is kept, or that makes room for text."""
    inked = all_inked(nodes)
    match block.picture:
        case "icon" if not inked:
            return PLATE
        case "icon" | "bullet":
            return colour or (SURFACE if any(map(is_var, nodes)) else None)
        case _ if block.glyph and inked:
            return colour
        case _:
            under = "chip" if inked else "under"
            return f"var(--a11y-{under}, {colour or painted(SURFACE, block)})"


def _grown(block: Block) -> Declarations:
    """
    An icon with a size in pixels has not been scaled: it grows with its picture.

    So it does where another rule chooses the piece of the sheet, and whatever is inside.
    """
    grows = block.picture == "icon" and block.small
    return (("zoom", _FACTOR), ("--a11y-sprite", "1"), ("--a11y-piece", _FACTOR)) if grows else ()


def _written(nodes: Sequence[Node], block: Block) -> str:
    """Writes the layers with a picture in them, without colours."""
    kept = ([node for node in layer if not _goes(node)] for layer in layers(nodes))
    return ",".join(shown(layer, block) for layer in kept if not pictures(layer)[1]).strip()


def _goes(node: Node) -> bool:
    """What would be a colour, or cut the picture to the letters."""
    keyword = node.lower_value if node.type == "ident" else ""
    return keyword in {"currentcolor", "transparent", "text"} or is_colour(node)


def _unknown(value: str) -> bool:
    return value.lower() in {"revert", "revert-layer", "currentcolor"}
