"""
Finds rows of pictures, and what they stand under.

A row is pictures with no words between them. What it stands under is a label such as «Фото:», or a
heading directly before two pictures or more; without either it is nothing that we could speak of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import HEADINGS
from a11y_proxy.rewrite.html.queries.hidden import unseen
from a11y_proxy.rewrite.html.queries.picture import is_spacer, side
from a11y_proxy.rewrite.html.queries.text import normalised, text_of

_PHOTO_LABEL = re.compile(
    r"(?:фото|фото ?галерея|фото ?звіт|фото ?отчёт|світлини|photos?|photo gallery)\s*[:.–—-]?",
    re.IGNORECASE,
)
_ICON = 64

# By whether the site calls them photographs, and whether a heading stands over them.
_PHRASES = {
    (True, True): "Photo {number} of {total}: {title}",
    (True, False): "Photo {number} of {total}",
    (False, True): "Picture {number} of {total}: {title}",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A picture's place: `number` of `total`; `title` the heading it stands under, or ""."""

    number: int
    total: int
    title: str
    photographs: bool


def galleries(page: Page) -> dict[Element, Place]:
    """Gives the place of each picture that stands in a gallery."""
    found: dict[Element, Place] = {}
    heading = before = ""
    row: list[Element] = []
    for thing in _things(page):
        if not isinstance(thing, str) and thing.tag == "img":
            row.append(thing)
            continue
        if row:
            found |= _places(row, before, heading)
            row = []
        before = thing if isinstance(thing, str) else text_of(thing)
        if not isinstance(thing, str) and before and not _PHOTO_LABEL.fullmatch(before):
            heading = before
    return found | _places(row, before, heading)


def _things(page: Page) -> list[Element | str]:
    """Gives headings, pictures and the words between them, in reading order."""
    found: list[Element | str] = []
    if page.body is not None and not unseen(page.body):
        _gather(page.body, found)
    return found


def _gather(element: Element, found: list[Element | str]) -> None:
    if (text := element.text) and not text.isspace():
        found.append(text)
    for child in element if len(element) else ():  # an iterator over nothing is dear in lxml
        tag = child.tag
        if tag in HEADINGS:
            found.append(child)
        elif isinstance(tag, str) and not unseen(child):
            if tag == "img" and not is_spacer(child):
                found.append(child)
            _gather(child, found)  # no deeper than `limits.MAX_DEPTH`
        if (tail := child.tail) and not tail.isspace():
            found.append(tail)


def _places(row: list[Element], before: str, heading: str) -> dict[Element, Place]:
    if not row or any(map(_is_icon, row)):
        return {}
    photographs = bool(_PHOTO_LABEL.fullmatch(normalised(before)))
    titled = bool(heading) and before == heading
    if not photographs and not (titled and len(row) > 1):
        return {}
    return {
        image: Place(number, len(row), heading, photographs) for number, image in enumerate(row, 1)
    }


def _is_icon(image: Element) -> bool:
    lengths = (side(image, "width"), side(image, "height"))
    return any(length is not None and length < _ICON for length in lengths)


def words_for(place: Place, page: Page) -> str:
    """Gives what can truly be said of a picture by its place; "" where that is nothing."""
    if place.total == 1:
        return page.say("Photo: {title}", title=place.title) if place.title else ""
    phrase = _PHRASES[place.photographs, bool(place.title)]
    return page.say(phrase, number=place.number, total=place.total, title=place.title)
