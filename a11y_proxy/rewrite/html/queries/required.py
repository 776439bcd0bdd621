"""
Says whether a page tells those who see it that a field must be filled in.

In words, by a class that only means this, or by a star, which means what the page says that it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import UNRENDERED
from a11y_proxy.rewrite.html.queries.identity import ids
from a11y_proxy.rewrite.html.queries.name import FIELDS, labels, name_of
from a11y_proxy.rewrite.html.queries.text import INLINE, normalised, text_of
from a11y_proxy.rewrite.html.queries.wholetext import text_in

_LONGEST = 300
_LEVELS = 3
_NEXT = 2
_CLASSES = frozenset({"form-required", "is-required", "required", "required-field"})
_STAR = r"\(?(?<![*＊∗✱])[*＊∗✱](?![*＊∗✱])\)?"
_IS_STAR = re.compile(_STAR)
_STARRED = re.compile(rf"{_STAR}.*|.*{_STAR}\s*:?", re.DOTALL)
_NAMES_STAR = re.compile(r"[*＊∗✱]|зірочк|зв[её]здочк|asterisk|\bstars?\b", re.IGNORECASE)
_MUST = r"(?:обов['’ʼ`]язков|обязательн|required|mandatory)"
_IN_MUST = ("обов", "обязательн", "required", "mandatory")
"""One of these is in all of them; the pattern takes fifty times as long to look for."""
_SAYS = re.compile(
    rf"(?:.*[(\[,*–—]\s*)?{_MUST}\w*(?: (?:поле|field|для заповнення|для заполнения))*\W*",
    re.IGNORECASE | re.DOTALL,
)
_EXPLAINS = re.compile(
    rf"(?<!не)(?<!не )(?<!не є )(?<!not )(?<!not be ){_MUST}"
    r"|(?:треба|слід|потрібно|необхідно) заповн|(?:нужно|следует|необходимо) заполн",
    re.IGNORECASE,
)

_TELLING = ("*", "＊", "∗", "✱", "обов", "обязательн", "required", "mandatory")


def may_tell(form: Element) -> bool:
    """Says whether the form has any such word, star or class: a cheap look, before each field is asked."""
    text = text_in(form).lower()
    if any(part in text for part in _TELLING):
        return True
    return any("required" in (each.get("class") or "") for each in form.iter("*"))


def required_by(field: Element, page: Page) -> Literal["words", "star", ""]:
    """Gives what says that the field must be filled in: words or a class, or a bare star."""
    name = name_of(field, page)
    naming = list(_naming(field, page))
    marks = [mark for anchor in (field, *naming) for mark in _marks(anchor)]
    texts = [*map(text_of, marks), *(normalised(anchor.tail) for anchor in (field, *naming))]
    if any(map(_says, (name, *texts))):
        return "words"
    parts = (part for label in (*naming, *marks) for part in label.iter("*"))
    if any(_is_classed(part) for part in (field, *parts)):
        return "words"
    return "star" if any(map(_IS_STAR.fullmatch, texts)) or _STARRED.fullmatch(name) else ""


def _says(text: str) -> bool:
    lower = text.lower()
    return any(part in lower for part in _IN_MUST) and _SAYS.fullmatch(text) is not None


def stars_explained(form: Element) -> bool:
    """Says whether it is written in or near the form that a star marks what must be filled in."""
    regions = (each for each in _near(form) if _EXPLAINS.search(text_in(each)))
    return any(_explains(element) for region in regions for element in region.iter("*"))


def _near(form: Element) -> Iterator[Element]:
    """Gives the form, and what stands beside it and beside the boxes that it is in."""
    yield form
    here: Element | None = form
    for _ in range(_LEVELS):
        if here is None or here.tag == "body":
            return
        for preceding in (True, False):
            beside = here.itersiblings("*", preceding=preceding)
            yield from (each for each in islice(beside, _NEXT) if each.tag not in UNRENDERED)
        here = here.getparent()


def _explains(element: Element) -> bool:
    texts = (element.text, *(child.tail for child in element)) if len(element) else (element.text,)
    if not any(text and _EXPLAINS.search(text) for text in texts):
        return False
    while element.tag in INLINE and (parent := element.getparent()) is not None:
        element = parent
    words = text_of(element)
    return len(words) <= _LONGEST and _NAMES_STAR.search(words) is not None


def _naming(field: Element, page: Page) -> Iterator[Element]:
    """Gives the elements whose words are the field's name."""
    yield from page.ask(labels).get(field, ())
    for identity in (field.get("aria-labelledby") or "").split():
        if (found := page.ask(ids).get(identity)) is not None:
            yield found


def _marks(anchor: Element) -> Iterator[Element]:
    """Gives what stands right beside and says nothing but that something must be filled in."""
    for beside in (anchor.getprevious(), anchor.getnext()):
        if beside is None or not isinstance(beside.tag, str) or beside.tag in FIELDS:
            continue
        words = text_of(beside)
        if words and (_IS_STAR.fullmatch(words) or _says(words)):
            yield beside


def _is_classed(element: Element) -> bool:
    return not _CLASSES.isdisjoint((element.get("class") or "").lower().split())
