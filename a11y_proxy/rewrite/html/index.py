"""Which elements of a page have which attribute, kept true from edit to edit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import (
    Edit,
    Flag,
    Insert,
    Remove,
    RemoveAttribute,
    SetAttribute,
    Unwrap,
    Wrap,
    WrapRun,
    WrapSiblings,
    WrapText,
)

TREE = "#tree"
"""Stands among the names that an edit changes where it puts an element in, whatever its name."""


class Index:
    """Answers without a walk over the page; `update` follows an edit that was applied."""

    def __init__(self, root: Element) -> None:
        self._having: defaultdict[str, dict[Element, None]] = defaultdict(dict)
        self._add(root.iter())

    def having(self, name: str) -> Collection[Element]:
        """Gives the elements with this attribute in document order; what edits added comes last."""
        return self._having.get(name, {}).keys()

    def update(self, edit: Edit) -> None:
        """Takes over what an applied edit changed."""
        match edit:
            case SetAttribute(element, name):
                self._having[name][element] = None
            case RemoveAttribute(element, name):
                self._having[name].pop(element, None)
            case Insert(_, new) | Wrap(_, new):
                self._add(new.iter())
            case WrapSiblings(new=new) | WrapRun(new=new) | WrapText(new=new):
                self._add((new,))
            case Remove(element) | Unwrap(element):
                for gone in element.iter():
                    for name in gone.keys():  # noqa: SIM118  # an element is no mapping
                        self._having[name].pop(gone, None)

    def _add(self, elements: Iterable[Element]) -> None:
        having = self._having
        for element in elements:
            for name in element.keys():  # noqa: SIM118  # an element is no mapping
                having[name][element] = None


def names_in(edit: Edit) -> frozenset[str] | None:
    """
    Gives the tags and attributes whose presence or value the edit changes; None for any at all.

    To be asked before the edit is applied: `Wrap` then puts the page's own into the new element.
    """
    match edit:
        case Flag():
            return frozenset()
        case SetAttribute(_, name) | RemoveAttribute(_, name):
            return frozenset((name,))
        case Insert(new=new) | Wrap(new=new) | WrapSiblings(new=new):
            names = {name for part in new.iter() for name in (str(part.tag), *part.keys())}
            return frozenset({*names, TREE})
        case _:
            return None
