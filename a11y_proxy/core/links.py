"""What a link, of HTML or in the field `Link`, makes a browser load or make ready for."""

from __future__ import annotations

from a11y_proxy.standards.html import EARLY, HINTS

STYLING = frozenset(("style", "font"))
"""Destinations of what comes from us, whoever's it is."""


def loads(rel: str, destination: str | None) -> str:
    """
    Gives the destination (Fetch §2.2.5) of what a link loads by itself; "" for nothing we know.

    `rel` and `destination` are the values of `rel` and `as`.
    """
    types = rel.lower().split()
    if "stylesheet" in types:
        return "style"
    return "" if EARLY.isdisjoint(types) else (destination or "").strip().lower()


def names_original(rel: str, hreflang: str | None) -> bool:
    """Tells whether a link says where a document has its home: search engines are to find it there."""
    types = rel.lower().split()
    return "canonical" in types or ("alternate" in types and hreflang is not None)


def is_hint(rel: str) -> bool:
    """Tells whether a link only makes ready for a host and loads nothing."""
    types = rel.lower().split()
    return bool(types) and HINTS.issuperset(types)
