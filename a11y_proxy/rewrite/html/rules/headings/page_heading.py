"""
Gives a page its heading of level 1, where something plainly heads it.

The first thing that many people who listen do on a page is to go to its heading of level 1: it says that
this is the page they wanted. The element keeps its tag and its looks.

Before:

    <head><title>Water - Kakhovka</title></head><body><h2>Water</h2><h3>When</h3><p>Tomorrow.</p><h3>Where</h3><p>Everywhere.</p></body>

After:

    <head><title>Water - Kakhovka</title></head><body><h2 aria-level="1">Water</h2><h3>When</h3><p>Tomorrow.</p><h3>Where</h3><p>Everywhere.</p></body>

Leaves alone:

    <h1>Water</h1><h2>When</h2><p>Tomorrow.</p>

    <div role="heading" aria-level="1">Water</div><h2>When</h2><p>Tomorrow.</p>

    <p>So short a page needs none.</p>

Flags:

    <h2>News</h2><p>None.</p><h2>Weather</h2><p>Rain.</p>

    <nav><h2>Menu</h2><a href="/">Home</a></nav><p>There will be no water tomorrow.</p>

See: https://www.w3.org/WAI/tutorials/page-structure/headings/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import HEADINGS, level_of, operators_headings, outline
from a11y_proxy.rewrite.html.queries.headline import headline
from a11y_proxy.rewrite.html.queries.weight import weights
from a11y_proxy.rewrite.html.rule import rule

_ENOUGH_TO_HEAD = 200
"""Letters: fewer are read as soon as a heading."""


@rule(criterion="2.4.6", selects="body")
def page_heading(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body or page.fragment:
        return
    heading = headline(page)
    if heading is None:
        if outline(page) or page.ask(weights).of(element) >= _ENOUGH_TO_HEAD:
            yield Flag(page.root, why="Nothing on this page is plainly its heading")
        return
    made = heading.tag in HEADINGS or heading.get("role") == "heading"
    if (made and level_of(heading) == 1) or heading in operators_headings(page):
        return
    why = "The page had no heading of level 1; this heads it"
    if not made:
        yield SetAttribute(heading, "role", "heading", why=why)
    yield SetAttribute(heading, "aria-level", "1", why=why)
