"""What is out of sight until something moves it into view: an animation, or a script on scrolling."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from a11y_proxy.rewrite.css.values import number

Reveal = Literal["no", "animation", "carousel", "script"]
"""
`animation`: an animation of its own shows the box; `carousel`: for a while, over and over again.
`script`: a script shows the box when it is scrolled to; where no script runs, nothing would.
"""

FACTS = frozenset({"opacity", "visibility"})
"""Properties without which a block hides nothing that could be revealed."""

_ANIMATIONS = ("animation", "animation-name", "-webkit-animation", "-webkit-animation-name")
_MOVES = frozenset(
    {"transition", "transition-property", "transition-duration", "transform", "will-change"}
    | {"translate", "rotate", "scale"}
)
_OUT_OF_FLOW = frozenset({"absolute", "fixed"})


def reveal_of(declared: Mapping[str, str]) -> Reveal:
    """
    Tells what reveals a box, from its declarations: lower-case names to lower-case values.

    A drawing (`content`) says nothing, and what is out of the flow is a menu or a dialogue: hidden
    until somebody asks for it.
    """
    clear = _is_clear(declared)
    if not (clear or declared.get("visibility") == "hidden") or "content" in declared:
        return "no"
    animations = [declared[name] for name in _ANIMATIONS if declared.get(name, "none") != "none"]
    if animations:
        endless = "infinite" in declared.get("animation-iteration-count", "") + animations[0]
        return "carousel" if endless else "animation"
    if declared.get("position") in _OUT_OF_FLOW or "display" in declared:
        return "no"
    moves = clear and not _MOVES.isdisjoint(declared)
    return "script" if moves or (not clear and len(declared) == 1) else "no"


def _is_clear(declared: Mapping[str, str]) -> bool:
    opacity = number(declared.get("opacity", ""))
    return opacity is not None and opacity[0] <= 0
