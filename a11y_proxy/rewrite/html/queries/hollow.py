"""Whether an element holds anything to read: a picture may be shown behind nothing, or above a few words."""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.wholetext import text_in

_PLAIN = frozenset({"a", "b", "div", "em", "figure", "p", "section", "span"})
"""Elements that show nothing unless they hold text."""


def holds_nothing(element: Element) -> bool:
    """Tells whether there is neither text nor anything drawn in the element; white space is none."""
    if str(element.tag) not in _PLAIN:
        return False
    return not text_in(element).strip() and all(part.tag in _PLAIN for part in element.iter("*"))


_WORDS = _PLAIN | {"article", "br", "button", "cite", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
                   "i", "small", "strong", "time"}  # fmt: skip
_LONGEST = 300
"""Characters of a caption, a title with its lead included."""


def is_caption(element: Element) -> bool:
    """Tells whether an element holds a few words and nothing else: no fields, lists or pictures."""
    words = " ".join(text_in(element).split())
    return 0 < len(words) <= _LONGEST and all(part.tag in _WORDS for part in element.iter("*"))
