"""Keeps a reply that nobody asked for from the visitor whose request is the next on its connection."""

from __future__ import annotations

from typing import Any

import aiohttp


class StrictConnector(aiohttp.TCPConnector):
    """
    Uses no connection again on which something came while it was idle (RFC 9112 §9.2).

    aiohttp 3.14.5 takes what came for the reply to the next request, be it a 408 with which a server
    closes or another visitor's page.
    """

    async def _get(self, key: Any, traces: list[Any]) -> Any:
        for protocol, _ in self._conns.get(key, ()):
            if protocol.should_close:
                protocol.close()
        return await super()._get(key, traces)
