"""Reads a theme file, and says what is wrong with it in words its author can act on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from a11y_proxy.core.colour import channels
from a11y_proxy.theming.theme import ROLES, ThemeError

PROMISES = ("AA", "AAA", "none")
_NAME = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A theme as its file has it: what it leaves out may come from another one."""

    name: str
    inherit: str | None = None
    promise: str | None = None
    order: int = 0
    light: str | None = None
    dark: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    palette: Mapping[str, str] = field(default_factory=dict)


def parse(name: str, text: str) -> Draft:
    """
    Gives the draft in a `theme.toml`; `name` is the folder's.

    Raises ThemeError for a name that cannot stand in a style sheet, text that is not TOML, unknown
    keys and values that are not allowed.
    """
    if not _NAME.fullmatch(name):
        raise ThemeError(
            f"theme {name!r}: a folder's name may hold only Latin letters, digits, - and _"
        )
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(f"theme {name!r} is not valid TOML: {error}") from error
    _known(name, "", document, ("theme", "title", "palette"))
    head, titles, palette = (_table(name, document, key) for key in ("theme", "title", "palette"))
    _known(name, "theme.", head, _HEAD)
    _known(name, "palette.", palette, ROLES)
    for key, value in head.items():
        _check(name, f"theme.{key}", value, *_HEAD[key])
    for key, value in titles.items():
        _check(name, f"title.{key}", value, _is_text, "some text")
    for key, value in palette.items():
        _check(name, f"palette.{key}", value, _is_colour, "a colour of the form #rrggbb")
    return Draft(name, titles=titles, palette=palette, **head)


def nearest(word: str, allowed: Iterable[str]) -> str:
    """Gives a half-sentence that helps with a name nobody knows."""
    names = sorted(allowed)
    close = get_close_matches(word, names, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(names)}"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_promise(value: object) -> bool:
    return value in PROMISES


def _is_colour(value: object) -> bool:
    try:
        channels(str(value))
    except ValueError:
        return False
    return True


_HEAD: dict[str, tuple[Callable[[object], bool], str]] = {
    "inherit": (_is_text, "the name of a theme"),
    "promise": (_is_promise, '"AA", "AAA" or "none"'),
    "order": (_is_number, "a whole number"),
    "light": (_is_text, "the name of a theme"),
    "dark": (_is_text, "the name of a theme"),
}


def _table(name: str, document: Mapping[str, Any], key: str) -> dict[str, Any]:
    table = document.get(key, {})
    if not isinstance(table, dict):
        raise ThemeError(f"theme {name!r}: {key!r} must be a table, written [{key}]")
    return table


def _known(name: str, place: str, keys: Iterable[str], allowed: Iterable[str]) -> None:
    known = tuple(allowed)
    for key in keys:
        if key not in known:
            raise ThemeError(
                f"theme {name!r} has an unknown key {place + key!r}; {nearest(key, known)}"
            )


def _check(
    name: str, key: str, value: object, allowed: Callable[[object], bool], wanted: str
) -> None:
    if not allowed(value):
        raise ThemeError(f"theme {name!r}: {key!r} must be {wanted}, not {value!r}")
