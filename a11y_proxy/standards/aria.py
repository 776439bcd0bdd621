"""
Roles of WAI-ARIA that a question about an element needs.

Source: https://www.w3.org/TR/wai-aria-1.2/ and https://www.w3.org/TR/html-aria/
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NONE_ROLES = frozenset({"none", "presentation"})
"""Say that the element means nothing beyond its content."""

TABLE_ROLES = frozenset({"table", "grid", "treegrid"})
"""Say that rows and columns mean something."""

NATIVE_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "article": "article",
        "aside": "complementary",
        "button": "button",
        "h1": "heading",
        "h2": "heading",
        "h3": "heading",
        "h4": "heading",
        "h5": "heading",
        "h6": "heading",
        "main": "main",
        "nav": "navigation",
        "search": "search",
        "table": "table",
    }
)
"""What an element is without a `role` (where its place and attributes do not matter)."""
