"""Says which fields ask for a secret, and which controls belong to their form."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.field import kind_of_control
from a11y_proxy.rewrite.html.queries.identity import ids

_SECRETS = frozenset(("current-password", "new-password", "one-time-code"))
"""Autofill fields that hold what proves who somebody is (HTML §4.10.18.7.1)."""

_CONTROLS = ("button", "input", "select", "textarea")
_SENDS_NOTHING = frozenset(("button", "hidden", "reset"))
_STATE_OF_THE_PAGE = "__VIEWSTATE"
"""The field by which ASP.NET knows its pages; the form that holds it goes around the whole page."""


def is_secret(field: Element) -> bool:
    """Says whether a control asks for a password or a code of one use."""
    if kind_of_control(field) == "password":
        return True
    return field.tag == "input" and not _SECRETS.isdisjoint(
        (field.get("autocomplete") or "").lower().split()
    )


def form_of(field: Element, page: Page) -> Element | None:
    """Gives the form that a field belongs to (HTML §4.10.17.3); None where it belongs to none."""
    named = field.get("form")
    if named is not None:
        form = page.ask(ids).get(named)
        return form if form is not None and form.tag == "form" else None
    return next(field.iterancestors("form"), None)


def goes_around_the_page(form: Element) -> bool:
    """Says whether the form holds the page, not a question: its fields have nothing in common."""
    return any(field.get("name") == _STATE_OF_THE_PAGE for field in form.iter("input"))


def controls_of(form: Element, page: Page) -> Iterator[Element]:
    """Gives the form's controls that are filled in, or that send it, wherever they stand."""
    inside = (each for each in form.iter(*_CONTROLS) if each.get("form") is None)
    identity = form.get("id", "")
    # of several with one id, controls belong to the first
    beside = page.ask(_by_form).get(identity, ()) if page.ask(ids).get(identity) is form else ()
    for control in (*inside, *beside):
        if (control.get("type") or "").strip().lower() not in _SENDS_NOTHING:
            yield control


@reads("form")
def _by_form(page: Page) -> dict[str, list[Element]]:
    """Gives the controls that name their form, by its id."""
    found: dict[str, list[Element]] = {}
    for control in page.index.having("form"):
        if control.tag in _CONTROLS:
            found.setdefault(control.get("form", ""), []).append(control)
    return found
