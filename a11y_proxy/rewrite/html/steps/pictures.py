"""Shows words in place of pictures, for visitors who turned pictures off."""

from __future__ import annotations

from lxml.etree import Element as new_element  # noqa: N813  # a function in lxml, whatever its name
from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import is_place
from a11y_proxy.rewrite.html.queries.picture import UNDESCRIBED
from a11y_proxy.standards.html import XLINK

_CARRIED = ("id", "lang", "dir", "title")
_PICTURED = {"input": ("src",), "image": ("href", f"{{{XLINK}}}href"), "video": ("poster",)}
"""What names a picture on elements that stay; `image` stands inside SVG."""


def pictures(page: Page) -> None:
    """
    Puts the alternative text where each picture stands (WCAG 1.1.1), framed, in the line.

    A decorative picture (`alt=""`) shows nothing. One without any alternative says that a
    picture is there and links to it: nothing of the page is out of reach. An image map stays,
    since its links have no other place, and so does inline SVG: mostly icons, with words of
    its own; a photograph inside goes. A button that is a picture shows its words. The appearance
    sheet takes background pictures away.
    """
    if page.rendition.images == "on":
        return
    page.root.set("data-a11y-pictures", "off")
    for image in list(page.root.iter("img")):
        if image.get("usemap") is None:
            _replace(image, page)
    for element in page.root.iter(*_PICTURED):
        for name in _PICTURED[str(element.tag)]:
            element.attrib.pop(name, None)


def _replace(image: Element, page: Page) -> None:
    parent = image.getparent()
    if parent is None:
        return
    alternative = image.get("alt")
    words = new_element("span")
    words.tail = image.tail
    for name in _CARRIED:
        if (value := image.get(name)) is not None:
            words.set(name, value)
    if alternative is None or alternative == page.say(UNDESCRIBED):
        words.set("class", "a11y-picture")
        _say_that_one_is_here(words, image, page)
    elif alternative.strip():
        words.set("class", "a11y-picture")
        words.text = _framed(alternative.strip(), page)
    parent.replace(image, words)


def _framed(alternative: str, page: Page) -> str:
    """Says that words stand for a picture, where they do not say so themselves."""
    told = page.say("Picture: {text}", text=alternative)
    kind = told.partition(":")[0]
    return alternative if alternative.startswith(kind) else told


def _say_that_one_is_here(words: Element, image: Element, page: Page) -> None:
    address = image.get("src") or ""
    inside_link = any(ancestor.tag == "a" for ancestor in image.iterancestors())
    if inside_link or not address or not is_place(address):
        words.text = page.say(UNDESCRIBED)
        return
    link = new_element("a", href=address)
    link.text = page.say(UNDESCRIBED)
    words.append(link)
