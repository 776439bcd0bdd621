"""
Custom properties by use: what a variable is as a ground need not be what it is as a text.

Beside the author's `--x` stand twins, one for each kind of use that `--x` can have: `--a11y-ground-x`
is its ground. A property that uses `--x` in that way reads the twin. Twins cascade, inherit, fall back
and go in circles where the originals do (CSS Variables 1 §2, §3), so neither all sheets nor the
document need be known; and whatever a script puts into `--x`, a twin holds only answers of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from tinycss2.serializer import serialize_name

from a11y_proxy.rewrite.css.syntax import Node

Twin = Callable[[str], str | None]
"""Takes the value of a custom property; gives what it is to one kind of use, None if nothing."""

KINDS: dict[str, Twin] = {}
"""Name of a kind to its twin; filled as the families of declarations are imported."""

OURS = "--a11y-"
"""What the names of our own custom properties begin with."""

_ALIAS = re.compile(r"var\(--(?!a11y-)([A-Za-z0-9_-]+)\)")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_-]*")
"""Names that are written as they are."""

_OF_LISTS = ("ground",)
"""What several words without brackets can be, and a colour in hexadecimal digits."""

_LONG, _LONGEST = 300, 4000
"""Characters of a value that nobody uses as a colour or a length, and of one that is no icon."""


_NAMES: dict[str, re.Pattern[str]] = {}
"""Name of a kind to how the names of variables begin that may be of it."""


def kind(name: str, *, names: str = "") -> Callable[[Twin], Twin]:
    """
    Enters a kind of use; twins are named `--a11y-<name>-…`.

    What stands for a variable has a twin of this kind only if `names` matches the variable's, in
    lower case: variables that stand for others are most of a framework's, and their twins of its weight.
    """

    def enter(twin: Twin) -> Twin:
        if name in KINDS:
            raise ValueError(f"two twins of kind {name}")
        KINDS[name] = twin
        _NAMES[name] = re.compile(names)
        return twin

    return enter


def twins(name: str, value: str, end: str) -> str:
    """Writes the twins of a custom property, which is named as written, each with its `end`."""
    if "{" in value or len(value) > (_LONGEST if "url(" in value else _LONG):
        return ""
    own = name[2:]
    return "".join([f"{OURS}{use}-{own}:{twin}{end}" for use, twin in _of(value.strip())])


@lru_cache(8192)
def _of(value: str) -> tuple[tuple[str, str], ...]:
    if alias := _ALIAS.fullmatch(value):
        low = alias[1].lower()
        same = [use for use in sorted(KINDS) if _NAMES[use].match(low)]
        return tuple([(use, f"var({OURS}{use}-{alias[1]})") for use in same])
    uses = _OF_LISTS if "(" not in value and (" " in value or value[:1] == "#") else sorted(KINDS)
    return tuple([(use, twin) for use in uses if (twin := KINDS[use](value))])


def renamed(use: str, value: str) -> str | None:
    """Gives the twin of a variable that is a whole value; None for what is not plainly one."""
    alias = _ALIAS.fullmatch(value)
    return f"var({OURS}{use}-{alias[1]})" if alias else None


def reading(use: str, name: Node, fallback: str = "") -> str:
    """Writes the use of a variable's twin; `name` is the identifier in var()."""
    tail = f",{fallback}" if fallback else ""
    own = name.value[2:]
    return f"var({OURS}{use}-{own if _PLAIN_NAME.fullmatch(own) else serialize_name(own)}{tail})"
