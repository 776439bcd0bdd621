"""HTTP Strict Transport Security (RFC 6797), where the operator wants it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from a11y_proxy.server.front import as_visitor
from a11y_proxy.server.keys import EDGE


def strict_transport(
    seconds: int,
) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """Gives what adds the field to every response that goes over TLS (§7.2), ours alone."""

    async def add(request: web.Request, response: web.StreamResponse) -> None:
        edge = request.app[EDGE]
        if edge.secure(as_visitor(request, edge.trusted)):
            response.headers["Strict-Transport-Security"] = f"max-age={seconds}"

    return add
