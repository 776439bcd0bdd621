"""
Says which headings a page has, of which level, and which one something stands under.

What becomes a heading keeps its tag and gets `role="heading"`; what changes its level gets
`aria-level`. Every screen reader knows both, and the author's style sheets and scripts, which know
tags, go on finding what they look for.
"""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.chosen import chosen
from a11y_proxy.rewrite.html.queries.hidden import HIDING, out_of_reach
from a11y_proxy.rewrite.html.queries.role import role_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

LOWEST = 6
"""The lowest level that HTML has a heading for, and that all screen readers have a key for."""

_DEFAULT = 2
"""The level of `role="heading"` without `aria-level` (ARIA 1.2, §5.4)."""


def level_of(heading: Element) -> int:
    """Gives the level at which assistive technology meets the heading."""
    written = (heading.get("aria-level") or "").strip()
    if written.isdecimal() and int(written):
        return int(written)
    return int(heading.tag[1]) if heading.tag in HEADINGS else _DEFAULT


def outline(page: Page) -> tuple[Element, ...]:
    """Gives the headings that can be heard, in document order."""
    return page.ask(_outline)


@reads(*HEADINGS, "role", *HIDING)
def _outline(page: Page) -> tuple[Element, ...]:
    if page.body is None:
        return ()
    made = {element for element in page.index.having("role") if role_of(element) == "heading"}
    among = (element for element in page.body.iter() if element in made or element.tag in HEADINGS)
    return tuple(
        heading
        for heading in (among if made else page.body.iter(*HEADINGS))
        if role_of(heading) == "heading" and not out_of_reach(heading, page)
    )


def operators_headings(page: Page) -> dict[Element, int]:
    """Gives the level of each element that the operator says is a heading; nothing changes it."""
    return page.ask(_operators) if page.site.headings else {}


def _operators(page: Page) -> dict[Element, int]:
    return {
        element: level
        for selector, level in page.site.headings.items()
        for element in chosen(selector, page)
    }
