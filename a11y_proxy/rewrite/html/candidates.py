"""Finds what each rule has to look at, in one pass over the page for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import chain

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.selector import Compound

Attribute = tuple[str, str | None]


def select(rules: Sequence[Rule], page: Page) -> list[Sequence[Element]]:
    """Gives each rule's candidates in document order; rules that select alike share one list."""
    finder = _Finder(page)
    found: list[Sequence[Element]] = [()] * len(rules)
    for compounds, places in _by_selection(tuple(rules)).items():
        candidates = finder.find(compounds)
        for place in places:
            found[place] = candidates
    return found


@cache
def _by_selection(rules: tuple[Rule, ...]) -> Mapping[tuple[Compound, ...], Sequence[int]]:
    places: dict[tuple[Compound, ...], list[int]] = {}
    for place, rule in enumerate(rules):
        places.setdefault(rule.compounds, []).append(place)
    return places


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

    def find(self, compounds: Sequence[Compound]) -> Sequence[Element]:
        """Gives the elements that one of the compounds fits, in document order."""
        if len(compounds) == 1 and compounds[0].tag is not None:
            return self._fitting(compounds[0])
        found = dict.fromkeys(chain.from_iterable(map(self._fitting, compounds)))
        return sorted(found, key=self._place.__getitem__) if found else ()

    def _fitting(self, compound: Compound) -> Sequence[Element]:
        attributes = compound.attributes
        if compound.tag is not None:
            found = self._tagged.get(compound.tag, [])
        else:
            found, attributes = list(self._having(attributes[0])), attributes[1:]
        for attribute in attributes if found else ():
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
