"""Finds the words that a field has for itself, where nothing beside it is its label."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.name import FIELDS
from a11y_proxy.rewrite.html.queries.text import normalised, text_of

TYPED = frozenset({"text", "search", "email", "tel", "url", "number", "password", ""})
"""Types of `<input>` that a visitor writes a line into."""

_WRITTEN = TYPED | {"textarea"}

PUSHED = frozenset({"button", "hidden", "image", "reset", "submit"})
"""Types of `<input>` that nobody fills in."""

_CONTROLS = (*FIELDS, "button")
_PROMPT = re.compile(
    r"[.\s]*+[-–—][-–—.\s]*+(\w.*)|((?:обер|вибер|выбер|select|choose|pick)\w*\b.*)",
    re.IGNORECASE,
)
_AROUND = "-–—. "
"""What stands around the words of a prompt."""

_REQUEST = re.compile(
    r"(?:введіть|вкажіть|впишіть|напишіть|введите|укажите|впишите|напишите|enter|type)\b",
    re.IGNORECASE,
)

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "date": "Field for a date",
        "email": "Field for an email address",
        "file": "Field for a file",
        "tel": "Field for a telephone number",
        "time": "Field for a time",
        "url": "Field for a web address",
    }
)


def kind_of_control(control: Element) -> str:
    """Gives the type of an `<input>`, lower case, and the tag of any other control."""
    return (
        (control.get("type") or "").strip().lower() if control.tag == "input" else str(control.tag)
    )


def controls_in(region: Element) -> Iterator[Element]:
    """Gives fields and buttons in the order of the page, without hidden ones."""
    return (control for control in region.iter(*_CONTROLS) if kind_of_control(control) != "hidden")


def is_wordy(text: str) -> bool:
    """Says whether there are words: "+38 (" and "*" are none, "№" is as good as one."""
    return any(letter.isalpha() or letter == "№" for letter in text)


def own_words(field: Element, page: Page) -> Iterator[tuple[str, str]]:
    """Gives the words a field has for itself, the most certain first, each with the reason."""
    if words := _hint(field):
        yield words, "The only label was a hint in the field"
    if words := _request(field):
        yield words, "The words behind the field say what to write in it"
    if words := _submit_words(field, page):
        yield words, "The button beside the only field to type in says what it is for"
    if phrase := _KINDS.get(kind_of_control(field)):
        yield page.say(phrase), "The kind of the field is a fact"


def _hint(field: Element) -> str:
    """Gives a placeholder, a value that a script clears, or the prompt of a list."""
    hint = normalised(field.get("placeholder"))
    if not hint and "this.value" in (field.get("onfocus") or ""):
        hint = normalised(field.get("value"))
    if field.tag == "select" and (first := next(field.iter("option"), None)) is not None:
        prompt = _PROMPT.fullmatch(text_of(first))
        hint = ((prompt[1] or "").rstrip(_AROUND) or prompt[2] or "") if prompt else ""
    return hint if is_wordy(hint) else ""


def _request(field: Element) -> str:
    """Gives what follows in the same place, where it asks for something: "enter the code"."""
    behind = field.getnext()
    words = normalised(field.tail)
    if not words and behind is not None and behind.tag in {"span", "small", "em", "i", "font"}:
        words = text_of(behind)
    return words if _REQUEST.match(words) else ""


def _submit_words(field: Element, page: Page) -> str:
    """Gives the words of the button right behind the form's only field to type in (G167)."""
    button = page.ask(_behind_only_fields).get(field)
    if button is None or kind_of_control(field) not in TYPED:
        return ""
    if button.tag == "button":
        return text_of(button)
    return normalised(button.get("value")) if kind_of_control(button) == "submit" else ""


def _behind_only_fields(page: Page) -> Mapping[Element, Element]:
    """Gives, for each form with one field to type in, that field and the control right behind it."""
    forms: defaultdict[Element, list[Element]] = defaultdict(list)
    for control in controls_in(page.root):
        if (form := next(control.iterancestors("form"), None)) is not None:
            forms[form].append(control)
    found: dict[Element, Element] = {}
    for controls in forms.values():
        typed = [at for at, each in enumerate(controls) if kind_of_control(each) in _WRITTEN]
        if len(typed) == 1 and controls[-1] is not controls[typed[0]]:
            found[controls[typed[0]]] = controls[typed[0] + 1]
    return found
