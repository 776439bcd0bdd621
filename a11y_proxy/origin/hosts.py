"""Asks other hosts than the site's for their style sheets and fonts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from typing import Self

from cachetools import TTLCache

from a11y_proxy.core.fields import Fields
from a11y_proxy.origin.client import OriginClient
from a11y_proxy.origin.errors import OriginError
from a11y_proxy.origin.guard import ListedHosts, PublicHosts
from a11y_proxy.origin.limits import Limits
from a11y_proxy.origin.reply import OriginReply

_PAUSE = 60.0
"""Seconds."""
_FAILURES = 4096
"""How many are remembered."""


class HostClient:
    """
    Reaches listed hosts wherever they are, and all others at public addresses only.

    What could not be had is not asked for again for a while: a page waits for its sheets, and where
    the proxy may not go out at all, every page would.
    """

    def __init__(self, hosts: ListedHosts, listed: OriginClient, public: OriginClient) -> None:
        self._hosts = hosts
        self._listed = listed
        self._public = public
        self._failed: TTLCache[str, tuple[type[OriginError], str]] = TTLCache(_FAILURES, _PAUSE)

    @classmethod
    def open(cls, hosts: Collection[str], limits: Limits) -> Self:
        """Gives a client with sessions of its own; needs a running event loop."""
        known = ListedHosts(hosts)
        return cls(
            known,
            OriginClient.open(known, limits),
            OriginClient.open(PublicHosts(), limits, public=True),
        )

    async def aclose(self) -> None:
        """Closes every connection."""
        await self._listed.aclose()
        await self._public.aclose()

    async def send(
        self, method: str, url: str, fields: Fields, body: AsyncIterator[bytes] | None = None
    ) -> OriginReply:
        """Gives the reply as `OriginClient.send` does; raises OriginForbiddenError, too."""
        if failed := self._failed.get(url):
            kind, why = failed
            raise kind(f"{why} (a moment ago)")
        client = self._listed if self._hosts.knows(url) else self._public
        try:
            return await client.send(method, url, fields, body)
        except OriginError as error:
            self._failed[url] = type(error), str(error)
            raise
