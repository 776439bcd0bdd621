"""`Expect: 100-continue`: a visitor who waits is told to go on when their body is asked for."""

from __future__ import annotations

from aiohttp import web
from aiohttp.http import HttpVersion11

CONTINUE = "100-continue"


async def decided_later(_: web.Request) -> None:
    """Does not say 100 at once, as aiohttp would: first the request is looked at (RFC 9110 §10.1.1)."""


async def go_on(request: web.Request) -> None:
    """Says 100 to whoever waits for it; what waits is never sent where the request was refused."""
    waits = request.headers.get("Expect", "").lower() == CONTINUE
    writer = request.writer
    # an origin may answer before it has the body, and then nobody is waited for
    if waits and request.version == HttpVersion11 and not writer.output_size:
        await writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        # aiohttp takes what was sent for the start of the response
        writer.output_size = 0
