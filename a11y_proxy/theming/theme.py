"""What a theme is: a closed palette of roles, and what it promises about their contrast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from a11y_proxy.core.colour import luminance

Promise = Literal["AA", "AAA", "none"]
"""
The WCAG level of 1.4.3 or 1.4.6 that every text role keeps on every ground.

`none`: the site's own colours stay, whatever their contrast; the palette is for what is ours.
"""

GROUNDS = ("paper", "surface", "mark")
TEXTS = ("ink", "link", "visited")
LINES = ("line", "focus")
ROLES = (*GROUNDS, *TEXTS, *LINES, "plate")


class ThemeError(ValueError):
    """A theme that cannot be used; the message says which, why, and what would do."""


@dataclass(frozen=True, slots=True)
class Theme:
    """
    One choice of a visitor's.

    `titles` maps a language to the name that a visitor reads; `palette` maps each of `ROLES` to
    `#rrggbb`; `css` is the theme's own part of the style sheet; `order` is its place in lists, and
    the first is the default. `follows` names a light and a dark theme that take this one's
    place as the visitor's system asks (Media Queries 5, prefers-color-scheme); its palette is
    then the light one's.
    """

    name: str
    titles: Mapping[str, str]
    palette: Mapping[str, str]
    promise: Promise = "AAA"
    css: str = ""
    order: int = 0
    follows: tuple[str, str] | None = None

    @property
    def repaints(self) -> bool:
        """Whether pages take the theme's colours; otherwise their own stay."""
        return self.promise != "none"

    @property
    def dark(self) -> bool:
        """Whether the page is dark: form controls and scroll bars then turn dark as well."""
        return luminance(self.palette["paper"]) < luminance(self.palette["ink"])
