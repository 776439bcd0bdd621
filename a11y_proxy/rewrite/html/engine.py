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
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.selector import Compound

Entries = list[tuple[Compound, int]]
"""Compounds, each with the place of its rule."""

Dispatch = dict[object, Entries]
"""Tag, or attribute, to the compounds that ask for it first; a comment's tag finds nothing."""


def run(
    rules: Sequence[Rule], page: Page, *, strict: bool = False
) -> tuple[tuple[Repair, ...], tuple[str, ...]]:
    """
    Repairs the page; gives what was done or flagged, and the ids of the rules that gave up.

    With `strict` (tests) a failing rule raises.
    """
    repairs: list[Repair] = []
    gave_up: list[str] = []
    taken_away = False
    for rule, selected in zip(rules, select(tuple(rules), page.root), strict=True):
        candidates = _standing(selected, page.root) if taken_away else selected
        try:
            edits = list(gather(rule, candidates, page))
            for edit in edits:
                if not taken_away or stands_in(edit.element, page.root):
                    repairs += carry_out(edit, rule)
                taken_away = taken_away or isinstance(edit, Remove | Unwrap)
                if not isinstance(edit, Flag):
                    page.answers.clear()  # they were true of the page before
        except Exception:  # whatever a rule trips over must not cost the page
            if strict:
                raise
            gave_up.append(rule.id)
    page.answers.clear()
    return tuple(repairs), tuple(gave_up)


def select(rules: tuple[Rule, ...], root: Element) -> list[list[Element]]:
    """Gives each rule's candidates in document order, in one pass over the elements."""
    by_tag, by_attribute = _dispatch(rules)
    found: list[list[Element]] = [[] for _ in rules]
    for element in root.iter():
        if element.tag in by_tag:
            _offer(element, by_tag[element.tag], found)
        for name in element.keys():  # noqa: SIM118  # an element is no mapping
            if name in by_attribute:
                _offer(element, by_attribute[name], found)
    return found


def gather(rule: Rule, candidates: Sequence[Element], page: Page) -> Iterator[Edit]:
    """Gives the edits that a rule asks for, and changes nothing."""
    for element in candidates:
        yield from rule.gather(element, page)


def carry_out(edit: Edit, rule: Rule) -> Iterator[Repair]:
    """Applies one edit and gives its repair; nothing where nothing had to change."""
    where = edit.element.getroottree().getpath(edit.element)
    told = apply(edit)
    if told is not None:
        flagged = isinstance(edit, Flag)
        yield Repair(rule.id, rule.criterion, where, *told, why=edit.why, flagged=flagged)


def _standing(elements: Sequence[Element], root: Element) -> list[Element]:
    return [element for element in elements if stands_in(element, root)]


def stands_in(element: Element, root: Element) -> bool:
    """Says whether the element still is part of the tree."""
    return element is root or root in element.iterancestors()


@cache
def _dispatch(rules: tuple[Rule, ...]) -> tuple[Dispatch, Dispatch]:
    by_tag: Dispatch = {}
    by_attribute: Dispatch = {}
    for place, rule in enumerate(rules):
        for compound in rule.compounds:
            if compound.tag is None:
                by_attribute.setdefault(compound.attributes[0][0], []).append((compound, place))
            else:
                by_tag.setdefault(compound.tag, []).append((compound, place))
    return by_tag, by_attribute


def _offer(element: Element, entries: Entries, found: list[list[Element]]) -> None:
    for compound, place in entries:
        if not compound.attributes or compound.holds(element):
            candidates = found[place]
            if not candidates or candidates[-1] is not element:
                candidates.append(element)
