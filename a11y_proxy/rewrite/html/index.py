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
"""Stands among the names that an edit changes where it puts in an element of any name, or takes one away."""

AUTHORS = "#authors"
"""Stands among them where that element is no word of ours, but holds or held what its authors wrote."""


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
            case SetAttribute():
                self._having[edit.name][edit.element] = None
            case RemoveAttribute():
                self._having[edit.name].pop(edit.element, None)
            case Flag():
                return ()
            case Insert(_, new):
                names = self._names(new.iter())
                return {TREE, *names} if OURS in names else {TREE, AUTHORS, *names}
            case Wrap(new=new) | WrapSiblings(new=new) | WrapRun(new=new) | WrapText(new=new):
                return {TREE, AUTHORS, *self._names((new,))}
            case Remove(element) | Unwrap(element):
                return {TREE, AUTHORS, *self._names(element.iter(), gone=True)}
            case _:
                return None
        return (edit.name,)

    def _names(self, elements: Iterable[Element], *, gone: bool = False) -> set[str]:
        """Gives the names of elements that are new or gone, and of their attributes."""
        names: set[str] = set()
        for element in elements:
            names.add(str(element.tag))
            for name in element.keys():  # noqa: SIM118  # an element is no mapping
                names.add(name)
                if gone:
                    self._having[name].pop(element, None)
                else:
                    self._having[name][element] = None
        return names
