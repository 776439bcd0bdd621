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
from a11y_proxy.rewrite.html.queries.heading import outline
from a11y_proxy.rewrite.html.queries.hidden import unseen
from a11y_proxy.rewrite.html.queries.picture import is_icon, is_spacer
from a11y_proxy.rewrite.html.queries.section import headings_over
from a11y_proxy.rewrite.html.queries.text import normalised, text_of

_PHOTO_LABEL = re.compile(
    r"(?:фото|фото ?галерея|фото ?звіт|фото ?отчёт|світлини|photos?|photo gallery)\s*[:.–—-]?",
    re.IGNORECASE,
)
_LONGEST_LABEL = 20
_LONGEST_WRITTEN = 60
"""Characters of a label as it stands in the page, with the space around it."""

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
    over: Element | str = ""
    for image in page.root.iter("img"):
        if _is_shown(image) and not unseen(image):
            before = _just_before(image, headings)
            if row and before is row[-1]:
                row.append(image)
            else:
                found |= _places(row, over, page)
                row, over = [image], before
    return found | _places(row, over, page)


def words_for(place: Place, page: Page) -> str:
    """Gives what can truly be said of a picture by its place; "" where that is nothing."""
    if place.total == 1:
        return page.say("Photo: {title}", title=place.title) if place.title else ""
    phrase = _PHRASES[place.photographs, bool(place.title)]
    return page.say(phrase, number=place.number, total=place.total, title=place.title)


def _places(row: list[Element], over: Element | str, page: Page) -> dict[Element, Place]:
    written = isinstance(over, str)
    if not row or (isinstance(over, str) and len(over) > _LONGEST_WRITTEN):
        return {}
    label = normalised(over) if isinstance(over, str) else text_of(over)
    photographs = len(label) <= _LONGEST_LABEL and bool(_PHOTO_LABEL.fullmatch(label))
    if not (photographs or (len(row) > 1 and label and not written)) or any(map(is_icon, row)):
        return {}
    titles = map(text_of, headings_over(row[0], page)) if photographs else iter((label,))
    title = next((words for words in titles if words and not _PHOTO_LABEL.fullmatch(words)), "")
    return {
        image: Place(number, len(row), title, photographs) for number, image in enumerate(row, 1)
    }


def _is_shown(image: Element) -> bool:
    """Says whether it is a picture to look at: decorative ones and spacers are no part of a row."""
    return image.get("alt") != "" and not is_spacer(image)


def _just_before(image: Element, headings: frozenset[Element]) -> Element | str:
    """Gives the picture, the heading or the words that a reader meets last before the image."""
    here: Element | None = image
    while here is not None:
        for sibling in here.itersiblings(preceding=True):
            if (found := _last_in(sibling, headings)) is not None:
                return found
        here = here.getparent()
        if here is not None and (text := here.text) and not text.isspace():
            return text
    return ""


def _last_in(element: Element, headings: frozenset[Element]) -> Element | str | None:
    if (tail := element.tail) and not tail.isspace():
        return tail
    if not isinstance(element.tag, str) or unseen(element):
        return None
    if (element.tag == "img" and _is_shown(element)) or (element in headings and text_of(element)):
        return element
    for child in element.iterchildren(reversed=True) if len(element) else ():
        if (found := _last_in(child, headings)) is not None:  # no deeper than `limits.MAX_DEPTH`
            return found
    text = element.text
    return text if text and not text.isspace() else None
