"""Finds what each rule has to look at, in one pass over the page for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.selector import Compound

Attribute = tuple[str, str | None]
ByName = Mapping[str | None, Sequence[Compound]]
"""Compounds by the attribute that those without a tag ask for first; by None those with a tag."""


def select(rules: Sequence[Rule], page: Page) -> list[Collection[Element]]:
    """Gives each rule's candidates in document order; rules that select alike share one list."""
    finder = _Finder(page)
    found: list[Collection[Element]] = [()] * len(rules)
    for compounds, places in _plan(tuple(rules)):
        candidates = finder.find(compounds)
        for place in places:
            found[place] = candidates
    return found


@cache
def _plan(rules: tuple[Rule, ...]) -> Sequence[tuple[ByName, Sequence[int]]]:
    places: defaultdict[tuple[Compound, ...], list[int]] = defaultdict(list)
    for place, rule in enumerate(rules):
        places[rule.compounds].append(place)
    return [(_by_name(compounds), together) for compounds, together in places.items()]


def _by_name(compounds: Sequence[Compound]) -> ByName:
    found: defaultdict[str | None, list[Compound]] = defaultdict(list)
    for compound in compounds:
        found[None if compound.tag is not None else compound.attributes[0][0]].append(compound)
    return found


class _Finder:
    """The page's elements by tag, and by each attribute and value that is asked for."""

    def __init__(self, page: Page) -> None:
        elements = list(page.root.iter())
        self._place = dict(zip(elements, range(len(elements)), strict=True))
        self._tagged: defaultdict[object, list[Element]] = defaultdict(list)
        for element in elements:
            self._tagged[element.tag].append(element)
        self._index = page.index
        self._valued: dict[str, dict[str, dict[Element, None]]] = {}

    def find(self, compounds: ByName) -> Collection[Element]:
        """Gives the elements that one of the compounds fits, in document order."""
        found = list(self._found(compounds))
        if len(found) < 2 and compounds.keys() == {None}:
            return found[0] if found else ()
        return sorted({each for some in found for each in some}, key=self._place.__getitem__)

    def _found(self, compounds: ByName) -> Iterator[Collection[Element]]:
        for compound in compounds.get(None, ()):
            if (tagged := self._tagged.get(compound.tag)) is not None:
                yield self._fitting(tagged, compound.attributes)
        for name in compounds.keys() & self._index.names():
            for compound in compounds[name]:
                first, *others = compound.attributes
                yield self._fitting(self._having(first), others)

    def _fitting(
        self, found: Collection[Element], attributes: Sequence[Attribute]
    ) -> Collection[Element]:
        for attribute in attributes:
            having = self._having(attribute)
            found = [element for element in found if element in having]
        return found

    def _having(self, attribute: Attribute) -> Collection[Element]:
        name, value = attribute
        having = self._index.having(name)
        if value is None or not having:
            return having
        if name not in self._valued:
            valued: dict[str, dict[Element, None]] = {}
            for element in having:
                written = (element.get(name) or "").strip().lower()
                valued.setdefault(written, {})[element] = None
            self._valued[name] = valued
        return self._valued[name].get(value, {})
