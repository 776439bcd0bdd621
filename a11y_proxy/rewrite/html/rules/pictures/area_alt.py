"""
Names the links of an image map by where they lead.

A screen reader comes to a link without words for each part of the map, or to one named "3". The place
on this page where a link leads has words, and other links may name the same place.

Before:

    <map name="m"><area href="#east" shape="rect" coords="0,0,9,9"></map><p><a name="east"></a><b>East</b>: tel. 2-31-04</p>

After:

    <map name="m"><area href="#east" shape="rect" coords="0,0,9,9" alt="East"></map><p><a name="east"></a><b>East</b>: tel. 2-31-04</p>

Leaves alone:

    <map name="m"><area href="/east" alt="East"><area shape="default" nohref><area href="/w" aria-label="West"></map>

    <map name="m" hidden><area href="#east"></map><h2 id="east">East</h2>

    <map name="m"><area href="/w" alt="West 3"></map><a href="/w">West</a>

Flags:

    <map name="m"><area href="/east" shape="rect" coords="0,0,9,9"></map>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H24
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.picture import lacks_words, says_nothing
from a11y_proxy.rewrite.html.queries.target import words_at_target
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.rewrite.html.queries.twin import words_elsewhere
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="1.1.1", selects="area[href]")
def area_alt(element: Element, page: Page) -> Iterator[Edit]:
    # a link says something: an empty alternative is none
    if not lacks_words(element, page, silent=False):
        return
    title = normalised(element.get("title"))
    if title and not says_nothing(title, element):
        yield SetAttribute(element, "alt", title, why="The picture's title says what it shows")
    elif words := words_at_target(element, page):
        why = "The place on this page where the link leads has words"
        yield SetAttribute(element, "alt", words, why=why)
    elif words := words_elsewhere(element, page):
        why = "Another link to the same place says what it is about"
        yield SetAttribute(element, "alt", words, why=why)
    else:
        yield Flag(element, why="The link has no name, and nothing on the page gives one")
