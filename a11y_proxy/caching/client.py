"""What we say to the visitor's own cache about a reply that we made (RFC 9111, 9110 §13, 9211)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from a11y_proxy.caching.entry import Entry

Forward = Literal["bypass", "uri-miss", "stale"]
"""RFC 9211 §2.2: why the request went to the origin."""


@dataclass(frozen=True, slots=True)
class Handling:
    """How the cache dealt with a request; `forward` is None for a hit."""

    forward: Forward | None = None
    stored: bool = False
    collapsed: bool = False

    def __str__(self) -> str:
        first = "hit" if self.forward is None else f"fwd={self.forward}"
        more = [name for name in ("stored", "collapsed") if getattr(self, name)]
        return "; ".join(["a11y-proxy", first, *more])


def entity_tag(key: bytes) -> str:
    """Gives our own tag: weak, because compressed and plain bytes share it (RFC 9110 §8.8.3)."""
    return f'W/"a11y-{key.hex()}"'


def ours(if_none_match: str) -> bool:
    """Says whether a visitor's If-None-Match is about a reply that we made."""
    return '"a11y-' in if_none_match


def unchanged(if_none_match: str, tag: str) -> bool:
    """Says whether the visitor has this very reply (RFC 9110 §13.1.2, weak comparison)."""
    opaque = tag.removeprefix("W/")
    held = (part.strip().removeprefix("W/") for part in if_none_match.split(","))
    return any(part in {opaque, "*"} for part in held)


def cache_control(entry: Entry, now: float, *, page: bool) -> str:
    """
    Gives the Cache-Control of a reply made of an entry; it never gains freshness.

    A page is asked after every time, because the next visit may want another look of it; a style
    sheet is kept for as long as the origin let us, by the visitor alone.
    """
    said = entry.cache_control
    if "no-transform" in said:
        # it holds for whoever comes after us, too (RFC 9110 §7.7)
        return f"{_validity(entry, now, page=page)}, no-transform"
    return _validity(entry, now, page=page)


def _validity(entry: Entry, now: float, *, page: bool) -> str:
    said = entry.cache_control
    if "no-store" in said:
        return "no-store"
    if page or "no-cache" in said:
        return "private, no-cache"
    explicit = {"max-age", "s-maxage"} & said.keys() or entry.fields.get("expires")
    left = int(entry.lifetime - entry.age(now)) if explicit else 0
    return f"private, max-age={left}" if left > 0 else "private, no-cache"
