"""Opens WebSockets (RFC 6455) at an origin; each side of the proxy has a connection of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import aiohttp
from multidict import CIMultiDict

from a11y_proxy.core.fields import Fields
from a11y_proxy.origin.client import named, verbatim
from a11y_proxy.origin.errors import OriginRefusedError, OriginSlowError
from a11y_proxy.origin.guard import Guard
from a11y_proxy.origin.limits import Limits
from a11y_proxy.origin.reply import fields_of
from a11y_proxy.origin.unasked import StrictConnector

BEAT = 30.0
"""Seconds between two questions whether the other end is still there (RFC 6455 §5.5.2)."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection, the header fields that came with it, and the subprotocol chosen, if any."""

    channel: aiohttp.ClientWebSocketResponse[bool]
    fields: Fields
    protocol: str | None


class WebSocketClient:
    """Opens connections where a guard lets it; they take no place among those for pages and files."""

    def __init__(self, session: aiohttp.ClientSession, guard: Guard, limits: Limits) -> None:
        self._session = session
        self._guard = guard
        self._limits = limits

    @classmethod
    def open(cls, guard: Guard, limits: Limits) -> Self:
        """Gives a client with a session of its own; needs a running event loop."""
        session = aiohttp.ClientSession(
            connector=StrictConnector(limit=limits.connections),
            timeout=aiohttp.ClientTimeout(),
            cookie_jar=aiohttp.DummyCookieJar(),
            middlewares=(_switched,),
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding"),
        )
        return cls(session, guard, limits)

    async def aclose(self) -> None:
        """Closes every connection."""
        await self._session.close()

    async def connect(self, url: str, fields: Fields, protocols: Sequence[str]) -> Opened:
        """Gives a connection; raises an OriginError, or RefusedOriginError."""
        self._guard.check(url)
        try:
            async with asyncio.timeout(self._limits.connect + self._limits.first_byte):
                channel = await self._session.ws_connect(
                    verbatim(url),
                    headers=CIMultiDict(fields),
                    protocols=protocols,
                    autoclose=False,
                    heartbeat=BEAT,
                    max_msg_size=self._limits.message,
                    decode_text=False,
                )
        except TimeoutError as error:
            raise OriginSlowError("no WebSocket was opened in time") from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise named(error) from error
        answer = channel._response  # noqa: SLF001 - its fields are nowhere else
        return Opened(channel, fields_of(answer), channel.protocol)


async def _switched(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """Lets through only who switches (RFC 9110 §15.2.2): aiohttp would follow a redirect anywhere."""
    response = await handler(request)
    if response.status != 101:
        response.close()
        raise OriginRefusedError(response.status)
    return response
