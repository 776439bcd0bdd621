"""Talks to an origin: sends one request, gives one reply with its body open."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol, Self
from urllib.parse import urlsplit

import aiohttp
from multidict import CIMultiDict
from yarl import URL

from a11y_proxy.core.fields import Fields
from a11y_proxy.origin.errors import (
    OriginBrokenError,
    OriginCutOffError,
    OriginDownError,
    OriginError,
    OriginForbiddenError,
    OriginSlowError,
)
from a11y_proxy.origin.guard import Guard
from a11y_proxy.origin.limits import Limits
from a11y_proxy.origin.phases import Clock, tracing
from a11y_proxy.origin.public import NotPublicError, public_socket
from a11y_proxy.origin.reply import OriginReply
from a11y_proxy.origin.unasked import StrictConnector

_HEADER_LINE = 65536
_HEADER_LINES = 512
_PIECE = 65536
_FINAL = 200
"""The first final status (RFC 9110 §15)."""
_KEPT = 4.0
"""Seconds; less than servers keep an idle connection, so that none is used as it is being closed."""
_EVENTS = "text/event-stream"
"""What may be silent for hours, and still goes on."""


class Client(Protocol):
    """Whatever sends requests."""

    async def send(
        self, method: str, url: str, fields: Fields, body: AsyncIterator[bytes] | None = None
    ) -> OriginReply:
        """Gives the reply as soon as its header is there; raises an OriginError."""


class OriginClient:
    """Sends requests where a guard lets them; follows nothing, keeps no cookies, trusts no environment."""

    def __init__(self, session: aiohttp.ClientSession, guard: Guard, limits: Limits) -> None:
        self._session = session
        self._guard = guard
        self._limits = limits

    @classmethod
    def open(cls, guard: Guard, limits: Limits, *, public: bool = False) -> Self:
        """
        Gives a client with a session of its own; needs a running event loop.

        `public`: it connects to public addresses only, whatever their names are.
        """
        session = aiohttp.ClientSession(
            connector=StrictConnector(
                limit=limits.connections,
                limit_per_host=limits.connections_per_host,
                keepalive_timeout=_KEPT,
                socket_factory=public_socket if public else None,
            ),
            # each part of an exchange has a time of its own, which a clock keeps
            timeout=aiohttp.ClientTimeout(),
            trace_configs=[tracing()],
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            max_line_size=_HEADER_LINE,
            max_field_size=_HEADER_LINE,
            max_headers=_HEADER_LINES,
            read_bufsize=_PIECE,
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
        )
        return cls(session, guard, limits)

    async def aclose(self) -> None:
        """Closes every connection."""
        await self._session.close()

    async def send(
        self, method: str, url: str, fields: Fields, body: AsyncIterator[bytes] | None = None
    ) -> OriginReply:
        """
        Gives the reply as soon as its header is there.

        Raises an OriginError, RefusedOriginError, or whatever `body` raises.
        """
        self._guard.check(url)
        clock = Clock(self._limits)
        try:
            async with clock.timeout:
                response = await self._session.request(
                    method,
                    verbatim(url),
                    headers=CIMultiDict(fields),
                    data=clock.body(body) if body else None,
                    allow_redirects=False,
                    trace_request_ctx=clock,
                )
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            if clock.failed:
                raise clock.failed from None
            raise (clock.late() if clock.timeout.expired() else named(error)) from error
        finally:
            clock.stop()
        if response.status < _FINAL:
            # 101 without having been asked: what follows is not HTTP, and nobody here speaks it
            response.close()
            raise OriginBrokenError(f"{response.status} in place of a final response")
        _listen(response, self._limits.idle)
        return OriginReply(response, self._limits)


def verbatim(url: str) -> URL:
    """
    Gives an absolute address whose target the origin sees byte for byte, all of it taken for a path.

    Read as an address, it would be decoded and normalised, and a question mark alone would be lost.
    """
    scheme, authority, *_ = urlsplit(url)
    target = url.removeprefix(f"{scheme}://{authority}")
    return URL.build(scheme=scheme, authority=authority, path=target, encoded=True)


_NAMES: tuple[tuple[type[Exception], type[OriginError]], ...] = (
    (TimeoutError, OriginSlowError),
    (aiohttp.ClientConnectorError, OriginDownError),
    (aiohttp.ClientConnectionError, OriginCutOffError),
    (aiohttp.ClientError, OriginBrokenError),
    (OSError, OriginDownError),
    (ValueError, OriginBrokenError),
)
"""Failures from the special to the general, and our own names for them."""


def _listen(response: aiohttp.ClientResponse, idle: float) -> None:
    """Lets a body be silent for `idle` seconds between two pieces, and events for as long as they like."""
    if response.connection is not None and (protocol := response.connection.protocol) is not None:
        protocol.read_timeout = None if response.content_type == _EVENTS else idle
        protocol.start_timeout()


def named(error: Exception) -> OriginError:
    """Gives an error of ours for one of aiohttp or the system."""
    refused = getattr(error, "os_error", None)
    if isinstance(refused, NotPublicError):
        return OriginForbiddenError(str(refused))
    kind = next(ours for theirs, ours in _NAMES if isinstance(error, theirs))
    return kind(f"{type(error).__name__}: {error}")
