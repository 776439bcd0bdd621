"""What the origin said, kept: a whole reply and when it came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from a11y_proxy.caching.directives import Directives, directives
from a11y_proxy.core.fields import Fields
from a11y_proxy.standards.http import NOT_UPDATED


@dataclass(frozen=True)
class Entry:
    """
    One reply of the origin with its body, decoded (RFC 9110 §8.4).

    `sent_at` and `received_at` are seconds since the epoch by our own clock.
    """

    url: str
    status: int
    fields: Fields
    body: bytes
    sent_at: float
    received_at: float

    @cached_property
    def cache_control(self) -> Directives:
        """The reply's Cache-Control."""
        return directives(self.fields.joined("cache-control"))

    @property
    def size(self) -> int:
        """Bytes that the entry holds, roughly: the body and the fields."""
        return len(self.body) + sum(len(name) + len(value) for name, value in self.fields) + 512

    @property
    def conditions(self) -> tuple[tuple[str, str], ...]:
        """The request fields that ask the origin whether this is still so (RFC 9111 §4.3.1)."""
        tag, modified = self.fields.get("etag"), self.fields.get("last-modified")
        return tuple(
            (name, value)
            for name, value in (("If-None-Match", tag), ("If-Modified-Since", modified))
            if value
        )

    def freshened(self, fields: Fields, sent_at: float, received_at: float) -> Entry:
        """Gives the entry with the fields of a 304 (RFC 9111 §3.2)."""
        news = fields.without(NOT_UPDATED)
        kept = self.fields.without({name.lower() for name, _ in news})
        return replace(self, fields=kept.plus(*news), sent_at=sent_at, received_at=received_at)
