"""What a response says about the connection that it goes over, added as it is sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from a11y_proxy.server.front import as_visitor
from a11y_proxy.server.keys import EDGE


async def close_behind_chunks(request: web.Request, response: web.StreamResponse) -> None:
    """
    Ends the connection with the response to a request that came in chunks.

    aiohttp 3.14.5 takes the last trailer of such a request (RFC 9112 §7.1.2) for a field of the next
    one, which may be another visitor's where a server before us shares its connections.
    """
    if "Transfer-Encoding" in request.headers:
        response.force_close()
        response.headers["Connection"] = "close"


def strict_transport(
    seconds: int,
) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """Gives what tells browsers to keep to TLS (RFC 6797), on every response that goes over it (§7.2)."""

    async def add(request: web.Request, response: web.StreamResponse) -> None:
        edge = request.app[EDGE]
        if edge.secure(as_visitor(request, edge.trusted)):
            response.headers["Strict-Transport-Security"] = f"max-age={seconds}"

    return add
