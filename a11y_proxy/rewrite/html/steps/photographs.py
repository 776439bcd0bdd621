"""Puts a photograph that lay behind a caption above it, where it is seen and the caption is read."""

from __future__ import annotations

import re

from lxml.etree import Element as new_element  # noqa: N813  # a function in lxml, whatever its name
from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hollow import is_caption

_BLOCKS = frozenset({"article", "div", "figure", "header", "section"})
_PHOTOGRAPH = re.compile(
    r'var\(--a11y-picture, (?P<url>url\("[^"]+\.(?:jpe?g|webp|avif)(?:\?[^"]*)?"\))\)',
    re.IGNORECASE,
)
"""Textures, gradients and logos come in other formats, and mean nothing without what lies on them."""


def photographs(page: Page) -> None:
    """
    Shows the photograph of a slide, a card or a title as a box of its own before the words.

    Only a picture that stands in the element's own style is known to belong to it; all it holds must
    be a few words. The box is empty, so that the appearance sheet lets it show its picture,
    and says so as all mapped pictures do: our script leaves it alone.

    Before: <div style="background-image: url(bridge.jpg)"><p>The bridge</p></div>
    After:  <div style="…"><span class="a11y-photo" style="background-image: …"></span><p>The bridge…
    """
    if page.rendition.images != "on":
        return
    for element in list(page.root.iter(*_BLOCKS)):
        found = _PHOTOGRAPH.search(element.get("style", ""))
        if found and element.get("data-a11y-picture") is None and is_caption(element):
            _show(element, found["url"])


def _show(element: Element, url: str) -> None:
    box = new_element("span")
    box.set("class", "a11y-photo")
    box.set("style", f"background-image:var(--a11y-picture, {url})")
    box.tail, element.text = element.text, None
    element.insert(0, box)
