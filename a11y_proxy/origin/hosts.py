"""Asks other hosts than the site's for their style sheets and fonts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from typing import Self

from a11y_proxy.core.fields import Fields
from a11y_proxy.origin.client import OriginClient, OriginReply
from a11y_proxy.origin.guard import ListedHosts, PublicHosts
from a11y_proxy.origin.limits import Limits


class HostClient:
    """Reaches listed hosts wherever they are, and all others at public addresses only."""

    def __init__(self, hosts: ListedHosts, listed: OriginClient, public: OriginClient) -> None:
        self._hosts = hosts
        self._listed = listed
        self._public = public

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
        client = self._listed if self._hosts.knows(url) else self._public
        return await client.send(method, url, fields, body)
