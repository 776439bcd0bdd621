"""Whether an element holds anything to read, so that a picture may be shown behind it."""

from __future__ import annotations

from lxml.etree import _Element as Element

_PLAIN = frozenset({"a", "b", "div", "em", "figure", "p", "section", "span"})
"""Elements that show nothing unless they hold text."""


def holds_nothing(element: Element) -> bool:
    """Tells whether there is neither text nor anything drawn in the element; white space is none."""
    if str(element.tag) not in _PLAIN:
        return False
    return not "".join(element.itertext()).strip() and all(
        part.tag in _PLAIN for part in element.iter("*")
    )
