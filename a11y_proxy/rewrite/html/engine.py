"""
Runs the rules over a page: one pass to select, then rule by rule gather, apply, tell.

Law: a rule that fails changes nothing, is named, and the page goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from lxml.etree import _Element as Element

from a11y_proxy.core.repair import Repair
from a11y_proxy.rewrite.html.apply import apply
from a11y_proxy.rewrite.html.edits import Edit, Flag, Remove, Unwrap
from a11y_proxy.rewrite.html.index import Index, names_in
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.selector import Compound

Entries = dict[Compound, list[int]]
"""Compounds, each with the places of its rules."""

Dispatch = dict[str, Entries]
"""Tag, or attribute, to the compounds that ask for it first."""


def run(
    rules: Sequence[Rule], page: Page, *, strict: bool = False
) -> tuple[tuple[Repair, ...], tuple[str, ...]]:
    """
    Repairs the page; gives what was done or flagged, and the ids of the rules that gave up.

    With `strict` (tests) a failing rule raises.
    """
    repairs: list[Repair] = []
    gave_up: list[str] = []
    gone: set[Element] = set()
    page.index = Index(page.root)
    for rule, candidates in zip(rules, select(tuple(rules), page), strict=True):
        standing = _without(gone, candidates) if gone else candidates
        try:
            edits = gather(rule, standing, page)
            repairs += carry_out(edits, rule, page, gone)
        except Exception:  # whatever a rule trips over must not cost the page
            if strict:
                raise
            gave_up.append(rule.id)
    page.forget()
    return tuple(repairs), tuple(gave_up)


def select(rules: tuple[Rule, ...], page: Page) -> list[list[Element]]:
    """Gives each rule's candidates in document order, in one pass over the elements."""
    by_tag, by_attribute = _dispatch(rules)
    marked: dict[Element, Entries] = {}
    for name, entries in by_attribute.items():
        for element in page.index.having(name):
            marked.setdefault(element, {}).update(entries)
    found: list[list[Element]] = [[] for _ in rules]
    for element in page.root.iter():
        if element.tag in by_tag:
            _offer(element, by_tag[element.tag], found)
        if element in marked:
            _offer(element, marked[element], found)
    return found


def gather(rule: Rule, candidates: Sequence[Element], page: Page) -> list[Edit]:
    """Gives the edits that a rule asks for, and changes nothing."""
    return [edit for element in candidates for edit in rule.gather(element, page)]


def carry_out(
    edits: Sequence[Edit], rule: Rule, page: Page, gone: set[Element]
) -> Iterator[Repair]:
    """
    Applies a rule's edits and gives their repairs; none where nothing had to change.

    What is taken away comes to `gone`, and edits of what is there are skipped.
    """
    tree = page.root.getroottree()
    names: set[str] | None = set()
    try:
        for edit in edits:
            if edit.element in gone:
                continue
            where = tree.getpath(edit.element)
            touched = names_in(edit)
            told = apply(edit)
            if told is None:
                continue
            if names is not None and touched is not None:
                names.update(touched)
            else:
                names = None
            page.index.update(edit)
            kind = type(edit)
            if kind is Remove or kind is Unwrap:
                gone.update(edit.element.iter())
            yield Repair(rule.id, rule.criterion, where, *told, edit.why, kind is Flag)
    finally:
        page.forget(None if names is None else frozenset(names))


def _without(gone: set[Element], elements: Sequence[Element]) -> list[Element]:
    return [element for element in elements if element not in gone]


@cache
def _dispatch(rules: tuple[Rule, ...]) -> tuple[Dispatch, Dispatch]:
    by_tag: Dispatch = {}
    by_attribute: Dispatch = {}
    for place, rule in enumerate(rules):
        for compound in rule.compounds:
            if compound.tag is None:
                entries = by_attribute.setdefault(compound.attributes[0][0], {})
            else:
                entries = by_tag.setdefault(compound.tag, {})
            entries.setdefault(compound, []).append(place)
    return by_tag, by_attribute


def _offer(element: Element, entries: Entries, found: list[list[Element]]) -> None:
    for compound, places in entries.items():
        if not compound.attributes or compound.holds(element):
            for place in places:
                candidates = found[place]
                if not candidates or candidates[-1] is not element:
                    candidates.append(element)
