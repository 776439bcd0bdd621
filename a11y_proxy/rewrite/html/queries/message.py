"""
Finds the words on a page that speak of one field: what is wrong with it, and how it is to be filled in.

They stand in a box that holds this field and no other, or right behind it. That they are such words is
told by a class; whether a field is wrong, by a class of the field or of its box, since pages carry the
messages of a whole form along, hidden by style sheets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.field import TYPED, kind_of_control
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.name import FIELDS
from a11y_proxy.rewrite.html.queries.question import filled_in
from a11y_proxy.rewrite.html.queries.text import text_of

_FENCES = frozenset({
    "article", "body", "dl", "fieldset", "footer", "form", "header", "html", "label", "main",
    "nav", "ol", "section", "table", "tbody", "ul",
})  # fmt: skip
_WRITTEN = TYPED | {"date", "file", "month", "select", "textarea", "time", "week"}
_HIGHEST = 4
_LONGEST = 250
_CONTROLS = (*FIELDS, "button", "form", "label", "table")
_NO_MESSAGES = frozenset({*_CONTROLS, "td", "th"})

_WRONG = frozenset({
    "error", "field-error", "field_with_errors", "form-error", "form-group--error", "gfield_error",
    "govuk-form-group--error", "govuk-input--error", "has-danger", "has-error", "has-errors",
    "input-validation-error", "invalid", "is-danger", "is-invalid", "ui-state-error",
    "usa-form-group--error", "usa-input--error", "wpcf7-not-valid",
})  # fmt: skip
"""Classes of a field, or of its box, that was sent and found wrong."""

_WRITTEN_WHEN_WRONG = frozenset(
    {"errorlist", "field-validation-error", "wpcf7-not-valid-tip", "gfield_validation_message"}
)
"""Classes of messages that a server writes only when there is something to say."""

_MESSAGES = _WRITTEN_WHEN_WRONG | frozenset({
    "error", "error-message", "error-msg", "error-text", "error_message", "errors", "field-error",
    "form-error", "govuk-error-message", "help-block", "help-inline", "invalid-feedback",
    "text-danger", "usa-error-message",
})  # fmt: skip

_HINTS = frozenset({
    "field-description", "field-hint", "form-help", "form-hint", "form-text",
    "gfield_description", "govuk-hint", "help", "help-block", "help-inline", "help-text", "helptext",
    "hint", "input-hint", "usa-hint",
})  # fmt: skip

_FORMAT = re.compile(
    r"[(\[–—-]?\s*(?:[ув] (?:форматі|формате|вигляді|виде)\b|формат\b|(?:in the )?form(?:at)?\b"
    r"|наприклад\b|напр\.|например\b|приклад:|for example\b|example:|e\.\s?g\."
    r"|(?:дд|dd|рррр|гггг|yyyy)[./-](?:мм|mm)[./-](?:дд|dd|рррр|гггг|yyyy)\b).*(?<!:)",
    re.IGNORECASE | re.DOTALL,
)


def is_open(field: Element) -> bool:
    """Says whether the field is one that a visitor writes into or chooses in, of no fixed words."""
    return kind_of_control(field) in _WRITTEN and field.get("disabled") is None


def error_of(field: Element, page: Page) -> Element | None:
    """Gives the message that says what is wrong with the field; None where nothing plainly does."""
    path = _path(field)
    wrong = any(not _WRONG.isdisjoint(_classes(each)) for each in path)
    return _first(_MESSAGES if wrong else _WRITTEN_WHEN_WRONG, path, page)


def hint_of(field: Element, page: Page) -> Element | None:
    """Gives what says how to fill the field in; None where nothing is called so."""
    path = _path(field)
    wrong = any(not _WRONG.isdisjoint(_classes(each)) for each in path)
    return None if wrong else _first(_HINTS, path, page)


def format_behind(field: Element) -> tuple[int, int] | None:
    """Gives where, in the bare text behind the field, a format begins and ends; None for any other text."""
    text = field.tail or ""
    words = text.strip()
    if not 0 < len(words) <= _LONGEST or _FORMAT.fullmatch(words) is None:
        return None
    start = text.index(words)
    return start, start + len(words)


def _path(field: Element) -> list[Element]:
    """Gives the field and the elements around it that hold no other one, the largest last."""
    path = [field]
    for above in islice(field.iterancestors(), _HIGHEST):
        if above.tag in _FENCES or any(each is not field for each in filled_in(above)):
            break
        path.append(above)
    return path


def _first(called: frozenset[str], path: list[Element], page: Page) -> Element | None:
    return next(
        (
            each
            for each in _beside(path)
            if not called.isdisjoint(_classes(each)) and _speaks(each, page)
        ),
        None,
    )


def _speaks(element: Element, page: Page) -> bool:
    if element.tag in _NO_MESSAGES or next(element.iter(*_CONTROLS), None) is not None:
        return False
    return 0 < len(text_of(element)) <= _LONGEST and not out_of_reach(element, page)


def _beside(path: list[Element]) -> Iterator[Element]:
    """Gives what stands beside the field in a box of its own, and what follows right behind that."""
    for here, box in pairwise(path):
        yield from (each for each in box.iterchildren("*") if each is not here)
    around, behind = path[-1].getparent(), path[-1].getnext()
    # what stands in a label is heard with the name
    if (
        behind is not None
        and isinstance(behind.tag, str)
        and around is not None
        and around.tag != "label"
    ):
        yield behind


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").lower().split()
