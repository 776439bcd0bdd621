"""Sends every style that a page carries itself through the style sheet rewriting."""

from __future__ import annotations

from dataclasses import replace

from lxml.etree import _Element as Element

from a11y_proxy.core.links import STYLING, loads
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_media, rewrite_sheet, rewrite_style
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import page_urls
from a11y_proxy.rewrite.html.queries.drawing import drawings
from a11y_proxy.rewrite.html.queries.hollow import holds_nothing
from a11y_proxy.rewrite.html.styles import Rewrite, rewritten

_QUERIES = {
    "link": ("media",),
    "style": ("media",),
    "source": ("media", "sizes"),
    "img": ("sizes",),
}
"""Attributes that ask for the window's width: a picture is chosen, and laid out, as under zoom."""

_GONE = "display:none"


def restyle(page: Page) -> None:
    """
    Rewrites `<style>`, `style=""` and the queries of sheets and pictures; layout "text" takes them all away.

    A style that cannot be parsed is taken away as well: the page reads without it, and its
    colours would be nobody's promise. A drawing in several colours keeps its own.
    """
    if page.rendition.layout == "text":
        _strip(page)
        return
    urls = page_urls(page)
    context = SheetContext(map_url=urls.map, mark=page.mark, map_sheet=urls.map_sheet)
    drawn = {part for svg in drawings(page.root) for part in svg.iter("*")}
    in_drawing = replace(context, drawing=True)
    for element in page.root.iter("*"):
        here = in_drawing if element in drawn else context
        if element.tag == "style" and _is_css(element):
            element.text = rewritten(rewrite_sheet, element.text or "", here)
        if element.get("style") is not None:
            _show_picture(element)
            _rewrite(element, "style", rewrite_style, here)
        for name in _QUERIES.get(str(element.tag), ()):
            if element.get(name):
                _rewrite(element, name, rewrite_media, context)


def _rewrite(element: Element, name: str, rewrite: Rewrite, context: SheetContext) -> None:
    after = rewritten(rewrite, element.attrib[name], context)
    if after is None:
        del element.attrib[name]
    else:
        element.set(name, after)


def _show_picture(element: Element) -> None:
    """
    Says of a box with a background picture of its own that it holds nothing to read.

    A style sheet can tell that of an empty box only, and `:empty` does not match white space.
    """
    if "url(" in element.get("style", "").lower() and holds_nothing(element):
        element.set("data-a11y-picture", "")


def _is_css(style: Element) -> bool:
    return (style.get("type") or "text/css").strip().lower() == "text/css"


def _strip(page: Page) -> None:
    """Takes away author sheets and styles; what a style attribute hides stays hidden."""
    for element in list(page.root.iter("*")):
        if _is_sheet(element):
            _remove(element)
        elif (style := element.get("style")) is not None:
            if _GONE in style.replace(" ", "").lower():
                element.set("style", _GONE)
            else:
                del element.attrib["style"]


def _is_sheet(element: Element) -> bool:
    if element.tag == "style":
        return _is_css(element)
    # one that is loaded early would be applied by a script
    return element.tag == "link" and loads(element.get("rel", ""), element.get("as")) in STYLING


def _remove(element: Element) -> None:
    """Takes an element away and leaves the text that follows it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "") or None
    else:
        parent.text = (parent.text or "") + (element.tail or "") or None
    parent.remove(element)
