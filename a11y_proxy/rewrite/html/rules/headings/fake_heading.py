"""
Tells that a bold or large line over a text is its heading.

Sight takes it for a heading; a list of headings does not have it. The line keeps its tag and its looks.
Where half of a page is bold, nobody could say which lines head something, and none is touched.

Before:

    <h1>Water</h1><p><b>When it will be back</b></p><p>The pipe will be repaired by Friday, says the water company.</p>

After:

    <h1>Water</h1><p role="heading" aria-level="2"><b>When it will be back</b></p><p>The pipe will be repaired by Friday, says the water company.</p>

Leaves alone:

    <p><b>Attention:</b> the pipe will be repaired by Friday, says the water company.</p>

    <p><b>The pipe will be repaired by Friday.</b></p><p>So says the water company, which has promised it before.</p>

    <table><tr><td><b>Monday</b><br>The office is open from eight to five, and closed at noon.</td></tr></table>

    <p><b><a href="/water">When it will be back</a></b></p><p>The pipe will be repaired by Friday, says the company.</p>

    <p>The council of the town, which met on Monday, has after a long and lively debate</p><p><b>DECIDED</b></p><ul><li>to repair the pipe</li></ul>

    <p><b>Mayor</b></p><p><b>O. Lymanenko</b></p>

See: https://www.w3.org/WAI/WCAG22/Techniques/failures/F2
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import LOWEST, level_of, outline
from a11y_proxy.rewrite.html.queries.line import loud_lines
from a11y_proxy.rewrite.html.rule import rule

_FIRST = 2
"""Level 1 is the page's own heading, which another rule finds."""


@rule(criterion="1.3.1", selects="body")
def fake_heading(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body:
        return
    for line, level in _levels(element, page).items():
        why = "A line that looks like a heading was none"
        yield SetAttribute(line, "role", "heading", why=why)
        yield SetAttribute(line, "aria-level", str(level), why=why)


def _levels(body: Element, page: Page) -> Mapping[Element, int]:
    """Gives each line the level below the heading that it stands under; lines are alike."""
    lines = set(loud_lines(page))
    headings = set(outline(page)) if lines else set()
    found: dict[Element, int] = {}
    level = _FIRST
    for element in body.iter() if lines else ():
        if element in headings:
            if level_of(element) == 1:
                found.clear()  # what stands before the page's own heading cannot stand under it
            level = min(level_of(element) + 1, LOWEST)
        elif element in lines:
            found[element] = level
    return found
