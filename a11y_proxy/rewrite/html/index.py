"""Which elements of a page have which attribute, kept true from edit to edit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, KeysView
from collections.abc import Set as AbstractSet

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
from a11y_proxy.rewrite.html.elements import OURS

TREE = "#tree"
"""Stands among the names that an edit changes where it puts an element in, whatever its name."""

AUTHORS = "#authors"
"""Stands among them where that element is no word of ours, but around what its authors wrote."""


class Index:
    """Answers without a walk over the page; `update` follows an edit that was applied."""

    def __init__(self, root: Element) -> None:
        self._having: defaultdict[str, dict[Element, None]] = defaultdict(dict)
        having = self._having
        for element in root.iter():
            for name in element.keys():  # noqa: SIM118  # an element is no mapping
                having[name][element] = None

    def having(self, name: str) -> KeysView[Element]:
        """Gives the elements with this attribute in document order; what edits added comes last."""
        return self._having.get(name, {}).keys()

    def names(self) -> AbstractSet[str]:
        """Gives the names of attributes that are on the page, or were."""
        return self._having.keys()

    def update(self, edit: Edit) -> Collection[str] | None:
        """
        Takes over what an applied edit changed.

        Gives the tags and attributes whose presence or value it changed; None for any at all.
        """
        match edit:
            case SetAttribute(element, name):
                self._having[name][element] = None
                return (name,)
            case RemoveAttribute(element, name):
                self._having[name].pop(element, None)
                return (name,)
            case Flag():
                return ()
            case Insert(_, new):
                names = self._add(new.iter())
                return {TREE, *names} if OURS in names else {TREE, AUTHORS, *names}
            case Wrap(new=new) | WrapSiblings(new=new):
                return {TREE, AUTHORS, *self._add((new,))}
            case WrapRun(new=new) | WrapText(new=new):
                self._add((new,))
            case Remove(element) | Unwrap(element):
                for gone in element.iter():
                    for name in gone.keys():  # noqa: SIM118  # an element is no mapping
                        self._having[name].pop(gone, None)
        return None

    def _add(self, elements: Iterable[Element]) -> set[str]:
        """Gives the names of the elements and of their attributes."""
        names: set[str] = set()
        for element in elements:
            names.add(str(element.tag))
            for name in element.keys():  # noqa: SIM118  # an element is no mapping
                names.add(name)
                self._having[name][element] = None
        return names
