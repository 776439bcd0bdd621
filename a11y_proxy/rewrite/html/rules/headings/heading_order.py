"""
Closes up levels of headings that were skipped.

A level 4 right under a level 2 makes people who listen look for a level 3 that they must have missed.
Headings that were alike stay alike, what stood below another stays below it, and what stands below none
keeps its level. The element keeps its tag and its looks.

Before:

    <h1>Water</h1><h4>When</h4><h5>At night</h5><h4>Where</h4>

After:

    <h1>Water</h1><h4 aria-level="2">When</h4><h5 aria-level="3">At night</h5><h4 aria-level="2">Where</h4>

Leaves alone:

    <h1>Water</h1><h2>When</h2><h3>At night</h3><h2>Where</h2><h3>In town</h3>

    <h2>Menu</h2><h1>Water</h1><h2>When</h2>

    <h3>Menu</h3><h1>Water</h1><h2>When</h2>

    <h1>Water</h1><h4 hidden>When</h4>

    <p>No heading at all</p>

See: https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import level_of, operators_headings, outline
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="1.3.1", selects="body")
def heading_order(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body:
        return
    headings = outline(page)
    levels = [level_of(heading) for heading in headings]
    for heading, old, new in zip(headings, levels, closed_up(levels), strict=True):
        if old != new and heading not in operators_headings(page):
            why = "Levels of headings were skipped"
            yield SetAttribute(heading, "aria-level", str(new), why=why)


def closed_up(levels: list[int]) -> Iterator[int]:
    """Gives each heading's level below the one that it stands under, with none between."""
    above: list[tuple[int, int]] = []
    for level in levels:
        while above and above[-1][0] >= level:
            above.pop()
        new = above[-1][1] + 1 if above else level
        above.append((level, new))
        yield new
