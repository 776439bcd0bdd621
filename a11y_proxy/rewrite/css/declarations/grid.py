"""
Grids and columns: what stood side by side follows each other where there is no room.

See WCAG 1.4.10 (reflow). `--a11y-tracks` is one track for grids of several columns or of fixed
ones, `--a11y-pair` for all others, for still less room; `--a11y-cell` is `auto`. Where they
are not set, what the author wrote stands.
"""

from __future__ import annotations

import re

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.palette import has_var
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.rewrite.css.values import number, pixels, scaled
from a11y_proxy.standards.css import ABSOLUTE_UNITS

_FIXED = re.compile(r"(?<![\w.(-])(?:\d*\.)?\d+(?:px|pt|em|rem)\b")
_LEAST = re.compile(r"minmax\(\s*+([^\s,()][^,()]*+),")
_FIRST = re.compile(r"1\s*/\s*1(?:\s*/\s*(?:2|-1)\s*/\s*(?:2|-1))?")
_MANY = 3
_NARROW = 100
"""Pixels; a track that is narrower holds a picture or a number."""

_KEYWORDS = frozenset({"none", "subgrid", "auto", "initial", "inherit", "unset", "revert"})


@declaration("grid-template-columns")
def columns(name: str, value: str, block: Block) -> Declarations:
    """
    Lets fixed tracks grow as far as there is room, and stacks the tracks where there is none.

    Before: grid-template-columns: repeat(auto-fill, minmax(200px, 1fr))
    After:  … repeat(auto-fill, minmax(min(calc(200px * var(--a11y-scale)), 100%), 1fr)) …
    """
    del block
    if not value or value.lower().split()[0] in _KEYWORDS:
        return ((name, value),)
    grown = _LEAST.sub(_least, value) if "minmax(" in value else _FIXED.sub(_track, value)
    stacks = "--a11y-tracks" if _is_wide(value) else "--a11y-pair"
    return ((name, f"var({stacks}, {grown})"),)


def _least(match: re.Match[str]) -> str:
    """Zero stays: without a unit, min() would not take it (CSS Values 4 §10.2)."""
    size = number(match[1].strip())
    known = size and size[0] and (size[1] in ABSOLUTE_UNITS or size[1].endswith("em"))
    return f"minmax(min({scaled(match[1].strip())}, 100%)," if known else match[0]


def _track(match: re.Match[str]) -> str:
    size = pixels(match[0])
    return match[0] if size is not None and size < _NARROW else f"min({scaled(match[0])}, 100%)"


def _is_wide(value: str) -> bool:
    """Tells whether the tracks need more than a telephone has: three, fixed ones, or one of words."""
    sizes = [pixels(found) or _NARROW for found in _FIXED.findall(value)]
    repeated = re.search(r"repeat\(\s*(\d+)", value)
    many = len(value.split()) in {1, *range(_MANY, 99)} or (repeated and int(repeated[1]) >= _MANY)
    return bool(many or has_var(value) or max(sizes, default=0) >= _NARROW)


@declaration("grid-template-areas")
def areas(name: str, value: str, block: Block) -> Declarations:
    """Lets a grid of named areas become one column."""
    del block
    return ((name, value if value.lower() in _KEYWORDS else f"var(--a11y-areas, {value})"),)


@declaration("grid-template", "grid")
def template(name: str, value: str, block: Block) -> Declarations:
    """Lets a grid of named areas or tracks become one column."""
    del block
    kept = value.lower() in _KEYWORDS
    return ((name, value if kept else f"var(--a11y-template, {value})"),)


@declaration(
    "grid-area", "grid-column", "grid-column-start", "grid-column-end",
    "grid-row", "grid-row-start", "grid-row-end",
)  # fmt: skip
def cell(name: str, value: str, block: Block) -> Declarations:
    """
    Lets what had a place in a grid stand where it is read; `1 / -1` is all of one column too.

    What has the first cell to itself is laid over what else has it: words there get a ground.
    """
    if value.lower() in _KEYWORDS:
        return ((name, value),)
    laid = name == "grid-area" and _FIRST.fullmatch(value) and not block.solid
    ground = (("background-color", "var(--a11y-backplate)"),) if laid else ()
    return ((name, f"var(--a11y-cell, {value})"), *ground)


@declaration("grid-auto-flow")
def flow(name: str, value: str, block: Block) -> Declarations:
    """Lets items that made columns of their own make rows."""
    del block
    return ((name, f"var(--a11y-flow, {value})" if "column" in value.lower() else value),)


@declaration("column-count", "columns", "column-width")
def newspaper(name: str, value: str, block: Block) -> Declarations:
    """Lets columns of running text be as wide as enlarged text asks, and be one."""
    del block
    kept = value.lower() in _KEYWORDS or value == "1"
    return ((name, value if kept else f"var(--a11y-cell, {scaled(value)})"),)
