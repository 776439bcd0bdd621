"""
Gives pictures the words that the site itself has for them, and never a guess.

A screen reader reads out the file name of a picture without words: "IMG underscore 0311". Sources,
the most certain first: the operator, the picture's title, its caption, the link around it, its
place in a gallery. A picture that only takes room, or stands beside its own words, is silent.

Before:

    <figure><img src="a.jpg"><figcaption>The new school</figcaption></figure>
    <a href="/news"><img src="i.png" alt="subscribe_img"> Subscribe to the news</a>
    <form><input type="image" src="go.gif" value="Search"></form>

After:

    <figure><img src="a.jpg" alt="The new school"><figcaption>The new school</figcaption></figure>
    <a href="/news"><img src="i.png" alt=""> Subscribe to the news</a>
    <form><input type="image" src="go.gif" value="Search" alt="Search"></form>

Leaves alone:

    <img src="coat.png" alt="Coat of arms of Kakhovka">

    <img src="line.png" alt=""><img src="line.png" role="presentation">

    <a href="https://facebook.com/x"><img src="facebook.png" alt="facebook"></a>

    <p hidden><img src="a.jpg"></p>

Flags:

    <p>The road was mended. <img src="IMG_0311.jpg" alt="IMG_0311.jpg"> It is open again.</p>

    <form><input type="image" src="go.gif"></form>

    <map name="m"><area href="/east" shape="rect" coords="0,0,9,9"></map>

See: https://www.w3.org/WAI/tutorials/images/decision-tree/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.gallery import galleries, words_for
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.name import name_of
from a11y_proxy.rewrite.html.queries.picture import is_spacer, operators_alt, says_nothing
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.queries.text import normalised, text_of
from a11y_proxy.rewrite.html.queries.twin import words_elsewhere
from a11y_proxy.rewrite.html.rule import rule
from a11y_proxy.standards.aria import NONE_ROLES


@rule(criterion="1.1.1", selects="img, area[href], input[type=image]")
def image_alt(element: Element, page: Page) -> Iterator[Edit]:
    if words := operators_alt(element, page):
        yield SetAttribute(
            element, "alt", words, why="The operator of the site described this picture"
        )
        return
    alt = element.get("alt")
    if (alt is not None and not says_nothing(alt, element)) or _is_settled(element, page):
        return
    found = next(_honest_sources(element, page), None)
    if found is not None:
        words, why = found
        yield SetAttribute(element, "alt", words, why=why)
    elif alt is not None:
        yield Flag(element, why="The words for this picture are only a file name")
    elif not _is_left_to_its_link(element, page):
        yield Flag(element, why="Nothing on the page says what this picture shows")


def _is_settled(element: Element, page: Page) -> bool:
    named = element.get("aria-label") or element.get("aria-labelledby")
    return bool(named) or role_of(element) in NONE_ROLES or out_of_reach(element, page)


def _honest_sources(element: Element, page: Page) -> Iterator[tuple[str, str]]:
    title = normalised(element.get("title"))
    if title and not says_nothing(title, element):
        yield title, "The picture's title says what it shows"
    if element.tag == "img":
        yield from _surroundings(element, page)
    elif value := normalised(element.get("value")):
        yield value, "The button's value says what it does"


def _surroundings(element: Element, page: Page) -> Iterator[tuple[str, str]]:
    link = next(element.iterancestors("a", "button"), None)
    if link is None and is_spacer(element):
        yield "", "This picture only takes room"
    figure = next(element.iterancestors("figure"), None)
    caption = None if figure is None else next(figure.iter("figcaption"), None)
    if caption is not None and _is_only_picture(figure) and (words := text_of(caption)):
        yield words, "The picture's caption says what it shows"
    if link is not None:
        if text_of(link):
            yield "", "The words of the link say what this picture would"
        if words := normalised(link.get("title")):
            yield words, "The title of the link says where this picture leads"
        if element.get("alt") and (words := words_elsewhere(link, page)):
            yield words, "Another link to the same place says where this picture leads"
    if (place := page.ask(galleries).get(element)) and (words := words_for(place, page)):
        yield words, "The picture has no words; its place in the gallery is a fact"


def _is_only_picture(figure: Element | None) -> bool:
    return figure is not None and sum(1 for _ in figure.iter("img")) == 1


def _is_left_to_its_link(element: Element, page: Page) -> bool:
    link = next(element.iterancestors("a"), None)
    return link is not None and link.get("href") is not None and not name_of(link, page)
