"""
Marks where the page's own content is, so that readers can go straight to it.

The operator's word counts first, then what stands on this page only, then the page's word: a region
named as content that holds most of the text and the heading, or a block that plainly does; last, all that
stands between a header or menu and a footer. Never a region that holds the whole page.

Before:

    <ul id="menu"><li><a href="/">Home</a></li></ul>
    <div id="content"><h1>Water</h1><p>There will be no water in School Street tomorrow.</p></div>

After:

    <ul id="menu"><li><a href="/">Home</a></li></ul>
    <div id="content" role="main"><h1>Water</h1><p>There will be no water in School Street tomorrow.</p></div>

Leaves alone:

    <nav><a href="/">Home</a></nav><main><h1>Water</h1><p>None tomorrow.</p></main>

    <nav><a href="/">Home</a></nav><div role="main"><h1>Water</h1><p>None tomorrow.</p></div>

    <h1>Water</h1><p>None tomorrow.</p><a href="/">Home</a>

Flags:

    <div id="content"><div id="menu"><a href="/">Home</a><a href="/n">News</a><a href="/c">Contacts</a></div><p>None tomorrow.</p></div>

See: https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute, WrapRun
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.bracket import run_between
from a11y_proxy.rewrite.html.queries.content import content_and_why
from a11y_proxy.rewrite.html.queries.landmark import main_of
from a11y_proxy.rewrite.html.rule import rule

_WORTH_SKIPPING = 3
"""With fewer links there is nothing that a reader would want to go past."""


@rule(criterion="2.4.1", selects="body")
def main_landmark(element: Element, page: Page) -> Iterator[Edit]:
    if main_of(page) is not None:
        return
    found = content_and_why(page)
    if found is not None:
        region, why = found
        yield SetAttribute(region, "role", "main", why=why)
        return
    run = run_between(page)
    if run is not None:
        why = "This stands between the page's header or menu and its footer"
        new = around("main", class_="a11y-around")
        yield WrapRun(run.box, run.after, run.until, new, why=why)
    elif sum(1 for _ in element.iter("a")) >= _WORTH_SKIPPING:
        yield Flag(page.root, why="Where the main content begins cannot be told")
