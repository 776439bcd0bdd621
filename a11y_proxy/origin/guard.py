"""
Says which addresses may be fetched at all: those of configured origins, and of public hosts.

Where a name leads is checked later, by `public.py`, on the address that a connection is made to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol
from urllib.parse import urlsplit

from a11y_proxy.origin.errors import OriginForbiddenError
from a11y_proxy.origin.public import LIST_IT

_WEB = frozenset({"http", "https"})


class RefusedOriginError(ValueError):
    """The address is not one of a configured origin."""


class Guard(Protocol):
    """Says before a request whether an address may be asked."""

    def check(self, url: str) -> None:
        """Raises RefusedOriginError, or an OriginError, where it may not."""


class Origins:
    """Knows the configured origins (scheme, host, port; RFC 6454)."""

    def __init__(self, origins: Iterable[str]) -> None:
        self._allowed = frozenset(_origin(origin) for origin in origins)

    def check(self, url: str) -> None:
        """Raises RefusedOriginError unless the address is at a configured origin."""
        if _origin(url) not in self._allowed:
            raise RefusedOriginError(f"{url!r} is not at a configured origin")


class PublicHosts:
    """Lets through every host at its scheme's own port; what its name leads to is seen later."""

    def check(self, url: str) -> None:
        """Raises OriginForbiddenError for any other port, and for what is not http or https."""
        parts = urlsplit(url)
        if parts.scheme not in _WEB or parts.port is not None:
            raise OriginForbiddenError(f"{url!r} is at a port of its own; {LIST_IT}")


class ListedHosts:
    """Knows the hosts, with port if not the scheme's own, that the operator has listed."""

    def __init__(self, hosts: Collection[str]) -> None:
        self._hosts = hosts

    def knows(self, url: str) -> bool:
        """Says whether the address is at one of them."""
        parts = urlsplit(url)
        return parts.scheme in _WEB and parts.netloc in self._hosts

    def check(self, url: str) -> None:
        """Raises OriginForbiddenError unless it is."""
        if not self.knows(url):
            raise OriginForbiddenError(f"{url!r} is at a host that is not listed")


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()
