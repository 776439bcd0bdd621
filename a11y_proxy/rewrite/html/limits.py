"""Refuses what would cost more to parse than a page can be worth, before it costs anything."""

from __future__ import annotations

import re

from a11y_proxy.rewrite.unparsable import UnparsableError

MAX_TEXT = 8 * 2**20
"""Characters of markup."""

MAX_ELEMENTS = 250_000

MAX_DEPTH = 512
"""Elements inside one another; Blink flattens a page at the same depth."""

MAX_ATTRIBUTES = 1_000
"""On one element: lxml looks an attribute up by walking along them."""

MAX_REOPENED = 4_000_000
"""
Formatting elements that a parser might open again.

An unclosed `<font>` is opened again in every block that follows (HTML §13.2.4.3, "reconstruct the
active formatting elements"), so a small page can ask for a very large tree. The parser stops at
`MAX_DEPTH` of them.
"""

_FORMATTING = re.compile(
    r"<(/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])", re.IGNORECASE
)


def check_text(text: str) -> None:
    """Raises UnparsableError for text that is too large, or would grow too large as a tree."""
    check("characters", len(text), MAX_TEXT)
    tags = text.count("<")
    check("tags", tags, 2 * MAX_ELEMENTS)
    if tags > MAX_REOPENED // MAX_DEPTH:
        slashes = _FORMATTING.findall(text)
        unclosed = len(slashes) - 2 * slashes.count("/")
        check("reopened formatting elements", tags * min(unclosed, MAX_DEPTH), MAX_REOPENED)


def check(what: str, found: int, limit: int) -> None:
    """Raises UnparsableError when more is found than the limit allows."""
    if found > limit:
        raise UnparsableError(f"The page has {found:,} {what}; the limit is {limit:,}.")
