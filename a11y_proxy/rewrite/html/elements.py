"""
Makes the elements that we add to pages, each marked as ours.

The mark `data-a11y-ui` lets style sheets, reports and tests tell our words from the site's.
"""

from __future__ import annotations

from lxml.etree import Element as new_element  # noqa: N813  # a function in lxml, whatever its name
from lxml.etree import _Element as Element

OURS = "data-a11y-ui"


def ours(tag: str, text: str = "", /, **attributes: str) -> Element:
    """Gives a new element with our mark; write `class_` for `class`, `aria_label` for `aria-label`."""
    element = new_element(tag)
    for name, value in attributes.items():
        element.set(name.rstrip("_").replace("_", "-"), value)
    element.set(OURS, "")
    element.text = text or None
    return element
