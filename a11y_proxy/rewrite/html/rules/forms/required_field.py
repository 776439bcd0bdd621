"""
Says of a field that it must be filled in, where the page shows it.

A red star is seen, and what it means stands somewhere else on the page; who comes to the field by the
Tab key learns of it when the form comes back. It is said only: what was left empty is still sent, and
judged by the site.

Before:

    <form><p>Fields with * are required.</p><label for="n">Name *</label><input id="n"><label for="m">Mail</label><input id="m"></form>

After:

    <form><p>Fields with * are required.</p><label for="n">Name *</label><input id="n" aria-required="true"><label for="m">Mail</label><input id="m"></form>

Leaves alone:

    <form><p>Fields with * are required.</p><label for="n">Name *</label><input id="n" required></form>

    <form><p>Fields with * are not required.</p><label for="n">Name *</label><input id="n" aria-required="false"></form>

    <form><label for="n">Required documents</label><select id="n"><option>Passport</option></select></form>

Flags:

    <form><label for="n">Name *</label><input id="n"></form>

See: https://www.w3.org/WAI/WCAG22/Techniques/aria/ARIA2
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.field import TYPED, kind_of_control
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.name import FIELDS
from a11y_proxy.rewrite.html.queries.required import may_tell, required_by, stars_explained
from a11y_proxy.rewrite.html.rule import rule

_MAY_BE_REQUIRED = TYPED | {"checkbox", "date", "file", "select", "textarea"}
_DECIDED = ("aria-required", "disabled", "readonly", "required")


@rule(criterion="3.3.2", selects="form")
def required_field(element: Element, page: Page) -> Iterator[Edit]:
    if not may_tell(element):
        return
    open_fields = [field for field in element.iter(*FIELDS) if _is_open(field)]
    told = {field: required_by(field, page) for field in open_fields}
    starred = "star" in told.values()
    explained = starred and stars_explained(element)
    for field, by in told.items():
        if (by == "words" or (by == "star" and explained)) and not out_of_reach(field, page):
            why = "The page shows that this field must be filled in; it is said now"
            yield SetAttribute(field, "aria-required", "true", why=why)
    if starred and not explained and not out_of_reach(element, page):
        yield Flag(
            element, why="Stars stand at its fields, and the page does not say what they mean"
        )


def _is_open(field: Element) -> bool:
    if kind_of_control(field) not in _MAY_BE_REQUIRED:
        return False
    return all(field.get(name) is None for name in _DECIDED)
