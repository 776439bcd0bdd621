"""
Who is connected: every connection takes a place, and where places run out, the idle ones give theirs.

A browser keeps connections open for later, and a slow one may take minutes over the header of a
request; neither is worth more than a visitor who comes in with a question.
"""

from __future__ import annotations

import asyncio
import math
import socket
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from aiohttp import web
from aiohttp.http_exceptions import BadHttpMessage

from a11y_proxy.core.visitors import Networks, household
from a11y_proxy.server.unreadable import answer

_SORRY = b"There are too many connections. Please come again.\n"
_FULL = b"""\
HTTP/1.1 503 Service Unavailable\r
Content-Type: text/plain\r
Content-Length: %d\r
Retry-After: 10\r
Connection: close\r
\r
%b""" % (len(_SORRY), _SORRY)


class Door:
    """
    Lets connections in: `most` of all, `each` of one visitor, but for those from `exempt` networks.

    One that neither sends nor takes anything is given up after `silence` seconds.
    """

    def __init__(self, most: int, each: int, silence: float, exempt: Networks) -> None:
        self.most = most
        self._each = each
        self._silence = silence
        self._exempt = exempt
        self._inside: dict[Connection, str | None] = {}
        self._theirs: defaultdict[str | None, dict[Connection, None]] = defaultdict(dict)

    def enter(self, connection: Connection, peer: object) -> bool:
        """Takes a place for a connection, where there is one or an idle one can give its own."""
        address = str(peer[0]) if isinstance(peer, tuple) else None
        who = household(address, self._exempt) if address else None
        if who and len(self._theirs[who]) >= self._each and not self._clear(self._theirs[who]):
            return False
        if len(self._inside) >= self.most and not self._clear(self._inside):
            return False
        self._inside[connection] = who
        self._theirs[who][connection] = None
        return True

    def leave(self, connection: Connection) -> None:
        """Gives a place back."""
        if connection in self._inside:
            who = self._inside.pop(connection)
            del self._theirs[who][connection]
            if not self._theirs[who]:
                del self._theirs[who]

    def watch(self, sock: socket.socket) -> None:
        """Lets the system end a connection whose other end takes nothing, or is no longer there."""
        for name, value in (
            ("TCP_USER_TIMEOUT", int(self._silence * 1000)),
            ("TCP_KEEPIDLE", math.ceil(self._silence)),
        ):
            if (option := getattr(socket, name, None)) is not None:
                sock.setsockopt(socket.IPPROTO_TCP, option, value)

    def _clear(self, connections: Iterable[Connection]) -> bool:
        """Ends the connection that has been idle for longest; says whether there was one."""
        idle = next((connection for connection in connections if connection.idle), None)
        if idle is None:
            return False
        self.leave(idle)
        idle.force_close()
        return True


class Connection(web.RequestHandler):
    """A connection that comes through a door."""

    def __init__(self, door: Door, server: web.Server, **options: Any) -> None:
        super().__init__(server, **options)
        self._door = door

    @property
    def idle(self) -> bool:
        """Whether the visitor has yet to send the whole header of a request."""
        return not self._request_in_progress

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Comes in, or is turned away."""
        super().connection_made(transport)
        if self._door.enter(self, transport.get_extra_info("peername")):
            self._door.watch(transport.get_extra_info("socket"))
            return
        if self.transport is not None:
            self.transport.write(_FULL)
        self.force_close()

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answers what could not be read in words of our own."""
        if isinstance(exc, BadHttpMessage):
            status, message = answer(exc)
        return super().handle_error(request, status, exc, message)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Leaves."""
        super().connection_lost(exc)
        self._door.leave(self)
