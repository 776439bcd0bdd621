"""
Finds the words that a sighted visitor takes for a field's label.

They stand before it (after it, for what is ticked): in the same line, in the cell or the block
before. Another field in between ends the search: its words are its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.hidden import unseen
from a11y_proxy.rewrite.html.queries.name import FIELDS
from a11y_proxy.rewrite.html.queries.text import normalised, text_of

_LONGEST = 120
_CONTROLS = (*FIELDS, "button")
_FENCES = frozenset({"form", "body", "fieldset", "table", "tr", "ul", "ol", "dl", "main", "html"})
"""Beyond these, words are somebody else's."""

_TYPED = frozenset({"text", "search", "email", "tel", "url", "number", ""})


def beside(field: Element, *, after: bool = False) -> Element | str | None:
    """
    Gives the words beside the field: the element that holds nothing else, or bare text.

    Bare text comes without its colon. None where there are none, or nobody could be sure.
    """
    here: Element | None = field
    while here is not None:
        for found in _following(here) if after else _preceding(here):
            if isinstance(found, str):
                return found.rstrip(" :") or None if len(found) <= _LONGEST else None
            if _has_control(found):
                return None
            if _is_wordy(words := text_of(found)):
                return found if len(words) <= _LONGEST else None
        here = here.getparent()
        if here is None or here.tag in _FENCES or not _is_first_in(here, field, alone=after):
            return None
    return None


def hint_words(field: Element) -> str:
    """Gives the hint inside an empty field: its placeholder, or a value that a script clears."""
    hint = normalised(field.get("placeholder"))
    if not hint and "this.value" in (field.get("onfocus") or ""):
        hint = normalised(field.get("value"))
    return hint if _is_wordy(hint) else ""


def submit_words(field: Element) -> str:
    """Gives the words of the button in a form with one field to type in (technique G167)."""
    form = next(field.iterancestors("form"), None)
    if form is None or _kind(field) not in _TYPED:
        return ""
    controls = list(_controls(form))
    if len(controls) != 2 or controls[0] is not field:
        return ""
    button = controls[1]
    if button.tag == "button":
        return text_of(button)
    return normalised(button.get("value")) if _kind(button) == "submit" else ""


def _preceding(here: Element) -> Iterator[Element | str]:
    for sibling in here.itersiblings(preceding=True):
        if _is_wordy(words := normalised(sibling.tail)):
            # words after another field of the line may be its unit; a colon says that they are not
            if not (_has_control(sibling) and not words.endswith(":")):
                yield words
            return
        if isinstance(sibling.tag, str) and sibling.tag != "br" and not unseen(sibling):
            yield sibling
    parent = here.getparent()
    if parent is not None and _is_wordy(words := normalised(parent.text)):
        yield words


def _following(here: Element) -> Iterator[Element | str]:
    if _is_wordy(words := normalised(here.tail)):
        yield words
        return
    for sibling in here.itersiblings():
        if sibling.tag == "br":
            return
        if isinstance(sibling.tag, str) and not unseen(sibling):
            yield sibling
        if _is_wordy(words := normalised(sibling.tail)):
            yield words
            return


def _is_wordy(text: str) -> bool:
    """Says whether there are words: "+38 (" and "*" are none, "№" is as good as one."""
    return any(letter.isalpha() or letter == "№" for letter in text)


def _has_control(element: Element) -> bool:
    return isinstance(element.tag, str) and next(_controls(element), None) is not None


def _is_first_in(region: Element, field: Element, *, alone: bool) -> bool:
    first, second = (*_controls(region), None, None)[:2]
    return first is field and not (alone and second is not None)


def _controls(region: Element) -> Iterator[Element]:
    return (control for control in region.iter(*_CONTROLS) if _kind(control) != "hidden")


def _kind(control: Element) -> str:
    return (
        (control.get("type") or "").strip().lower() if control.tag == "input" else str(control.tag)
    )
