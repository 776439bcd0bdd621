"""Turns what pydantic found into a sentence that a person reads who got a file wrong."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches


def sentence(  # noqa: PLR0913 - each is a part of the sentence
    kind: str, name: str, value: object, *, known: Mapping[str, str], called: str, where: str
) -> str:
    """
    Gives the sentence for one mistake.

    `kind` is pydantic's name of it, `name` the key as written, `known` every key with what completes
    "must be …", `called` what a key is there, such as "a setting", `where` the file or variable.
    """
    if kind == "extra_forbidden":
        near = get_close_matches(name, known, n=1, cutoff=0.5)
        outermost = ", ".join(key for key in known if "." not in key)
        hint = f"the nearest is `{near[0]}`" if near else f"there are {outermost}"
        return f"`{name}` is not {called}; {hint} ({where})"
    return f"`{name}` must be {known.get(name, 'a table')}, not {value!r} ({where})"
