"""
Leaves one stop for the keyboard where a picture and its words are two links to one place.

News lists link the picture and the headline beside it to the same page. Whoever uses a keyboard
stops twice, and a screen reader says the same twice, or the name of a file. The words stay; the
picture beside them is silent, and still opens the page by mouse or touch. A picture with a
description of its own says something that the words do not, and stays, too.

Before:

    <li><a href="/15"><img src="a.jpg"></a> <a href="/15">The bridge is open</a></li>

After:

    <li><a href="/15" aria-hidden="true" tabindex="-1"><img src="a.jpg" alt=""></a> <a href="/15">The bridge is open</a></li>

Leaves alone:

    <li><a href="/15"><img src="a.jpg" alt="The mayor cuts a ribbon"></a> <a href="/15">The bridge is open</a></li>

    <li><a href="/14"><img src="a.jpg"></a> <a href="/15">The bridge is open</a></li>

    <a href="/"><img src="logo.png"></a><ul><li><a href="/">Home</a></li></ul>

    <li><a href="/15"><img src="a.jpg"></a> <a href="/15">more</a></li>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H2
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.name import says_words
from a11y_proxy.rewrite.html.queries.picture import says_nothing
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.rewrite.html.queries.twin import neighbours, own_words, telling_words
from a11y_proxy.rewrite.html.rule import rule

_WHY = "The picture and the words beside it were two links to one place"
_SPEAKING = ("title", "aria-label", "aria-labelledby")


@rule(criterion="2.4.4", selects="img")
def twin_link(element: Element, page: Page) -> Iterator[Edit]:
    link = _link_around(element)
    if link is None or link.get("onclick") is not None or any(map(link.get, _SPEAKING)):
        return
    alt = normalised(element.get("alt"))
    told = not alt or says_nothing(alt, element)
    for other in neighbours(link, page):
        words = telling_words(other)
        if not words or not (told or alt.lower() in words.lower()):
            continue
        if own_words(link) or out_of_reach(link, page):
            return
        yield SetAttribute(link, "aria-hidden", "true", why=_WHY)
        yield SetAttribute(link, "tabindex", "-1", why=_WHY)
        yield SetAttribute(element, "alt", "", why=_WHY)
        return


def _link_around(image: Element) -> Element | None:
    """Gives the link that holds this picture and no other, unless it plainly says words."""
    if any(map(image.get, _SPEAKING)):
        return None
    link = next((above for above in image.iterancestors("a") if above.get("href")), None)
    if link is None or says_words(link) or sum(1 for _ in link.iter("img", "svg")) != 1:
        return None
    return link
