"""
Tells the question before its answers, where a form asks one.

"Yes, radio button, one of three", says a screen reader, and not to what: the question stands above in
bold or in the cell before, tied to nothing. What holds the answers becomes a group, and the question
its name.

Before:

    <form><b>Is the bus on time?</b><br><input type="radio" name="v" value="1">Yes<br><input type="radio" name="v" value="2">No<br><input type="submit" value="Vote"></form>
    <form><p><b>Reply by</b> <input type="radio" name="w">mail <input type="radio" name="w">telephone</p><input name="to"></form>
    <form><fieldset><h3 id="d">Days</h3><input type="checkbox" name="d">Mon <input type="checkbox" name="d">Fri</fieldset><input name="at"></form>

After:

    <div class="a11y-around" role="group" aria-labelledby="a11y-1"><form><b id="a11y-1">Is the bus on time?</b><br><input type="radio" name="v" value="1">Yes<br><input type="radio" name="v" value="2">No<br><input type="submit" value="Vote"></form></div>
    <form><p role="group" aria-labelledby="a11y-2"><b id="a11y-2">Reply by</b> <input type="radio" name="w">mail <input type="radio" name="w">telephone</p><input name="to"></form>
    <form><fieldset aria-labelledby="d"><h3 id="d">Days</h3><input type="checkbox" name="d">Mon <input type="checkbox" name="d">Fri</fieldset><input name="at"></form>

Leaves alone:

    <form><fieldset><legend>Is the bus on time?</legend><input type="radio" name="v">Yes<input type="radio" name="v">No</fieldset></form>

    <form><fieldset aria-label="Bus"><b>On time?</b><input type="radio" name="v">Yes<input type="radio" name="v">No</fieldset></form>

    <form><b>Agree?</b><input type="checkbox" name="v">I agree</form>

    <form><b>Topics</b><p><input type="checkbox" name="v">Roads</p><input name="other"><p><input type="checkbox" name="v">Parks</p></form>

Flags:

    <form><b>Poll</b><b>Is it?</b><input type="radio" name="v">Yes<input type="radio" name="v">No</form>

See: https://www.w3.org/WAI/tutorials/forms/grouping/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute, Wrap, WrapText
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.field import kind_of_control
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.identity import free_ids, identity_of
from a11y_proxy.rewrite.html.queries.question import (
    answers_in,
    bare_question,
    is_grouped,
    may_be_group,
    question_before,
)
from a11y_proxy.rewrite.html.rule import rule

_WHY = "The question was tied to none of its answers"


@rule(criterion="1.3.1", selects="form")
def field_group(element: Element, page: Page) -> Iterator[Edit]:
    for answers, box in answers_in(element):
        if out_of_reach(answers[0], page) or is_grouped(box, page):
            continue
        asked = list(_asked(answers, box, page)) if may_be_group(box, answers) else []
        yield from asked
        if not asked and kind_of_control(answers[0]) == "radio":
            for answer in answers:
                yield Flag(answer, why="Nothing says which question this answers")


def _asked(answers: list[Element], box: Element, page: Page) -> Iterator[Edit]:
    question = question_before(answers[0], box)
    if question is not None and (identity := identity_of(question, page)) is not None:
        if question.get("id") != identity:
            yield SetAttribute(question, "id", identity, why=_WHY)
        yield from _grouped(box, identity)
    elif question is None and (place := bare_question(answers[0], box)) is not None:
        identity = next(page.ask(free_ids))
        yield WrapText(box, "text", *place, around("span", id=identity), why=_WHY)
        yield from _grouped(box, identity)


def _grouped(box: Element, identity: str) -> Iterator[Edit]:
    if box.tag == "form":
        group = around("div", class_="a11y-around", role="group", aria_labelledby=identity)
        yield Wrap(box, group, why=_WHY)
        return
    if box.tag != "fieldset":
        yield SetAttribute(box, "role", "group", why=_WHY)
    yield SetAttribute(box, "aria-labelledby", identity, why=_WHY)
