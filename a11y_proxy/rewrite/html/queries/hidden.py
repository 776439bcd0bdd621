"""Says what nobody sees, and what nobody hears."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

UNRENDERED = frozenset({
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "datalist",
    "noframes", "noembed", "param", "source", "track",
})  # fmt: skip
"""Elements whose content is not on the page (HTML Standard §15.3.1; scripting is on)."""

_HIDING_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)


def unseen(element: Element) -> bool:
    """
    Says whether the element itself is not rendered, by tag, attribute or its own `style`.

    Style sheets are not asked: what they hide may be shown by a script or another width.
    """
    if element.tag in UNRENDERED:
        return True
    if not element.attrib:
        return False
    if element.tag == "input" and (element.get("type") or "").strip().lower() == "hidden":
        return True
    return element.get("hidden") is not None or bool(_HIDING_STYLE.search(element.get("style", "")))


def unheard(element: Element) -> bool:
    """Says whether the element itself is kept from assistive technology (`unseen` is, too)."""
    return unseen(element) or element.get("aria-hidden", "").strip().lower() == "true"


def out_of_reach(element: Element) -> bool:
    """
    Says whether the element, or one that it stands in, is `unheard`.

    What stands in `<noscript>` is within reach of visitors without scripts.
    """
    return unheard(element) or any(
        unheard(ancestor) and ancestor.tag != "noscript" for ancestor in element.iterancestors()
    )
