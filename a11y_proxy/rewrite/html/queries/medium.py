"""Says what a film or a sound in the page plainly is."""

from __future__ import annotations

from lxml.etree import _Element as Element


def plays(medium: Element) -> bool:
    """Says whether there is a file to play."""
    sources = (medium, *medium.iterchildren("source"))
    return any((source.get("src") or "").strip() for source in sources)


def is_decoration(medium: Element) -> bool:
    """Says whether it is a silent film that goes round and round."""
    return all(medium.get(name) is not None for name in ("muted", "loop"))
