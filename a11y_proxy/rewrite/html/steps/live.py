"""Marks what is mapped, for our script that maps what the site's scripts add."""

from __future__ import annotations

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.scripted import is_scripted

DONE = "data-a11y-done"


def live(page: Page) -> None:
    """
    Marks each sheet of a page with scripts, and of a fragment that a script inserts.

    Colours and sizes can be told to be mapped, but not the widths of a sheet's media queries:
    without the mark they would be multiplied a second time.
    """
    if not (page.fragment or is_scripted(page.root)):
        return
    for sheet in page.root.iter("style", "link"):
        if sheet.tag == "style" or "stylesheet" in sheet.get("rel", "").lower().split():
            sheet.set(DONE, "")
