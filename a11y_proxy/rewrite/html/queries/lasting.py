"""Says whether words are there at every width of the window, as far as their classes tell."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

_LEAVES = re.compile(r"(?:^|\s)(?:(?:d-(?:\w+-)?none|hidden|hide)\b|(?:hide|hidden|visible)[-A-Z])")
"""Classes by which frameworks take words away, often in some widths only."""


def has_lasting_words(element: Element) -> bool:
    """Says whether some of its words stand outside everything that such a class takes away."""
    return any(
        _is_told(part) and not _LEAVES.search(part.get("class") or "") for part in element.iter("*")
    )


def _is_told(part: Element) -> bool:
    texts = (part.text, *(child.tail for child in part))
    return any(text and not text.isspace() for text in texts)
