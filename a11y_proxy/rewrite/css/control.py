"""What a block shows of a control that its author draws: its parts, and that it is on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

FACTS = frozenset({"width", "cursor", "content"})
"""Properties without which a block shows no part of a control."""

_LARGEST = {"px": 64, "em": 4, "rem": 4}
"""By unit; a larger box is no knob."""

_LENGTH = re.compile(r"(?<![\w.#])(\d++(?:\.\d++)?|\.\d++)([a-z]+|%)")
# No match of these looks beyond where the next one might begin: else a long selector is read as often
# as it has parts.
_ON = re.compile(
    r"(?<!\():checked(?>(?!:checked)[^\s>+~(),]|\([^()]*+\))*+(?:\s*+[>+~]\s*+|\s++)[^\s>+~]"
    r"|:has\((?:(?!:has\()[^)])*?:checked"
)
_OFF = re.compile(r":not\((?:(?!:not\()[^)])*?:checked")
_BARE = re.compile(r"""none|normal|(["'])\s*\1""")


def is_on(selectors: Sequence[str]) -> bool:
    """Tells whether a block is for what stands behind a field that is checked, whichever it is."""
    return all(
        ":checked" in part and _ON.search(part) and not _OFF.search(part) for part in selectors
    )


def is_blank(declared: Mapping[str, str]) -> bool:
    """Tells whether a block is that of a pseudo-element without words."""
    return bool(_BARE.fullmatch(declared.get("content", "-")))


def is_part(declared: Mapping[str, str]) -> bool:
    """Tells whether a box without a border is a knob by its size, or says that it can be pressed."""
    if any(name.startswith("border") and "radius" not in name for name in declared):
        return False
    if declared.get("cursor") == "pointer":
        return True
    return all(map(_is_small, (declared.get("width", ""), declared.get("height", ""))))


def _is_small(value: str) -> bool:
    found = _LENGTH.findall(value)
    return bool(found) and all(float(amount) <= _LARGEST.get(unit, 0) for amount, unit in found)
