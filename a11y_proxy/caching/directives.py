"""Reads Cache-Control: tolerant of what is unknown, strict with what is malformed (RFC 9111 §5.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping

_DIRECTIVE = re.compile(
    r"""(?P<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+)
        (?:=(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<token>[^,"\s]*)))?
        (?P<rest>[^,]*)(?:,|$)""",
    re.VERBOSE,
)
_CEILING = 2**31
"""RFC 9111 §1.2.2: greater numbers of seconds are read as this."""

Directives = Mapping[str, str]


def directives(line: str) -> Directives:
    """
    Gives the directives of a Cache-Control line: lower-case name to argument, "" where there is none.

    A directive that comes twice with different arguments, or with rubbish behind it, has the
    argument "?", which is no number: what asks for seconds reads it as stale.
    """
    found: dict[str, str] = {}
    for match in _DIRECTIVE.finditer(line):
        name = match["name"].lower()
        # §5.2: delta-seconds are tokens; a quoted number is invalid, and the rest does not care
        quoted = match["quoted"]
        argument = (match["token"] or "") if quoted is None else f'"{quoted}"'
        if match["rest"].strip() or found.get(name, argument) != argument:
            argument = "?"
        found[name] = argument
    return found


def seconds(given: Directives, name: str) -> int | None:
    """Gives a directive's seconds; None where it is absent, 0 (stale) where it is malformed."""
    argument = given.get(name)
    if argument is None:
        return None
    valid = argument.isascii() and argument.isdigit()
    return min(int(argument[:12]), _CEILING) if valid else 0
