"""
Shadows: one with a sharp edge is a line and stays one, any other goes.

Sharp shadows are borders that take no room: the frame of a field, the edge of a button (WCAG
1.4.11). What is blurred only dims what it falls on. `--a11y-flat` is a shadow of nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.components import components
from a11y_proxy.rewrite.css.original import role_or, with_original
from a11y_proxy.rewrite.css.palette import NONE, is_colour, is_light, is_unknown
from a11y_proxy.rewrite.css.picture import layers
from a11y_proxy.rewrite.css.syntax import Node, text_of
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.rewrite.css.values import number, pixels

_WIDEST = {"px": 6.0, "em": 0.4, "rem": 0.4}
"""By unit; a wider band is a ground, not a line."""

_FAINT = 0.5
"""Of opacity; what is weaker was no edge."""

_FLAT = "var(--a11y-flat)"
_LENGTHS = frozenset({"number", "dimension", "percentage"})

_ON = "inset 0 0 0 max(3px, 0.2em) var(--a11y-drawn, transparent)"
"""A thick frame within the edges, for what is on."""

_EDGE = "max(1px, 0.08em)"


def framed(block: Block) -> Declarations:
    """
    Gives the frame that shows a control where its author shows it by its ground alone (1.4.1, 1.4.11).

    Before: input:checked + i { background: #07c }
    After:  input:checked + i { …; box-shadow: inset 0 0 0 max(3px, 0.2em) var(--a11y-drawn) }
    """
    if block.masked or block.stroke or block.picture == "icon":
        return ()
    if block.on:
        return () if block.cast else (("box-shadow", _ON),)
    if not block.part:
        return ()
    line = f"{_EDGE} solid var(--a11y-line, transparent)"
    return (("outline", line), ("outline-offset", f"calc(-1 * {_EDGE})"))


@declaration("text-shadow")
def around_letters(name: str, value: str, block: Block) -> Declarations:
    """Takes shadows away, which blur the edges of letters."""
    del block
    return ((name, value if value.lower() == "none" else NONE),)


@declaration("box-shadow")
def shadow(name: str, value: str, block: Block) -> Declarations:
    """
    Keeps sharp edges in the role of lines; nearly white ones keep other lines apart.

    Before: box-shadow: 0 0 0 2px #1b1b1b, 0 4px 9px rgba(0, 0, 0, .2)
    After:  box-shadow: 0 0 0 2px var(--a11y-line), var(--a11y-flat)
    """
    if value.lower() == "none":
        return ((name, _ON if block.on else value),)
    sharp = _sharp(value)
    if block.on:
        return ((name, f"{_ON}, {sharp}" if sharp else _ON),)
    return ((name, sharp or NONE),)


@lru_cache(1024)
def _sharp(value: str) -> str:
    """Gives a value with its sharp edges only; "" if it has none."""
    found = list(layers(components(value)))
    lines = [_line(layer) for layer in found]
    if not any(lines):
        return ""
    written = [
        line or with_original(_FLAT, text_of(layer).strip())
        for line, layer in zip(lines, found, strict=True)
    ]
    return ", ".join(written)


def _line(layer: Sequence[Node]) -> str | None:
    """Gives a layer as a line; None if it is none."""
    nodes = [node for node in layer if node.type not in {"whitespace", "comment"}]
    lengths = [node for node in nodes if node.type in _LENGTHS and number(node.serialize())]
    if not _is_sharp([length.serialize() for length in lengths]):
        return None
    others = [node for node in nodes if node not in lengths]
    colours = [node for node in others if is_colour(node) or is_unknown(node)]
    words = [node.serialize().lower() for node in others if node not in colours]
    if len(colours) > 1 or any(word not in {"inset", "currentcolor"} for word in words):
        return None
    if any(map(_is_faint, colours)):
        return None
    role = "paper" if any(is_light(node.serialize()) for node in colours) else "line"
    kept = [role_or(role, node) if node in colours else node for node in nodes]
    return " ".join(text_of([node]) for node in kept)


def _is_sharp(lengths: Sequence[str]) -> bool:
    """Tells whether lengths of a shadow (CSS Backgrounds 3 §6.1) leave a narrow band unblurred."""
    if not 2 <= len(lengths) <= 4 or (len(lengths) > 2 and pixels(lengths[2]) != 0):
        return False
    sizes = [number(length) or (0.0, "") for length in lengths]
    narrow = all(not size or abs(size) <= _WIDEST.get(unit, 0) for size, unit in sizes)
    return narrow and any(size for size, _ in sizes)


def _is_faint(node: Node) -> bool:
    if node.type != "function" or is_unknown(node):
        return False
    amount = next((part for part in reversed(node.arguments) if part.type != "whitespace"), None)
    alpha = node.lower_name in {"rgba", "hsla"} or any(part == "/" for part in node.arguments)
    if not alpha or amount is None or amount.type not in {"number", "percentage"}:
        return alpha
    return bool(amount.value < _FAINT * (100 if amount.type == "percentage" else 1))
