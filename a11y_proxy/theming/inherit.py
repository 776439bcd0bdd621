"""Completes themes from the ones they inherit, so that a variant states only what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from a11y_proxy.theming.parse import Draft, nearest
from a11y_proxy.theming.theme import ROLES, Promise, Theme, ThemeError


def complete(drafts: Mapping[str, Draft], css: Mapping[str, str]) -> Iterator[Theme]:
    """
    Gives every theme whole. `css` maps a theme's name to its own style rules.

    Palette, promise and rules are inherited; titles and order are a theme's own. Raises ThemeError
    for a name that no theme has, a circle, and a role without a colour.
    """
    for draft in drafts.values():
        line = tuple(_line(draft, drafts))
        palette = {role: value for each in reversed(line) for role, value in each.palette.items()}
        follows = _follows(draft, drafts)
        if follows is not None:
            light = tuple(_line(drafts[follows[0]], drafts))
            palette = {
                role: value for each in reversed(light) for role, value in each.palette.items()
            }
        for role in ROLES:
            if role not in palette:
                raise ThemeError(
                    f"theme {draft.name!r} has no colour for {role!r}; add it to [palette]"
                )
        if not draft.titles:
            raise ThemeError(f"theme {draft.name!r} has no title; add it to [title]")
        yield Theme(
            name=draft.name,
            titles=draft.titles,
            palette=palette,
            promise=cast("Promise", next((each.promise for each in line if each.promise), "AAA")),
            css="\n".join(css.get(each.name, "") for each in reversed(line)).strip(),
            order=draft.order,
            follows=follows,
        )


def _line(draft: Draft, drafts: Mapping[str, Draft]) -> Iterator[Draft]:
    """Gives a draft, what it inherits, what that inherits, and so on."""
    seen: list[str] = []
    while True:
        if draft.name in seen:
            circle = " -> ".join((*seen, draft.name))
            raise ThemeError(f"theme {draft.name!r} inherits itself: {circle}")
        seen.append(draft.name)
        yield draft
        if draft.inherit is None:
            return
        draft = _named(draft, draft.inherit, "theme.inherit", drafts)


def _follows(draft: Draft, drafts: Mapping[str, Draft]) -> tuple[str, str] | None:
    if draft.light is None and draft.dark is None:
        return None
    if draft.light is None or draft.dark is None:
        raise ThemeError(
            f"theme {draft.name!r} needs both 'theme.light' and 'theme.dark', or neither"
        )
    for key, name in (("theme.light", draft.light), ("theme.dark", draft.dark)):
        other = _named(draft, name, key, drafts)
        if other.light is not None:
            raise ThemeError(
                f"theme {draft.name!r}: {key!r} must name a theme with a palette of its own"
            )
    return draft.light, draft.dark


def _named(draft: Draft, name: str, key: str, drafts: Mapping[str, Draft]) -> Draft:
    if name not in drafts:
        raise ThemeError(
            f"theme {draft.name!r}: {key!r} is {name!r}, which is no theme; {nearest(name, drafts)}"
        )
    return drafts[name]
