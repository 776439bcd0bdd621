"""The families of handlers; importing them fills the table."""

from a11y_proxy.rewrite.css.declarations import box, colour, image, lines, motion, transform
from a11y_proxy.rewrite.css.declarations import type as typography

__all__ = ["box", "colour", "image", "lines", "motion", "transform", "typography"]
