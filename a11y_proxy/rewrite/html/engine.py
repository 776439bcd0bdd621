"""
Runs the rules over a page: one pass to select, then rule by rule gather, apply, tell.

Law: a rule that fails changes nothing, is named, and the page goes on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, repeat

from lxml.etree import _Element as Element

from a11y_proxy.core.repair import Repair
from a11y_proxy.rewrite.html.apply import apply
from a11y_proxy.rewrite.html.candidates import select
from a11y_proxy.rewrite.html.edits import (
    Edit,
    Flag,
    Remove,
    RemoveAttribute,
    SetAttribute,
    SetText,
    Unwrap,
)
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.paths import Paths
from a11y_proxy.rewrite.html.rule import Rule

_IN_PLACE = frozenset({Flag, RemoveAttribute, SetAttribute, SetText})
"""Edits that move no element: all paths stay true."""


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
    for rule, candidates in zip(rules, select(rules, page), strict=True):
        standing = _without(gone, candidates)
        try:
            if edits := gather(rule, standing, page):
                repairs += carry_out(edits, rule, page, gone)
        except Exception:  # whatever a rule trips over must not cost the page
            if strict:
                raise
            gave_up.append(rule.id)
    page.forget()
    return tuple(repairs), tuple(gave_up)


def gather(rule: Rule, candidates: Collection[Element], page: Page) -> list[Edit]:
    """Gives the edits that a rule asks for, and changes nothing."""
    return list(chain.from_iterable(map(rule.gather, candidates, repeat(page))))


def carry_out(
    edits: Sequence[Edit], rule: Rule, page: Page, gone: set[Element]
) -> Iterator[Repair]:
    """
    Applies a rule's edits and gives their repairs; none where nothing had to change.

    What is taken away comes to `gone`, and edits of what is there are skipped.
    """
    paths = Paths(page.root, len(edits) * len(page.alive))
    names: set[str] | None = set()
    try:
        for edit in edits:
            element, kind = edit.element, type(edit)
            if element in gone:
                continue
            where = paths.of(element)
            if kind not in _IN_PLACE:
                paths.move(element)
            told = apply(edit)
            if told is None:
                continue
            changed = page.index.update(edit)
            if names is not None and changed is not None:
                names.update(changed)
            else:
                names = None
            if kind is Remove or kind is Unwrap:
                gone.update(element.iter())
            before, after = told
            yield Repair(rule.id, rule.criterion, where, before, after, edit.why, kind is Flag)
    finally:
        page.forget(None if names is None else frozenset(names))


def _without(gone: set[Element], elements: Collection[Element]) -> Collection[Element]:
    if gone.isdisjoint(elements):
        return elements
    return [element for element in elements if element not in gone]
