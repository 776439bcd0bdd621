"""How much of a page's layout is where it was: blocks of text before and after, by their words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

NEAR = 0.1  # of the window's width across, of the page's height down

Layout = dict[str, Any]


@dataclass
class Kept:
    """`blocks` found on both sides, and those that `moved` with where from and where to."""

    blocks: int = 0
    moved: list[str] = field(default_factory=list)
    missing: int = 0

    @property
    def share(self) -> float:
        """The share of blocks that stand where they stood."""
        return 1 - len(self.moved) / self.blocks if self.blocks else 1.0


def compare(before: Layout, after: Layout) -> Kept:
    """
    Compares two layouts, as the script "blocks" gives them.

    A block is kept where its left side and its width are within 10 % of the window's width, and its
    top, as a share of the page's height, within 10 % of it. A paragraph whose lines were longer than
    eighty characters is as wide as it may be.
    """
    found = Kept()
    for old, new in pairs(before["blocks"], after["blocks"]):
        found.blocks += 1
        wide = NEAR * before["width"]
        left, width = new["left"] - old["left"], new["width"] - old["width"]
        if new["measured"] and width < 0:  # lines of eighty characters, as promised
            width = 0
        down = new["top"] / after["height"] - old["top"] / before["height"]
        if abs(left) > wide or abs(width) > wide or abs(down) > NEAR:
            found.moved.append(
                f"{new['path']} “{new['said'][:30]}”"
                f" left {old['left']:.0f} → {new['left']:.0f},"
                f" width {old['width']:.0f} → {new['width']:.0f}, down {100 * down:+.0f} %"
            )
    found.missing = len(before["blocks"]) - found.blocks
    return found


def pairs(before: list[Layout], after: list[Layout]) -> list[tuple[Layout, Layout]]:
    """Gives the blocks of the same words, in order; a repeated text goes with its neighbours."""
    theirs, ours = ([block["said"] for block in side] for side in (before, after))
    together = SequenceMatcher(a=theirs, b=ours, autojunk=False).get_matching_blocks()
    found = [(match.a + step, match.b + step) for match in together for step in range(match.size)]
    # What changed its order is found by its words where they stand once on each side.
    lone = defaultdict[str, list[list[int]]](lambda: [[], []])
    for side, texts in enumerate((theirs, ours)):
        for index, text in enumerate(texts):
            lone[text][side].append(index)
    known = {one for one, _ in found}
    found += [
        (mine[0], other[0])
        for mine, other in lone.values()
        if len(mine) == len(other) == 1 and mine[0] not in known
    ]
    return [(before[one], after[other]) for one, other in found]
