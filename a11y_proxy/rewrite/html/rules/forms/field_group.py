"""
Tells the question before its answers, where a form asks one.

"Yes, radio button, one of three", says a screen reader, and not to what: the question stands above in
bold or in the cell before, tied to nothing. What holds the answers becomes a group, and the question
its name.

Before:

    <form><b>Is the bus on time?</b><br><input type="radio" name="v" value="1">Yes<br><input type="radio" name="v" value="2">No<br><input type="submit" value="Vote"></form>
    <form><p><b>Reply by</b> <input type="radio" name="w">mail <input type="radio" name="w">telephone</p><input name="to"></form>

After:

    <div class="a11y-around" role="group" aria-labelledby="a11y-1"><form><b id="a11y-1">Is the bus on time?</b><br><input type="radio" name="v" value="1">Yes<br><input type="radio" name="v" value="2">No<br><input type="submit" value="Vote"></form></div>
    <form><p role="group" aria-labelledby="a11y-2"><b id="a11y-2">Reply by</b> <input type="radio" name="w">mail <input type="radio" name="w">telephone</p><input name="to"></form>

Leaves alone:

    <form><fieldset><legend>Is the bus on time?</legend><input type="radio" name="v">Yes<input type="radio" name="v">No</fieldset></form>

    <form><b>Agree?</b><input type="checkbox" name="v">I agree</form>

    <form><b>Topics</b><p><input type="checkbox" name="v">Roads</p><input name="other"><p><input type="checkbox" name="v">Parks</p></form>

Flags:

    <form><b>Poll</b><b>Is it?</b><input type="radio" name="v">Yes<input type="radio" name="v">No</form>

See: https://www.w3.org/WAI/tutorials/forms/grouping/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute, Wrap
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.identity import identity_of
from a11y_proxy.rewrite.html.queries.name import FIELDS
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.rule import rule
from a11y_proxy.standards.aria import NONE_ROLES

_TICKED = frozenset({"checkbox", "radio"})
_PUSHED = frozenset({"button", "hidden", "image", "reset", "submit"})
_GROUPS = frozenset({"group", "radiogroup"})
_BOXES = frozenset({"div", "p", "span", "td"})
_HOLD_NO_BOX = frozenset({"dl", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"})
_LONGEST = 200
_WHY = "The question was tied to none of its answers"


@rule(criterion="1.3.1", selects="form")
def field_group(element: Element, page: Page) -> Iterator[Edit]:
    fields = [field for field in element.iter(*FIELDS) if _kind(field) not in _PUSHED]
    groups: dict[tuple[str, str | None], list[Element]] = {}
    for field in fields:
        groups.setdefault((_kind(field), field.get("name")), []).append(field)
    for (kind, _), answers in groups.items():
        if kind in _TICKED and len(answers) > 1 and not out_of_reach(answers[0], page):
            yield from _tied(answers, fields, element, page)


def _tied(
    answers: list[Element], fields: list[Element], form: Element, page: Page
) -> Iterator[Edit]:
    box = form if len(answers) == len(fields) else _box(answers)
    if box is None or _is_grouped(box):
        return
    question = _question(answers[0], box) if _may_be_group(box, answers) else None
    identity = None if question is None else identity_of(question, page)
    if question is None or identity is None:
        if _kind(answers[0]) == "radio":
            for answer in answers:
                yield Flag(answer, why="Nothing says which question this answers")
        return
    if question.get("id") != identity:
        yield SetAttribute(question, "id", identity, why=_WHY)
    if box is form:
        group = around("div", class_="a11y-around", role="group", aria_labelledby=identity)
        yield Wrap(form, group, why=_WHY)
    else:
        yield SetAttribute(box, "role", "group", why=_WHY)
        yield SetAttribute(box, "aria-labelledby", identity, why=_WHY)


def _kind(field: Element) -> str:
    return (field.get("type") or "").strip().lower() if field.tag == "input" else str(field.tag)


def _box(answers: list[Element]) -> Element | None:
    """Gives the innermost element that holds all answers."""
    common = set.intersection(*(set(answer.iterancestors()) for answer in answers))
    return next((above for above in answers[0].iterancestors() if above in common), None)


def _is_grouped(box: Element) -> bool:
    near = (*box.iter("*"), *box.iterancestors())
    return any(each.tag == "fieldset" or each.get("role") in _GROUPS for each in near)


def _may_be_group(box: Element, answers: list[Element]) -> bool:
    if any(field not in answers for field in box.iter(*FIELDS) if _kind(field) not in _PUSHED):
        return False
    if box.tag == "form":
        parent = box.getparent()
        return parent is not None and parent.tag not in _HOLD_NO_BOX
    if box.get("role") is not None or box.tag not in _BOXES:
        return False
    # a cell of data is a cell and nothing else
    table = next(box.iterancestors("table"), None)
    return box.tag != "td" or (table is not None and role_of(table) in NONE_ROLES)


def _question(answer: Element, box: Element) -> Element | None:
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
