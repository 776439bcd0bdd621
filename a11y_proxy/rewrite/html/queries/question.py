"""Finds the fields that answer one question, what holds them, and the words that ask it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.index import TREE
from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.field import PUSHED, kind_of_control
from a11y_proxy.rewrite.html.queries.name import FIELDS
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.standards.aria import NONE_ROLES

_TICKED = frozenset({"checkbox", "radio"})
_GROUPS = frozenset({"group", "radiogroup"})
_BOXES = frozenset({"div", "fieldset", "p", "span", "td"})
_HOLD_NO_BOX = frozenset({"dl", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"})
_NAMES = ("aria-label", "aria-labelledby", "title")
_LONGEST = 200


def answers_in(form: Element) -> Iterator[tuple[list[Element], Element]]:
    """Gives the fields to tick that share a name, and what holds them: the form, if it asks nothing else."""
    fields = list(filled_in(form))
    groups: dict[tuple[str, str | None], list[Element]] = {}
    for field in fields:
        if (kind := kind_of_control(field)) in _TICKED:
            groups.setdefault((kind, field.get("name")), []).append(field)
    for answers in groups.values():
        box = form if len(answers) == len(fields) else _box(answers)
        if len(answers) > 1 and box is not None:
            yield answers, box


def filled_in(region: Element) -> Iterator[Element]:
    """Gives the fields that a visitor fills in, without what is hidden or only pressed."""
    return (field for field in region.iter(*FIELDS) if kind_of_control(field) not in PUSHED)


def is_grouped(box: Element, page: Page) -> bool:
    """Says whether a group stands in the box or around it; a fieldset without a name is to be one."""
    groups = page.ask(_groups)
    if box in page.ask(_around_groups) or not groups.isdisjoint(box.iterancestors()):
        return True
    return box in groups and (box.get("role") in _GROUPS or not _is_nameless(box))


@reads("fieldset", "role")
def _groups(page: Page) -> set[Element]:
    marked = (each for each in page.index.having("role") if each.get("role") in _GROUPS)
    return {*page.root.iter("fieldset"), *marked}


@reads(TREE, "fieldset", "role")
def _around_groups(page: Page) -> set[Element]:
    return {above for group in page.ask(_groups) for above in group.iterancestors()}


def may_be_group(box: Element, answers: list[Element]) -> bool:
    """Says whether the box may be told to be the group of these answers, and of nothing else."""
    if not _holds_only(box, answers):
        return False
    if box.tag == "form":
        parent = box.getparent()
        return parent is not None and parent.tag not in _HOLD_NO_BOX
    if box.get("role") is not None or box.tag not in _BOXES:
        return False
    # a cell of data is a cell and nothing else
    table = next(box.iterancestors("table"), None)
    return box.tag != "td" or (table is not None and role_of(table) in NONE_ROLES)


def question_before(answer: Element, box: Element) -> Element | None:
    """Gives the only words before the first answer, or in the cell before, where an element holds them."""
    found: Element | None = None
    here = answer
    while here is not box:
        parent = here.getparent()
        if parent is None or (parent.text or "").strip():
            return None
        for sibling in here.itersiblings(preceding=True):
            words = text_of(sibling) if isinstance(sibling.tag, str) else ""
            if (sibling.tail or "").strip() or (words and found is not None):
                return None
            if words:
                found = sibling
        here = parent
    if found is None and box.tag == "td":
        found = box.getprevious()
    if found is None or found.tag == "label" or next(found.iter(*FIELDS), None) is not None:
        return None
    return found if 0 < len(text_of(found)) <= _LONGEST else None


def bare_question(answer: Element, box: Element) -> tuple[int, int] | None:
    """Gives where a question begins and ends that is the bare text before the first answer in the box."""
    text = box.text or ""
    words = text.strip()
    if not words.endswith(("?", ":")) or len(words) > _LONGEST:
        return None
    around = (answer, *answer.iterancestors("label"))
    first = next((each for each in around if each.getparent() is box), None)
    if first is None or not all(map(_is_break, first.itersiblings(preceding=True))):
        return None
    start = text.index(words)
    return start, start + len(words)


def _is_break(element: Element) -> bool:
    return element.tag == "br" and not (element.tail or "").strip()


def _box(answers: list[Element]) -> Element | None:
    """Gives the innermost element that holds all answers, or a nameless fieldset of theirs around it."""
    common = set.intersection(*(set(answer.iterancestors()) for answer in answers))
    innermost = next((above for above in answers[0].iterancestors() if above in common), None)
    fieldset = next(answers[0].iterancestors("fieldset"), None)
    if fieldset is None or not _is_nameless(fieldset) or not _holds_only(fieldset, answers):
        return innermost
    return fieldset


def _holds_only(box: Element, answers: list[Element]) -> bool:
    pairs = zip_longest(filled_in(box), answers)
    return all(field is answer for field, answer in pairs)


def _is_nameless(fieldset: Element) -> bool:
    legend = fieldset.find("legend")
    written = any(fieldset.get(name) for name in _NAMES)
    return not written and (legend is None or not text_of(legend))
