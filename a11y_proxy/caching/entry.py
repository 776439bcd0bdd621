"""What the origin said, kept: a whole reply and when it came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from email.message import Message
from functools import cached_property, lru_cache

from a11y_proxy.caching.directives import Directives, directives
from a11y_proxy.caching.freshness import initial_age, lifetime
from a11y_proxy.core.fields import Fields
from a11y_proxy.core.hashed import hashes
from a11y_proxy.core.source import Source
from a11y_proxy.standards.http import NOT_UPDATED, POLICIES


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

    @cached_property
    def lifetime(self) -> float:
        """The seconds that the reply is fresh, counted from nought."""
        return lifetime(self.status, self.fields, self.cache_control, self.received_at)

    @cached_property
    def initial_age(self) -> float:
        """The seconds that the reply was old when it came."""
        return initial_age(self.fields, self.sent_at, self.received_at)

    @cached_property
    def source(self) -> Source:
        """The body with what the fields say about it, as the engine is told."""
        essence, charset = media_type(self.fields.get("content-type"))
        language = (self.fields.get("content-language") or "").partition(",")[0].strip()
        named = frozenset().union(*(hashes(self.fields.joined(name)) for name in POLICIES))
        return Source(self.url, essence, self.body, charset, language or None, hashes=named)

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

    def age(self, now: float) -> float:
        """Gives the seconds since the origin made or confirmed the reply."""
        # A clock that was put back must not make a reply younger than it came.
        return self.initial_age + max(0.0, now - self.received_at)

    def fresh(self, now: float) -> bool:
        """Says whether the reply may be used without asking."""
        return "no-cache" not in self.cache_control and self.age(now) < self.lifetime

    def freshened(self, fields: Fields, sent_at: float, received_at: float) -> Entry:
        """Gives the entry with the fields of a 304 (RFC 9111 §3.2)."""
        news = fields.without(NOT_UPDATED)
        kept = self.fields.without({name.lower() for name, _ in news})
        return replace(self, fields=kept.plus(*news), sent_at=sent_at, received_at=received_at)


_LONGEST_TYPE = 1000
"""Characters; `email` takes the square of the length, and no type in use is half as long."""


@lru_cache(maxsize=1024)
def media_type(content_type: str | None) -> tuple[str, str | None]:
    """Gives the essence and the charset of Content-Type, lower case (RFC 9110 §8.3)."""
    message = Message()
    message["Content-Type"] = (content_type or "application/octet-stream")[:_LONGEST_TYPE]
    charset = message.get_param("charset")
    return message.get_content_type(), charset.strip().lower() if isinstance(charset, str) else None
