"""
Lets pictures be silent that only take room.

Old layouts hold boxes open with transparent pictures, count visits with pictures of one pixel and put
pictures for bullets and lines. A screen reader reads out the name of each file.

Before:

    <p>News<img src="/i/spacer.gif" width="10" height="5"> of today</p><img src="bullet.png" alt="bullet.png">

After:

    <p>News<img src="/i/spacer.gif" width="10" height="5" alt=""> of today</p><img src="bullet.png" alt="">

Leaves alone:

    <img src="line.png" alt="The line of the bus"><img src="spacer.gif" alt=""><img src="dots.jpg">

    <a href="/"><img src="spacer.gif" class="logo"></a><button><img src="arrow.png"></button>

    <img src="spacer.gif" title="News"><img src="spacer.gif" onclick="show()">

See: https://www.w3.org/WAI/tutorials/images/decorative/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.picture import is_ornament, is_spacer, says_nothing
from a11y_proxy.rewrite.html.rule import rule

_SPEAKING = ("aria-label", "aria-labelledby", "onclick", "title", "usemap")


@rule(criterion="1.1.1", selects="img")
def decorative_picture(element: Element, page: Page) -> Iterator[Edit]:
    alt = element.get("alt")
    if alt == "" or (alt is not None and not says_nothing(alt, element)):
        return
    if not (is_spacer(element) or is_ornament(element)) or any(map(element.get, _SPEAKING)):
        return
    if next(element.iterancestors("a", "button"), None) is None and not out_of_reach(element, page):
        yield SetAttribute(element, "alt", "", why="This picture only takes room")
