"""Tells which region is the page's own content, and by what evidence; the best comes first."""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.landmark import main_of, operators_main
from a11y_proxy.rewrite.html.queries.prose import (
    block_of_prose,
    named_content,
    unrepeated_content,
)

REGIONS = frozenset({"div", "section", "article", "td", "th", "center"})
"""Elements that may be told to be the main region (ARIA in HTML), and lose no meaning by it."""

_SOURCES = (
    (
        lambda page, _: operators_main(page),
        "The operator of the site says that this is the main content",
    ),
    (unrepeated_content, "All around this region stands on other pages, too"),
    (named_content, "The site names this region as its content"),
    (block_of_prose, "This region holds the heading and most of the text"),
)


def content_and_why(page: Page) -> tuple[Element, str] | None:
    """Gives the region that should be the main landmark, and why; None where nothing plainly is."""
    for look, why in _SOURCES:
        found = look(page, REGIONS)
        if found is not None and found.tag in REGIONS:
            return found, why
    return None


def content_of(page: Page) -> Element | None:
    """Gives the main landmark, else what should be it; None where nothing plainly is."""
    written = main_of(page)
    if written is not None:
        return written
    found = content_and_why(page)
    return None if found is None else found[0]
