"""The families of handlers; importing them fills the table."""

from a11y_proxy.rewrite.css.declarations import (
    box,
    colour,
    display,
    grid,
    image,
    inset,
    lines,
    motion,
    position,
    shadow,
    transform,
)
from a11y_proxy.rewrite.css.declarations import type as typography

__all__ = [
    "box",
    "colour",
    "display",
    "grid",
    "image",
    "inset",
    "lines",
    "motion",
    "position",
    "shadow",
    "transform",
    "typography",
]
