"""
Gives pictures the words that the site itself has for them, and never a guess.

A screen reader reads out the file name of a picture without words: "IMG underscore 0311". Sources,
the most certain first: the operator, the picture's title, its caption, the same picture elsewhere on
the site, the link around it. A picture that stands in a link beside its own words is silent.

Before:

    <figure><img src="a.jpg"><figcaption>The new school</figcaption></figure>
    <a href="/news"><img src="i.png" alt="subscribe_img"> Subscribe to the news</a>

After:

    <figure><img src="a.jpg" alt="The new school"><figcaption>The new school</figcaption></figure>
    <a href="/news"><img src="i.png" alt=""> Subscribe to the news</a>

Leaves alone:

    <img src="coat.png" alt="Coat of arms of Kakhovka">

    <img src="line.png" alt=""><img src="line.png" role="presentation">

    <a href="https://facebook.com/x"><img src="facebook.png" alt="facebook"></a>

    <p hidden><img src="a.jpg"></p><p>The road was mended. <img src="a.jpg"> It is open again.</p>

See: https://www.w3.org/WAI/tutorials/images/decision-tree/
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, RemoveAttribute, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.caption import caption_of
from a11y_proxy.rewrite.html.queries.described import described_elsewhere
from a11y_proxy.rewrite.html.queries.lasting import has_lasting_words
from a11y_proxy.rewrite.html.queries.picture import lacks_words, operators_alt, says_nothing
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.rewrite.html.queries.twin import own_words, words_elsewhere
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="1.1.1", selects="img")
def image_alt(element: Element, page: Page) -> Iterator[Edit]:
    written = operators_alt(element, page)
    if written:
        why = "The operator of the site described this picture"
        yield SetAttribute(element, "alt", written, why=why)
    elif written is not None:
        why = "The operator of the site says that this picture is decorative"
        yield from _without_words(element, why)
    elif lacks_words(element, page):
        link = next(element.iterancestors("a", "button"), None)
        words = "" if link is None else own_words(link)
        title = _telling_title(element)
        if link is not None and words and not title:
            yield from _silent(element, link, words)
        elif not words or title.casefold() != words.casefold():
            for found, why in islice(_honest_sources(element, link, page), 1):
                yield SetAttribute(element, "alt", found, why=why)


def _telling_title(image: Element) -> str:
    title = normalised(image.get("title"))
    return "" if not title or says_nothing(title, image) else title


def _silent(image: Element, link: Element, words: str) -> Iterator[Edit]:
    why = "The words of the link say what this picture would"
    yield from _without_words(image, why)
    # words that leave narrow windows would leave the link without a name there
    if not (has_lasting_words(link) or link.get("aria-label") or link.get("aria-labelledby")):
        yield SetAttribute(link, "aria-label", words, why=why)


def _without_words(image: Element, why: str) -> Iterator[Edit]:
    yield SetAttribute(image, "alt", "", why=why)
    if image.get("title") is not None:
        # it would be read out all the same
        yield RemoveAttribute(image, "title", why=why)


def _honest_sources(image: Element, link: Element | None, page: Page) -> Iterator[tuple[str, str]]:
    if title := _telling_title(image):
        yield title, "The picture's title says what it shows"
    if words := caption_of(image):
        boxes = image.iterancestors("figure", "div")
        inside = any("figure" in {box.tag, role_of(box)} for box in boxes)
        # as it stands it would be said twice: only a figure ties it to its picture
        words = words if inside else page.say("Picture captioned “{text}”", text=words)
        yield words, "The picture's caption says what it shows"
    if words := described_elsewhere(image, page):
        yield words, "Another page of the site describes this picture"
    if link is not None:
        if words := normalised(link.get("title")):
            yield words, "The title of the link says where this picture leads"
        if image.get("alt") and (words := words_elsewhere(link, page)):
            yield words, "Another link to the same place says where this picture leads"
