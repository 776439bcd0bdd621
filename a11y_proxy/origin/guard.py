"""
Says which addresses may be fetched at all: those of configured origins, and no other.

The check of what a name resolves to belongs here as well, at connect time.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit


class RefusedOriginError(ValueError):
    """The address is not one of a configured origin."""


class Guard:
    """Knows the configured origins (scheme, host, port; RFC 6454)."""

    def __init__(self, origins: Iterable[str]) -> None:
        self._allowed = frozenset(_origin(origin) for origin in origins)

    def check(self, url: str) -> None:
        """Raises RefusedOriginError unless the address is at a configured origin."""
        if _origin(url) not in self._allowed:
            raise RefusedOriginError(f"{url!r} is not at a configured origin")


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()
