"""
Makes an ordinary page of a frameset, with its frames in their places.

A frameset has no words, no headings, and no room for a panel or for anything else that helps. The frames stay
where they were, and are the regions that their names or files say; a link from one into another leads there as before.

Before:

    <html><frameset rows="90,*" onload="greet()"><frame src="top.html" name="top"><frameset cols="20%,*,2*"><frame src="menu.html" name="left"><frame src="a.html" name="main"><frame src="b.html" title="Map"></frameset></frameset></html>

After:

    <body rows="90,*" onload="greet()"><div class="a11y-frames" style="grid-template-rows:min(40vh,calc(90px*var(--a11y-scale,1))) minmax(0,1fr)"><header class="a11y-around"><iframe src="top.html" name="top" title="Header"></iframe></header><div cols="20%,*,2*" class="a11y-frames" style="grid-template-columns:minmax(0,20%) minmax(0,1fr) minmax(0,2fr)"><nav class="a11y-around"><iframe src="menu.html" name="left" title="Menu"></iframe></nav><main class="a11y-around"><iframe src="a.html" name="main" title="Content"></iframe></main><iframe src="b.html" title="Map"></iframe></div></div></body>

Leaves alone:

    <p>A frameset is a page of frames.</p><iframe src="menu.html" name="menu"></iframe>

    <div class="frameset" rows="90,*"></div>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H64
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Rename, SetAttribute, Wrap, WrapRun
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.frameset import frame_kind, layout
from a11y_proxy.rewrite.html.queries.named import Kind
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.rewrite.html.rule import rule

_REGIONS: Mapping[Kind, tuple[str, str]] = {
    "banner": ("header", "Header"),
    "complementary": ("aside", "Side column"),
    "contentinfo": ("footer", "Footer"),
    "main": ("main", "Content"),
    "navigation": ("nav", "Menu"),
}
_WHY = "The page had no body, only frames"
_NAMED = "The name of the frame or of its file says which region it is"


@rule(criterion="1.3.1", selects="frameset")
def no_frameset(element: Element, page: Page) -> Iterator[Edit]:
    parent = element.getparent()
    if parent is None or parent.tag != "html":
        return
    has_main = False
    for frame in element.iter("frame"):
        kind = frame_kind(frame)
        if kind in _REGIONS and not (has_main and kind == "main"):
            has_main = has_main or kind == "main"
            tag, words = _REGIONS[kind]
            if not normalised(frame.get("title")):
                yield SetAttribute(frame, "title", page.say(words), why=_NAMED)
            yield Wrap(frame, around(tag, class_="a11y-around"), why=_NAMED)
        yield Rename(frame, "iframe", why=_WHY)
    for inner in element.iterdescendants("frameset"):
        yield SetAttribute(inner, "class", "a11y-frames", why=_WHY)
        yield SetAttribute(inner, "style", layout(inner), why=_WHY)
        yield Rename(inner, "div", why=_WHY)
    frames = around("div", class_="a11y-frames", style=layout(element))
    yield WrapRun(element, None, None, frames, why=_WHY)
    yield Rename(element, "body", why=_WHY)
