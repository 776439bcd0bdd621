"""
Reads what a rule selects, so that one pass over a page can ask for all rules.

Only what dispatch can answer in no time is allowed: a comma list of compounds, each of a tag and
attributes. The rest of a rule's condition stands in the rule.
"""

from __future__ import annotations

from dataclasses import dataclass

import cssselect
from cssselect.parser import Attrib
from cssselect.parser import Element as Tag


@dataclass(frozen=True, slots=True)
class Compound:
    """
    A tag or any (`None`), and attributes with the value they must have or any (`None`).

    Values are compared as HTML compares keywords: case and surrounding spaces aside.
    """

    tag: str | None
    attributes: tuple[tuple[str, str | None], ...] = ()


def compile_selector(text: str) -> tuple[Compound, ...]:
    """Gives the compounds of a selector list; raises ValueError for a typo or anything more."""
    try:
        return tuple(_compound(selector.parsed_tree) for selector in cssselect.parse(text))
    except cssselect.SelectorSyntaxError as error:
        raise ValueError(f"{text!r} is no selector: {error}") from error


def _compound(tree: object) -> Compound:
    attributes: list[tuple[str, str | None]] = []
    while isinstance(tree, Attrib) and tree.operator in {"exists", "="}:
        value = None if tree.value is None else (tree.value.value or "").lower()
        attributes.append((tree.attrib.lower(), value))
        tree = tree.selector
    if not isinstance(tree, Tag) or not (tree.element or attributes):
        raise ValueError(f"a rule selects by tag and attribute only, not by {tree!r}")
    return Compound(tree.element and tree.element.lower(), tuple(reversed(attributes)))
