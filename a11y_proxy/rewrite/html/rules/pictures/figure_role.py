"""
Ties a picture to the caption that its author named as one.

By ear the words under a picture are one more paragraph, and nobody knows what they speak of. Where a box
holds nothing but a picture and what its class calls a caption, the two are a figure; the elements stay, which
the site's styles know.

Before:

    <div class="wp-caption"><a href="b.jpg"><img src="a.jpg" alt="A bridge"></a><p class="wp-caption-text">Opened in May</p></div>

After:

    <div class="wp-caption" role="figure" aria-labelledby="a11y-1"><a href="b.jpg"><img src="a.jpg" alt="A bridge"></a><p class="wp-caption-text" id="a11y-1">Opened in May</p></div>

Leaves alone:

    <figure><img src="a.jpg" alt="A bridge"><figcaption class="caption">Opened in May</figcaption></figure>

    <div><img src="a.jpg" alt="A bridge"><p>The bridge was opened in May.</p></div>

    <div><img src="a.jpg" alt=""><p class="caption">Opened in May</p></div>

    <div role="group"><img src="a.jpg" alt="A bridge"><p class="caption">Opened in May</p></div>

See: https://www.w3.org/WAI/tutorials/images/groups/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.caption import caption_beside
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.identity import identity_of
from a11y_proxy.rewrite.html.rule import rule

_WHY = "The picture and its caption were not tied to each other"
_TIED = ("aria-describedby", "aria-labelledby")
_SPEAKING = ("role", "aria-label", "aria-labelledby")


@rule(criterion="1.3.1", selects="img")
def figure_role(element: Element, page: Page) -> Iterator[Edit]:
    caption = caption_beside(element)
    if caption is None or element.get("alt") == "" or any(map(element.get, _TIED)):
        return
    box = caption.getparent()
    if box is None or box.tag != "div" or any(map(box.get, _SPEAKING)) or out_of_reach(box, page):
        return
    identity = identity_of(caption, page)
    if identity is None:
        return
    yield SetAttribute(box, "role", "figure", why=_WHY)
    yield SetAttribute(box, "aria-labelledby", identity, why=_WHY)
    if caption.get("id") != identity:
        yield SetAttribute(caption, "id", identity, why=_WHY)
