"""
Insets: where the window is narrower than any site is made for, space goes to the words.

See WCAG 1.4.10 (reflow). `--a11y-inset` is the most space that a box may leave within its sides,
`--a11y-apart` beside them, and `--a11y-outset` the most that it may be drawn out over them. Where
they are not set, what the author gave stands. Padding in pixels has not grown with the text.
`--a11y-cushion` stands there for a padding of which only the browser knows how many sides it names; such a
margin is `--a11y-apart` all around.
"""

from __future__ import annotations

import re

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.length import growing
from a11y_proxy.rewrite.css.palette import has_var
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.rewrite.css.values import number

_INSIDE = "var(--a11y-inset, 100vw)"
_BESIDE = "var(--a11y-apart, 100vw)"
_OUT = "-1 * var(--a11y-outset, 100vw)"
_LEAST = {"em": 0.35, "rem": 0.35, "px": 8}
"""By unit; less space than that is worth nothing to the words."""

_FAR = 80
"""Pixels; a box that far from its place makes room for a column, or is out of sight."""

_BAR = {"px": 40, "em": 2.5, "rem": 2.5}
"""By unit; the body of a page has so much space at its top only where something is laid over it."""

_HANGS = {"em": 0.6, "rem": 0.6, "px": 30}
"""By unit; what lies farther outside is out of sight, or has room made for it."""

_ALIAS = re.compile(r"var\(--[\w-]+\)", re.IGNORECASE)

_TERMS = re.compile(r"(?:[^\s()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+")
"""The terms of a value; brackets keep theirs."""

_SIDES = {1: (0,), 2: (1,), 3: (1,), 4: (1, 3)}
"""By the number of terms, those that say the space at the left and the right (CSS Box 4 §3.2)."""


def spared(name: str, value: str, *, even: bool = False) -> str:
    """
    Gives the space of a side, or of a row drawn out of its column, that a narrow window can give.

    `even`: the other side has as much. That is the edge of a page; else it keeps neighbours apart.
    """
    most = _INSIDE if even or name.startswith("padding") else _BESIDE
    length = number(value)
    if length is None:
        if "%" in value or not (has_var(value) or "em" in value) or value.startswith("min("):
            return value
        return f"clamp({_OUT}, {value}, {most})"
    amount, unit = length
    least = _LEAST.get(unit)
    if least is None or abs(amount) < least:
        return value
    if unit == "px" and ((name.startswith("padding") and not even) or abs(amount) > _FAR):
        return value
    return f"min({value}, {most})" if amount > 0 else f"max({value}, {_OUT})"


def alongside(value: str) -> str:
    """
    Gives a space at one side that a variable says: as wide as the column has grown, if it is one's.

    Browsers compare: a variable that is no wider than a space between words stays as it is.
    """
    if not _ALIAS.fullmatch(value):
        return value
    return f"clamp({value}, ({value} - {_FAR}px) * 9999, {growing(value)})"


def roomy(name: str, value: str) -> str:
    """Gives room for what hangs at one side: in a narrow window as much as an icon needs."""
    most = _INSIDE if name.startswith("padding") else _BESIDE
    return f"min({value}, max({most}, 30%))" if number(value) else value


def drawn_out(value: str) -> str | None:
    """Gives an edge that lies a little outside, no more so than a window has room for."""
    length = number(value)
    if length is None or length[1] not in _LEAST or not -_HANGS[length[1]] < length[0] < 0:
        return None
    return f"max({value}, {_OUT})"


@declaration("padding", "margin")
def around(name: str, value: str, block: Block) -> Declarations:
    """
    Gives up space at both sides alike; more at one side has a picture or a column in it.

    A dot that only screen readers read is drawn back from the edge that it would stand behind.

    Before: padding: 1rem 3rem
    After:  padding: 1rem min(3rem, var(--a11y-inset, 100vw))
    """
    if value == "0" and block.small and block.stroke and block.place == "mark":
        return ((name, "-1px" if name == "margin" else value),)
    terms = _TERMS.findall(value)
    if block.body and len(terms) > 2 and terms[0] != terms[2] and _is_a_bars(terms[0]):
        return ((name, " ".join(["0", *terms[1:]])),)
    if len(terms) == 1 and has_var(value):  # it may hold several
        known = block.thin or block.picture == "icon"
        spaces = "apart" if name == "margin" else "cushion"
        return ((name, value if known else f"var(--a11y-{spaces}, {value})"),)
    return ((name, " ".join(_spaced(name, terms)) if len(terms) in _SIDES else value),)


def _spaced(name: str, terms: list[str]) -> list[str]:
    """Writes the space at all sides, that at the left and the right as far as the window has it."""
    if len(terms) == 1:
        side = spared(name, terms[0], even=True)
        return terms if side == terms[0] else [*terms, side]
    sides = _SIDES[len(terms)]
    even = len({terms[side] for side in sides}) == 1
    if name == "padding" and not even:
        return _uneven(name, terms)
    return [
        spared(name, term, even=even) if side in sides else term for side, term in enumerate(terms)
    ]


def _uneven(name: str, terms: list[str]) -> list[str]:
    """Writes the padding of two sides of which one may have a picture in it."""
    top, right, bottom, left = terms
    there, other = number(right), number(left)
    if there is None or other is None or there[1] != other[1]:
        return terms
    most, least = max(there, other), min(there, other)
    spaced = [
        roomy(name, side) if number(side) == most and most[0] >= 1.5 * least[0]
        else spared(name, side, even=True)
        for side in (right, left)
    ]  # fmt: skip
    return [top, spaced[0], bottom, spaced[1]]


@declaration("padding-top", "padding-block-start")
def above(name: str, value: str, block: Block) -> Declarations:
    """Leaves no empty strip above the page where a bar, now in the page, was fixed over it."""
    return ((name, "0" if block.body and _is_a_bars(value) else value),)


def _is_a_bars(value: str) -> bool:
    """Tells whether space above a whole page is as high as bars are."""
    length = number(value)
    return bool(length and length[0] >= _BAR.get(length[1], length[0] + 1))


@declaration("padding-inline", "margin-inline")
def sides(name: str, value: str, block: Block) -> Declarations:
    """Gives up space at both sides alike."""
    del block
    terms = _TERMS.findall(value)
    if len(terms) != 1 and len({*terms}) > 1 and name == "padding-inline":
        return ((name, value),)
    return (
        (name, " ".join(spared(name, term, even=len({*terms}) == 1) for term in terms) or value),
    )


@declaration("margin-inline-start", "margin-inline-end")
def beside(name: str, value: str, block: Block) -> Declarations:
    """Gives up space at one side, and draws no row out over its column's edge."""
    del block
    return ((name, spared(name, alongside(value))),)
