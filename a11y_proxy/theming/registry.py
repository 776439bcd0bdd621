"""All themes there are, each proved before anyone can choose it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self

from a11y_proxy.theming.contrast import prove
from a11y_proxy.theming.inherit import complete
from a11y_proxy.theming.parse import nearest, parse
from a11y_proxy.theming.theme import Theme, ThemeError


@dataclass(frozen=True)
class Themes(Mapping[str, Theme]):
    """
    The themes by name, in the order in which a visitor sees them.

    `default` is the theme of a visitor who has chosen none; `sheets` maps a name to a part of the
    style sheet that all themes share.
    """

    themes: Mapping[str, Theme]
    sheets: Mapping[str, str]
    default: str

    def __getitem__(self, name: str) -> Theme:
        return self.themes[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.themes)

    def __len__(self) -> int:
        return len(self.themes)

    @property
    def has_typeface(self) -> bool:
        """Whether there is a typeface of our own to choose."""
        return "typeface-legible" in self.sheets

    def faces(self, name: str) -> tuple[Theme, Theme]:
        """Gives what a theme looks like on a light and on a dark system: mostly the same twice."""
        light, dark = self.themes[name].follows or (name, name)
        return self.themes[light], self.themes[dark]

    def repainting(self, name: str) -> str:
        """Gives the theme in which pages of ours are shown: this one if it has colours for them."""
        rest = (each for each in (name, self.default, *self.themes) if self.themes[each].repaints)
        return next(rest, name)

    def preferring(self, default: str | None) -> Self:
        """Gives the same themes with another default, if one is named; raises ThemeError if there is none so named."""
        if default is None:
            return self
        if default not in self.themes:
            raise ThemeError(
                f"the default theme {default!r} does not exist; {nearest(default, self.themes)}"
            )
        return replace(self, default=default)


def build(
    texts: Mapping[str, str],
    css: Mapping[str, str],
    sheets: Mapping[str, str],
    default: str | None = None,
) -> Themes:
    """
    Gives the themes from their files' texts, by theme name (`sheets`: by the name of the part).

    `default` is the operator's choice, else the first theme in order. Raises ThemeError, and
    BrokenPromiseError for colours that do not reach what the theme promises.
    """
    drafts = {name: parse(name, text) for name, text in texts.items()}
    whole = sorted(complete(drafts, css), key=lambda theme: (theme.order, theme.name))
    if not whole:
        raise ThemeError("there is no theme: no folder holds a theme.toml")
    for theme in whole:
        prove(theme)
    themes = {theme.name: theme for theme in whole}
    return Themes(themes, sheets, whole[0].name).preferring(default)
