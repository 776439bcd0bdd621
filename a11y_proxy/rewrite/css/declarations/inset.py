"""
Insets: where the window is narrower than any site is made for, space goes to the words.

See WCAG 1.4.10 (reflow). `--a11y-inset` is the most space that a box may leave at a side; where it
is not set, what the author gave stands. Space in pixels has not grown with the text.
"""

from __future__ import annotations

import re

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.palette import has_var
from a11y_proxy.rewrite.css.table import Declarations, declaration
from a11y_proxy.rewrite.css.values import number

_MOST = "var(--a11y-inset, 100vw)"
_LEAST = 0.6
"""Times the font size; less space than that is worth nothing to the words."""

_TERMS = re.compile(r"(?:[^\s()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+")
"""The terms of a value; brackets keep theirs."""

_SIDES = {1: (0,), 2: (1,), 3: (1,), 4: (1, 3)}
"""By the number of terms, those that say the space at the left and the right (CSS Box 4 §3.2)."""


def spared(value: str) -> str:
    """Gives space at a side, negative space too, that is never more than a narrow window has."""
    length = number(value)
    if length is None:
        if "%" in value or not (has_var(value) or "em" in value) or value.startswith("min("):
            return value
        return f"clamp(-1 * {_MOST}, {value}, {_MOST})"
    amount, unit = length
    if unit not in {"em", "rem"} or abs(amount) < _LEAST:
        return value
    return f"min({value}, {_MOST})" if amount > 0 else f"max({value}, -1 * {_MOST})"


@declaration("padding", "margin")
def around(name: str, value: str, block: Block) -> Declarations:
    """
    Gives up space at both sides alike; more at one side has a picture or a column in it.

    Before: padding: 1rem 3rem
    After:  padding: 1rem min(3rem, var(--a11y-inset, 100vw))
    """
    del block
    terms = _TERMS.findall(value)
    sides = _SIDES.get(len(terms), ())
    uneven = name == "padding" and len({terms[side] for side in sides}) > 1
    unknown = len(terms) == 1 and has_var(value)  # it may hold several
    if uneven or unknown or not sides:
        return ((name, value),)
    if len(terms) == 1:
        terms = [value, spared(value)]
        return ((name, value if terms[0] == terms[1] else " ".join(terms)),)
    spaced = [spared(term) if side in sides else term for side, term in enumerate(terms)]
    return ((name, " ".join(spaced)),)


@declaration("padding-inline", "margin-inline")
def sides(name: str, value: str, block: Block) -> Declarations:
    """Gives up space at both sides alike."""
    del block
    terms = _TERMS.findall(value)
    if len(terms) != 1 and len({*terms}) > 1 and name == "padding-inline":
        return ((name, value),)
    return ((name, " ".join(map(spared, terms)) if terms else value),)
