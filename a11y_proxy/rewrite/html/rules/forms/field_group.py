"""
Tells the question before its answers, where a form asks one.

"Yes, radio button, one of three", says a screen reader, and not to what: the question stands above in
bold, tied to nothing. The form becomes a group that has the question for its name.

Before:

    <form><b>Is the bus on time?</b><br><input type="radio" name="v" value="1">Yes<br><input type="radio" name="v" value="2">No<br><input type="submit" value="Vote"></form>

After:

    <div class="a11y-around" role="group" aria-labelledby="a11y-1"><form><b id="a11y-1">Is the bus on time?</b><br><input type="radio" name="v" value="1">Yes<br><input type="radio" name="v" value="2">No<br><input type="submit" value="Vote"></form></div>

Leaves alone:

    <form><fieldset><legend>Is the bus on time?</legend><input type="radio" name="v">Yes<input type="radio" name="v">No</fieldset></form>

    <form><b>Is it?</b><input type="radio" name="v">Yes<input type="radio" name="v">No<input name="why"></form>

    <form><b>Poll</b><b>Is it?</b><input type="radio" name="v">Yes<input type="radio" name="v">No</form>

    <form><b>Agree?</b><input type="checkbox" name="v">I agree</form>

See: https://www.w3.org/WAI/tutorials/forms/grouping/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute, Wrap
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.identity import identity_of
from a11y_proxy.rewrite.html.queries.name import FIELDS
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.rule import rule

_TICKED = frozenset({"checkbox", "radio"})
_PUSHED = frozenset({"button", "hidden", "image", "reset", "submit"})
_GROUPS = frozenset({"group", "radiogroup"})
_HOLD_NO_BOX = frozenset({"dl", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"})
_LONGEST = 200


@rule(criterion="1.3.1", selects="form")
def field_group(element: Element, page: Page) -> Iterator[Edit]:
    fields = [field for field in element.iter(*FIELDS) if _kind(field) not in _PUSHED]
    asked = {(_kind(field), field.get("name")) for field in fields}
    if len(fields) < 2 or len(asked) > 1 or _kind(fields[0]) not in _TICKED:
        return
    if _is_grouped(element) or out_of_reach(element, page):
        return
    question = _question(fields[0], element)
    identity = None if question is None else identity_of(question, page)
    if question is None or identity is None:
        return
    why = "The question was tied to none of its answers"
    if question.get("id") != identity:
        yield SetAttribute(question, "id", identity, why=why)
    group = around("div", class_="a11y-around", role="group", aria_labelledby=identity)
    yield Wrap(element, group, why=why)


def _kind(field: Element) -> str:
    return (field.get("type") or "").strip().lower() if field.tag == "input" else str(field.tag)


def _is_grouped(form: Element) -> bool:
    parent = form.getparent()
    if (
        parent is None
        or parent.tag in _HOLD_NO_BOX
        or next(form.iter("fieldset"), None) is not None
    ):
        return True
    near = (*form.iter("*"), *form.iterancestors())
    return any(each.tag == "fieldset" or each.get("role") in _GROUPS for each in near)


def _question(field: Element, form: Element) -> Element | None:
    """Gives the only words before the first answer, where an element holds them; else None."""
    found: Element | None = None
    here = field
    while here is not form:
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
    usable = found is not None and found.tag != "label" and len(text_of(found)) <= _LONGEST
    return found if usable else None
