"""Which space of a block is there for what is placed in it, told from its own declarations."""

from __future__ import annotations

from collections.abc import Mapping

from a11y_proxy.rewrite.css.values import number

SIDES = ("padding-left", "padding-right", "padding-inline-start", "padding-inline-end")
MARGINS = ("margin-left", "margin-right", "margin-inline-start", "margin-inline-end")


def hung(declared: Mapping[str, str], *, each: bool) -> str:
    """
    Gives the padding that is there for what is placed in it: of one side alone, or the larger.

    Also the margin of one side that each child of a box has: what is there is none of them.
    """
    if each and len(margins := [name for name in MARGINS if name in declared]) == 1:
        return margins[0]
    named = [name for name in SIDES if name in declared]
    sides = {name: length for name in named if (length := number(declared[name]))}
    if len(sides) == 1 and "padding" not in declared:
        return next(iter(sides)) if declared.get("position") == "relative" else ""
    if len(sides) != 2 or len({unit for _, unit in sides.values()}) > 1:
        return ""
    (small, _), (large, name) = sorted((amount, name) for name, (amount, _) in sides.items())
    return name if large >= 2 * small else ""
