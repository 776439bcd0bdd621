"""
Finds rows of pictures, and what they stand under.

A row is pictures with no words between them. What it stands under is a label such as «Фото:», or a
heading directly before two pictures or more; without either it is nothing that we could speak of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import outline
from a11y_proxy.rewrite.html.queries.hidden import unseen
from a11y_proxy.rewrite.html.queries.picture import is_icon, is_spacer
from a11y_proxy.rewrite.html.queries.text import normalised, text_of

_PHOTO_LABEL = re.compile(
    r"(?:фото|фото ?галерея|фото ?звіт|фото ?отчёт|світлини|photos?|photo gallery)\s*[:.–—-]?",
    re.IGNORECASE,
)

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
    headings = frozenset(outline(page))
    row: list[Element] = []
    for image in page.root.iter("img"):
        if is_spacer(image) or unseen(image):
            continue
        if row and next(_before(image, headings), None) is row[-1]:
            row.append(image)
        else:
            found |= _places(row, headings)
            row = [image]
    return found | _places(row, headings)


def words_for(place: Place, page: Page) -> str:
    """Gives what can truly be said of a picture by its place; "" where that is nothing."""
    if place.total == 1:
        return page.say("Photo: {title}", title=place.title) if place.title else ""
    phrase = _PHRASES[place.photographs, bool(place.title)]
    return page.say(phrase, number=place.number, total=place.total, title=place.title)


def _places(row: list[Element], headings: frozenset[Element]) -> dict[Element, Place]:
    if not row or any(map(is_icon, row)):
        return {}
    before = next(_before(row[0], headings), "")
    headed = not isinstance(before, str) and before in headings
    label = normalised(before) if isinstance(before, str) else text_of(before)
    photographs = bool(_PHOTO_LABEL.fullmatch(label))
    if photographs:
        title = next(_titles(row[0], headings), "")
    elif len(row) > 1 and headed:
        title = label
    else:
        return {}
    return {
        image: Place(number, len(row), title, photographs) for number, image in enumerate(row, 1)
    }


def _titles(image: Element, headings: frozenset[Element]) -> Iterator[str]:
    for thing in _before(image, headings):
        if not isinstance(thing, str) and thing in headings:
            words = text_of(thing)
            if words and not _PHOTO_LABEL.fullmatch(words):
                yield words


def _before(image: Element, headings: frozenset[Element]) -> Iterator[Element | str]:
    """Gives pictures, headings with words, and words, backwards from the image; each as far as asked."""
    here = image
    while (parent := here.getparent()) is not None:
        for sibling in here.itersiblings(preceding=True):
            yield from _backwards(sibling, headings)
        if (text := parent.text) and not text.isspace():
            yield text
        here = parent


def _backwards(element: Element, headings: frozenset[Element]) -> Iterator[Element | str]:
    if (tail := element.tail) and not tail.isspace():
        yield tail
    if not isinstance(element.tag, str) or unseen(element):
        return
    if element in headings:
        if text_of(element):
            yield element
        return
    if element.tag == "img" and not is_spacer(element):
        yield element
    for child in element.iterchildren(reversed=True) if len(element) else ():
        yield from _backwards(child, headings)  # no deeper than `limits.MAX_DEPTH`
    if (text := element.text) and not text.isspace():
        yield text
