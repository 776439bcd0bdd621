"""
The table by which our script maps what a site's scripts add, made by asking what maps the rest.

There is one truth: no answer is written here. What the script knows by itself is how to read a
value, and which of these tables to ask.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from lxml.etree import Element

from a11y_proxy.rewrite.css.custom import KINDS
from a11y_proxy.rewrite.css.palette import PLATE, ground_of
from a11y_proxy.rewrite.css.probe import (
    COLOUR_WORDS,
    Entry,
    Facts,
    glance,
    of_property,
    of_twin,
    probe,
)
from a11y_proxy.rewrite.css.table import HANDLERS
from a11y_proxy.rewrite.html.steps.presentational import HINTS
from a11y_proxy.standards.css import (
    ABSOLUTE_UNITS,
    FONT_SIZES,
    LEGACY_FONT_SIZES,
    MEDIA_UNITS,
    SIZE_FEATURES,
)

_SHORTHANDS = frozenset(
    {
        "background", "border", "border-bottom", "border-color", "border-left", "border-right",
        "border-top", "caret", "flex", "font", "inset", "margin", "outline", "padding", "text-decoration", "text-wrap",
    }
)  # fmt: skip
"""
What a browser's object model takes apart (CSSOM §6.6.1), unless there is a var() in it: only what
becomes of that must be known.
"""

_RARE = frozenset(
    {
        "behavior", "binding", "tap-highlight-color", "text-emphasis", "text-emphasis-color",
        "text-size-adjust", "text-align-last", "font-size-adjust", "border-image",
        "border-image-source", "background-blend-mode", "text-stroke", "perspective", "scale",
        "flex-shrink", "forced-color-adjust", "scrollbar-color", "text-stroke-width", "all", "zoom", "scroll-behavior", "scroll-snap-type", "user-select",
        "cursor",
    }
)  # fmt: skip
"""
What scripts hardly set, left out together with grids, columns and all logical names of borders and
sizes, so that the script stays small: no answer of theirs decides on the contrast of text.
"""

_FACTS: Mapping[str, Facts] = MappingProxyType(
    {
        "root": {"root": True},
        "masked": {"masked": True},
        "stroke": {"stroke": True},
        "icon": {"pictured": "icon"},
        "clips": {"clips": True},
    }
)
"""
Facts of a block that the script can tell, in the order in which one of them decides. Selected text
is no matter: a guarantee of the appearance sheet covers it.
"""

_SET = frozenset({"colour", "image", "lines", "motion", "shadow", "type"})
"""
The families that are mapped on an element, too. What others say scripts measure on the page as it
is, enlarged: set on one element, it stays. An icon keeps it, too.
"""

_LOGICAL = re.compile(r"-(?:block|inline)|^(?:block|inline)-|^(?:grid|column)")

_LEFT = {"any": 0}

_NAMES = (
    "white", "whitesmoke", "snow", "ivory", "ghostwhite", "aliceblue", "black", "gainsboro",
    "lightgray", "canvas", "field", "window",
)  # fmt: skip
"""Names of colours that may be nearly white or black; of others hardly a script makes use."""

_UNUSUAL = frozenset(
    {"width", "cols", "scrolling", "noresize", "text", "link", "vlink", "alink"}
)  # fmt: skip

_EXAMPLES = {"align": "justify", "size": "3"}


@lru_cache(1)
def table() -> str:
    """
    Gives the table as JSON; `probe` says how an answer is written.

    What several properties, or kinds of value, have in common stands once: every mapping is a list
    of pairs, names parted by spaces and what they share.
    """
    return json.dumps(_table(), separators=(",", ":"), sort_keys=True)


def _table() -> dict[str, object]:
    names = {name for name in HANDLERS.keys() - _RARE if not _LOGICAL.search(name)}
    long = sorted(names - _SHORTHANDS)
    measured = set(filter(_is_measured, long))
    plain = {name: entry for name in long if (entry := _probed(name, {})) != _LEFT}
    short = {name: _with_var(name) for name in sorted(names & _SHORTHANDS)}
    return {
        "set": _entries({name: entry for name, entry in plain.items() if name not in measured}),
        "measured": _entries({name: entry for name, entry in plain.items() if name in measured}),
        "var": _shared({name: answer for name, answer in short.items() if answer != 0}),
        "facts": [[fact, _entries(_changed(long, fact))] for fact in _FACTS],
        "twins": {
            use: _shared(probe(of_twin(use), coloured=True, pictured=True, numbers=True))
            for use in KINDS
        },
        "words": COLOUR_WORDS,
        "paper": [name for name in _NAMES if ground_of(name) == "paper"],
        "units": dict(ABSOLUTE_UNITS),
        "sizes": sorted(SIZE_FEATURES),
        "scaled": sorted(MEDIA_UNITS),
        "hints": _hints(),
        "steps": LEGACY_FONT_SIZES,
        "plate": PLATE,
    }


def _shared(table: Mapping[str, object]) -> list[list[object]]:
    """Gives the keys that have one value in common, in one string, each group with its value."""
    groups: dict[str, list[str]] = {}
    for key, value in table.items():
        groups.setdefault(json.dumps(value), []).append(key)
    return [[" ".join(keys), json.loads(value)] for value, keys in groups.items()]


def _entries(table: Mapping[str, Entry]) -> list[list[object]]:
    return _shared({name: _shared(entry) for name, entry in table.items()})


def _probed(name: str, facts: Facts) -> Entry:
    pictured = "background" in name or "image" in name
    coloured = "color" in name or name in {"background", "fill", "stroke"}
    return probe(
        of_property(name, facts), coloured=coloured, pictured=pictured, numbers=not coloured
    )


def _with_var(name: str) -> object:
    found = _probed(name, {})
    return found.get("var", found["any"])


def _changed(names: list[str], fact: str) -> dict[str, Entry]:
    facts = _FACTS[fact]
    return {
        name: _difference(_probed(name, {}), _probed(name, facts))
        for name in names
        if glance(of_property(name, facts)) != glance(of_property(name, {}))
        and not (fact == "icon" and _is_measured(name))
    }


def _difference(usual: Entry, changed: Entry) -> Entry:
    """Gives what must be laid over an entry to get another; sizes by word are the usual ones."""
    kinds = changed.keys() - FONT_SIZES.keys() | (usual.keys() - changed.keys())
    found = {kind: changed.get(kind, changed["any"]) for kind in sorted(kinds)}
    return {kind: there for kind, there in found.items() if there != usual.get(kind)}


def _is_measured(name: str) -> bool:
    return HANDLERS[name].__module__.rpartition(".")[2] not in _SET


def _hints() -> dict[str, dict[str, str]]:
    """
    Gives attribute to elements, parted by spaces, to the property that replaces it; none drops it.

    Lengths are left out, a script measures them, and so is what only the whole page has.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for name, (tags, hint) in sorted(HINTS.items()):
        for tag in sorted(tags - {"input"}):
            text = hint(Element(tag), _EXAMPLES.get(name, "red"))
            if name not in _UNUSUAL and text is not None:
                property_ = text.partition(":")[0]
                found.setdefault(name, {}).setdefault(property_, []).append(tag)
    return {name: {" ".join(tags): to for to, tags in by.items()} for name, by in found.items()}
