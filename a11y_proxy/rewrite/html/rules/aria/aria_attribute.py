"""
Mends misspelt ARIA attributes, and takes away values that mean nothing.

An author who wrote `aria-labeledby` named the element, and nobody hears it. A value outside the standard
counts as none in every browser; a state that the element keeps by itself must not be said twice.

Before:

    <b id="n">Name</b><input aria-labeledby="n"><a href="#" aria-expanded="yes">Menu</a><input type="checkbox" checked aria-checked="false" aria-label="Yes">

After:

    <b id="n">Name</b><input aria-labelledby="n"><a href="#">Menu</a><input type="checkbox" checked aria-label="Yes">

Leaves alone:

    <button aria-expanded="false" aria-haspopup="menu">Menu</button><div role="checkbox" aria-checked="mixed" tabindex="0">All</div>

    <h2 aria-level="3">News</h2><div role="slider" tabindex="0" aria-valuenow="0.5" aria-label="Size"></div>

    <button aria-expanded="{{open}}">Menu</button>

    <i aria-hidden="TRUE"></i><b id="n">Name</b><input aria-labelledby="n" aria-labeledby="m">

See: https://www.w3.org/TR/wai-aria-1.2/#state_prop_values
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, RemoveAttribute, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rule import rule
from a11y_proxy.standards.aria import ATTRIBUTE_NUMBERS, ATTRIBUTE_VALUES

_MEANT: Mapping[str, str] = MappingProxyType(
    {
        "aria-labeledby": "aria-labelledby",
        "aria-labelby": "aria-labelledby",
        "aria-labelled-by": "aria-labelledby",
        "aria-labelled": "aria-labelledby",
        "aria-describeby": "aria-describedby",
        "aria-described-by": "aria-describedby",
        "aria-lable": "aria-label",
    }
)
_SELECTS = ", ".join(
    f"[{name}]" for name in (*_MEANT, *ATTRIBUTE_VALUES, *sorted(ATTRIBUTE_NUMBERS))
)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@rule(criterion="4.1.2", selects=_SELECTS)
def aria_attribute(element: Element, _page: Page) -> Iterator[Edit]:
    for name, value in element.items():
        meant = _MEANT.get(name)
        if meant is not None and element.get(meant) is None:
            why = "The name of the attribute was misspelt, and nobody heard it"
            yield SetAttribute(element, meant, value, why=why)
            yield RemoveAttribute(element, name, why=why)
        elif _means_nothing(name, value.strip().lower()):
            yield RemoveAttribute(element, name, why="The standard gives this value no meaning")
    if element.tag == "input" and element.get("aria-checked") and _is_ticked(element):
        why = "The field tells by itself whether it is ticked"
        yield RemoveAttribute(element, "aria-checked", why=why)


def _means_nothing(name: str, value: str) -> bool:
    if "{" in value:  # a template's own script writes it
        return False
    if name in ATTRIBUTE_VALUES:
        return value not in ATTRIBUTE_VALUES[name]
    return name in ATTRIBUTE_NUMBERS and _NUMBER.fullmatch(value) is None


def _is_ticked(field: Element) -> bool:
    kind = (field.get("type") or "").strip().lower()
    return kind in {"checkbox", "radio"} and field.get("role") is None
