"""
Finds the words that a sighted visitor takes for a field's label.

They stand before it (after it, for what is ticked): in the same line, in the cell or the block
before. Another field in between ends the search: its words are its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.field import (
    TYPED,
    controls_in,
    is_wordy,
    kind_of_control,
    own_words,
)
from a11y_proxy.rewrite.html.queries.hidden import unseen
from a11y_proxy.rewrite.html.queries.text import normalised, text_of

_LONGEST = 120
_FENCES = frozenset({"form", "body", "fieldset", "table", "tr", "ul", "ol", "dl", "main", "html"})
"""Beyond these, words are somebody else's."""

_MOST_PARTS = 4


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
            if is_wordy(words := text_of(found)):
                return found if len(words) <= _LONGEST else None
        here = here.getparent()
        if here is None or here.tag in _FENCES or not _is_first_in(here, field, alone=after):
            return None
    return None


def honest_words(field: Element, page: Page) -> Iterator[tuple[str, str]]:
    """Gives words for a field that has none beside it, the most certain first, each with the reason."""
    if parts := _beside_parts(field, page):
        found, number, total = parts
        label = found if isinstance(found, str) else text_of(found).rstrip(" :")
        words = page.say(
            "{label}, part {number} of {total}", label=label, number=number, total=total
        )
        yield words, "The words beside a row of fields are those of each"
    yield from own_words(field, page)


def _beside_parts(field: Element, page: Page) -> tuple[Element | str, int, int] | None:
    """
    Gives the words beside a row of fields, and which of how many in the row this one is.

    Such as a telephone number cut in two. None where any words stand between them, or where the
    field is the first: then they are beside itself.
    """
    row = field.getparent()
    fields = [] if row is None else page.ask(_first_controls)(row)
    typed = all(kind_of_control(each) in TYPED for each in fields)
    if not typed or not 1 < len(fields) <= _MOST_PARTS or field is fields[0]:
        return None
    if row is None or any(is_wordy(normalised(text)) for text in row.itertext()):
        return None
    words = beside(fields[0])
    return None if words is None else (words, fields.index(field) + 1, len(fields))


def _first_controls(_page: Page) -> Callable[[Element], list[Element]]:
    """Gives what remembers for each row its first controls: as many as say whether there are too many."""
    return cache(lambda row: list(islice(controls_in(row), _MOST_PARTS + 1)))


def _preceding(here: Element) -> Iterator[Element | str]:
    for sibling in here.itersiblings(preceding=True):
        if is_wordy(words := normalised(sibling.tail)):
            # words after another field of the line may be its unit; a colon says that they are not
            if not (_has_control(sibling) and not words.endswith(":")):
                yield words
            return
        if isinstance(sibling.tag, str) and sibling.tag != "br" and not unseen(sibling):
            yield sibling
    parent = here.getparent()
    if parent is not None and is_wordy(words := normalised(parent.text)):
        yield words


def _following(here: Element) -> Iterator[Element | str]:
    if is_wordy(words := normalised(here.tail)):
        yield words
        return
    for sibling in here.itersiblings():
        if sibling.tag == "br":
            return
        if isinstance(sibling.tag, str) and not unseen(sibling):
            yield sibling
        if is_wordy(words := normalised(sibling.tail)):
            yield words
            return


def _has_control(element: Element) -> bool:
    return isinstance(element.tag, str) and next(controls_in(element), None) is not None


def _is_first_in(region: Element, field: Element, *, alone: bool) -> bool:
    controls = controls_in(region)
    first, second = next(controls, None), next(controls, None)
    return first is field and not (alone and second is not None)
