"""
Makes the elements that we add to pages.

The mark `data-a11y-ui` says that an element is ours with all that it holds: reports and tests leave it
out when they compare a page with its original. What we put around the site's own has no mark.
"""

from __future__ import annotations

from typing import Literal

from lxml.etree import Element as new_element  # noqa: N813  # a function in lxml, whatever its name
from lxml.etree import _Element as Element

OURS = "data-a11y-ui"

ORIGINAL = "data-a11y-original"
"""The mark of what leads to the original on purpose: its addresses stay absolute."""


def ours(tag: str, text: str = "", /, **attributes: str) -> Element:
    """Gives a new element with our mark; write `class_` for `class`, `aria_label` for `aria-label`."""
    element = around(tag, **attributes)
    element.set(OURS, "")
    element.text = text or None
    return element


def around(tag: str, /, **attributes: str) -> Element:
    """Gives a new element to wrap something of the site's own in."""
    element = new_element(tag)
    for name, value in attributes.items():
        element.set(name.rstrip("_").replace("_", "-"), value)
    return element


def list_part(tag: Literal["ul", "ol", "li"], *, native: bool) -> Element:
    """
    Gives a list, or an item of one, that has no box and no look of its own.

    Where no such element may be (not `native`), as in a paragraph, it is a `<span>` with its role.
    """
    if native:
        return around(tag, class_="a11y-lines")
    return around("span", role="listitem" if tag == "li" else "list", class_="a11y-lines")
