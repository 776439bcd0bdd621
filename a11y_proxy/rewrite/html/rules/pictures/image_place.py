"""
Names a picture that nobody described by its place, and asks a person for its words.

Where it stands is a fact: the third of seven photographs, in the part under a heading. It says what to
look for and what is missing, and stands in for the name of a file. What the picture shows is not ours
to say. A small picture among words is left to be passed over.

Before:

    <h1>Memorandum</h1><p>Signed.</p><p>Photo:</p><p><img src="1.jpg"> <img src="2.jpg" alt="IMG_0312"></p>

After:

    <h1>Memorandum</h1><p>Signed.</p><p>Photo:</p><p><img src="1.jpg" alt="Photo 1 of 2: Memorandum"> <img src="2.jpg" alt="Photo 2 of 2: Memorandum"></p>

Leaves alone:

    <h2>Road</h2><img src="1.jpg" alt="The mended road"><img src="2.jpg" alt="">

    <h2>Road</h2><a href="/road"><img src="1.jpg"></a>

    <h2>Road</h2><p hidden><img src="1.jpg"></p><img src="2.jpg" aria-label="The mended road">

Flags:

    <p>Telephone <img src="tel.png" width="16" height="16"> 2-11-35</p>

    <h2>Kakhovka</h2><p>See <img src="/img/kaxobka.png" alt="kaxobka"> here</p>

See: https://www.w3.org/WAI/WCAG22/Understanding/non-text-content
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.gallery import galleries, words_for
from a11y_proxy.rewrite.html.queries.picture import (
    UNDESCRIBED,
    address_of,
    first_of_its_file,
    is_file_word,
    is_small,
    lacks_words,
)
from a11y_proxy.rewrite.html.queries.section import heading_over
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.rule import rule

_WHY_FLAGGED = "Nothing on the page says what this picture shows"
_WHY = "Nothing on the page says what this picture shows; for now its place names it"


@rule(criterion="1.1.1", selects="img")
def image_place(element: Element, page: Page) -> Iterator[Edit]:
    if not lacks_words(element, page):
        return
    place = page.ask(galleries).get(element)
    if place is not None and (words := words_for(place, page)):
        why = "The picture has no words; its place in the gallery is a fact"
        yield SetAttribute(element, "alt", words, why=why)
    elif next(element.iterancestors("a", "button"), None) is not None:
        return  # it is the matter of its link, or of its button
    elif is_file_word(element.get("alt") or "", element, page):
        yield Flag(element, why="The words for this picture are only a file name")
    elif not is_small(element):
        yield SetAttribute(element, "alt", _place(element, page), why=_WHY)
        yield Flag(element, why=_WHY_FLAGGED)
    elif page.ask(first_of_its_file).get(address_of(element)) is element:
        yield Flag(element, why=_WHY_FLAGGED)


def _place(image: Element, page: Page) -> str:
    """Gives where a picture stands: under which heading, and the how maniest there."""
    heading = heading_over(image, page)
    if heading is None or not (title := text_of(heading)):
        return page.say(UNDESCRIBED)
    under = page.ask(_under_headings)[heading]
    if len(under) == 1:
        return page.say("Picture in “{title}”", title=title)
    phrase = "Picture {number} of {total} in “{title}”"
    return page.say(phrase, number=under[image], total=len(under), title=title)


def _under_headings(page: Page) -> dict[Element, dict[Element, int]]:
    """Gives the pictures under each heading, numbered, without those that only take room."""
    found: dict[Element, dict[Element, int]] = {}
    for image in page.root.iter("img"):
        if image.get("alt") != "" and not is_small(image):
            heading = heading_over(image, page)
            if heading is not None:
                under = found.setdefault(heading, {})
                under[image] = len(under) + 1
    return found
