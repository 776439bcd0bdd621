"""
Ties what is wrong with a field to the field.

The form comes back with red words beside a field. Who lands in it hears its name as before, and neither
that it is wrong nor why.

Before:

    <form><div class="form-group has-error"><label for="p">Phone</label><input id="p"><span class="help-block">Too short a number</span></div><input name="q"></form>

After:

    <form><div class="form-group has-error"><label for="p">Phone</label><input id="p" aria-invalid="true" aria-describedby="a11y-1"><span class="help-block" id="a11y-1">Too short a number</span></div><input name="q"></form>

Leaves alone:

    <div class="form-group"><input aria-label="Phone"><div class="invalid-feedback">Too short a number</div></div>

    <div class="has-error"><input aria-label="Phone" aria-invalid="true" aria-describedby="e"><span class="help-block" id="e">Too short</span></div>

    <div class="has-error"><input aria-label="Phone"><span class="help-block" hidden>Too short</span></div>

    <div class="has-error"><input aria-label="Phone"><input aria-label="Code"><p>Too short</p></div>

See: https://www.w3.org/WAI/WCAG22/Techniques/aria/ARIA21
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.identity import identity_of
from a11y_proxy.rewrite.html.queries.message import error_of, is_open
from a11y_proxy.rewrite.html.rule import rule

_WHY = "The message about the field was tied to nothing; it is heard with the field now"


@rule(criterion="3.3.1", selects="input, select, textarea")
def field_error(element: Element, page: Page) -> Iterator[Edit]:
    if (element.get("aria-invalid") or "").strip().lower() == "false" or not is_open(element):
        return
    message = error_of(element, page)
    identity = None if message is None else identity_of(message, page)
    if message is None or identity is None:
        return
    written = (element.get("aria-describedby") or "").split()
    if identity in written or identity == element.get("aria-errormessage"):
        return
    if element.get("aria-invalid") is None:
        yield SetAttribute(element, "aria-invalid", "true", why=_WHY)
    yield SetAttribute(element, "aria-describedby", " ".join((identity, *written)), why=_WHY)
    if message.get("id") != identity:
        yield SetAttribute(message, "id", identity, why=_WHY)
