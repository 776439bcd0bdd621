"""
Lets be heard in a field how it is to be filled in.

"At least 8 letters", says small print under the field: who goes from field to field by the Tab key
never comes past it.

Before:

    <form><div><label for="d">Born</label><input id="d"><small class="form-text">DD.MM.YYYY</small></div><p>Code <input aria-label="Code"> (in the form 00-000)</p></form>

After:

    <form><div><label for="d">Born</label><input id="d" aria-describedby="a11y-1"><small class="form-text" id="a11y-1">DD.MM.YYYY</small></div><p>Code <input aria-label="Code" aria-describedby="a11y-2"> <span id="a11y-2">(in the form 00-000)</span></p></form>

Leaves alone:

    <div><input aria-label="Born" aria-describedby="h"><small class="form-text" id="h">DD.MM.YYYY</small></div>

    <div><label>Born <input> <small class="form-text">DD.MM.YYYY</small></label></div>

    <p><input aria-label="Area"> sq. m <input aria-label="Name"> (of the street)</p>

    <div><input aria-label="Born"><small class="form-text" style="display:none">DD.MM.YYYY</small></div>

See: https://www.w3.org/WAI/WCAG22/Techniques/aria/ARIA1
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute, WrapText
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.identity import free_ids, identity_of
from a11y_proxy.rewrite.html.queries.message import format_behind, hint_of, is_open
from a11y_proxy.rewrite.html.rule import rule

_WHY = "What is to be written into the field stood beside it; it is heard with the field now"


@rule(criterion="3.3.2", selects="input, select, textarea")
def field_hint(element: Element, page: Page) -> Iterator[Edit]:
    if element.get("aria-describedby") is not None or not is_open(element):
        return
    if (hint := hint_of(element, page)) is not None:
        identity = identity_of(hint, page)
        if identity is None:
            return
        yield SetAttribute(element, "aria-describedby", identity, why=_WHY)
        if hint.get("id") != identity:
            yield SetAttribute(hint, "id", identity, why=_WHY)
    elif place := format_behind(element):
        identity = next(page.ask(free_ids))
        yield SetAttribute(element, "aria-describedby", identity, why=_WHY)
        yield WrapText(element, "tail", *place, around("span", id=identity), why=_WHY)
