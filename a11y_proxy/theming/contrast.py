"""Proves a theme's promise: every pair of colours that can meet is computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11y_proxy.core.colour import contrast, luminance
from a11y_proxy.theming.theme import GROUNDS, LINES, TEXTS, Theme, ThemeError

TEXT_FLOOR = {"AA": 4.5, "AAA": 7.0, "none": 7.0}
"""WCAG 1.4.3 and 1.4.6. What promises nothing for a page still has our own words to show."""

LINE_FLOOR = 3.0
"""WCAG 1.4.11 and 2.4.13."""


class BrokenPromiseError(ThemeError):
    """A theme whose colours do not reach what it promises."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A role on a ground: the ratio it has and the ratio it needs."""

    role: str
    ground: str
    ratio: float
    floor: float

    @property
    def holds(self) -> bool:
        """Whether the ratio reaches the floor; it is never rounded up to it."""
        return self.ratio >= self.floor


def pairs(theme: Theme) -> Iterator[Pair]:
    """
    Gives every role of text and line on every ground.

    Words on the plate of pictures, as those of one that is missing, have the darker of ink and paper.
    """
    floors = dict.fromkeys(TEXTS, TEXT_FLOOR[theme.promise]) | dict.fromkeys(LINES, LINE_FLOOR)
    for role, floor in floors.items():
        for ground in GROUNDS:
            yield Pair(role, ground, contrast(theme.palette[role], theme.palette[ground]), floor)
    dark = min("ink", "paper", key=lambda role: luminance(theme.palette[role]))
    ratio = contrast(theme.palette[dark], theme.palette["plate"])
    yield Pair(dark, "plate", ratio, TEXT_FLOOR[theme.promise])


def prove(theme: Theme) -> None:
    """Raises BrokenPromiseError naming the theme, the pair furthest below its floor, and its ratio."""
    worst = min(pairs(theme), key=lambda pair: pair.ratio / pair.floor)
    if not worst.holds:
        raise BrokenPromiseError(
            f"theme {theme.name!r} promises {theme.promise} but {worst.role} on {worst.ground} "
            f"is {worst.ratio:.2f}:1, below {worst.floor:g}:1"
        )


def lowest(theme: Theme) -> tuple[Pair, Pair]:
    """Gives the lowest pair of the texts, and of the lines."""
    every = tuple(pairs(theme))
    texts = (pair for pair in every if pair.role in TEXTS)
    lines = (pair for pair in every if pair.role in LINES)
    return min(texts, key=lambda pair: pair.ratio), min(lines, key=lambda pair: pair.ratio)
