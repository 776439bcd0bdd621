"""
WebSockets (RFC 6455): the origin's first, then the visitor's, and every message from one to the other.

Each side negotiates for itself and answers its own pings; how one side closes, the other is closed.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from aiohttp import ClientWebSocketResponse, WSCloseCode, WSMsgType, web

from a11y_proxy.caching.client import Handling
from a11y_proxy.core.preferences import Preferences
from a11y_proxy.origin.websocket import BEAT
from a11y_proxy.server.adapt import request_of
from a11y_proxy.server.headers import reply_fields
from a11y_proxy.server.send import place_of
from a11y_proxy.server.virtualhost import VIRTUAL_HOST
from a11y_proxy.service.request import Plain, Reply

OPEN = web.AppKey("OPEN", set[web.WebSocketResponse[Any]])
"""Those that are open, so that they can be closed when the server ends."""
_NO_HANDSHAKE = "This is no handshake of a WebSocket (RFC 6455, section 4.2.1).\n"
_DATA = frozenset({WSMsgType.TEXT, WSMsgType.BINARY})
_NEVER_SENT = frozenset({1005, 1006, 1015})
"""What only stands for an ending without a code (§7.4.1)."""
_CLOSE_SECONDS = 1.0


_Channel = web.WebSocketResponse[Any] | ClientWebSocketResponse[Any]
"""Either end, as aiohttp has it."""


def is_websocket(request: web.BaseRequest) -> bool:
    """Says whether a request asks to switch to a WebSocket (§4.2.1)."""
    return "websocket" in request.headers.get("Upgrade", "").lower()


async def relayed(request: web.Request, preferences: Preferences) -> web.WebSocketResponse[Any]:
    """Lets a visitor and the origin talk until one of them ends it."""
    host = request[VIRTUAL_HOST]
    lines = request.headers.getall("Sec-WebSocket-Protocol", ())
    offered = [name for line in lines for part in line.split(",") if (name := part.strip())]
    if not web.WebSocketResponse(protocols=offered).can_prepare(request):
        raise web.HTTPBadRequest(text=_NO_HANDSHAKE)
    opened = await host.sockets.open(await request_of(request, preferences), offered)
    ours = web.WebSocketResponse(
        protocols=(opened.protocol,) if opened.protocol else (),
        autoclose=False,
        heartbeat=BEAT,
        compress=False,
        max_msg_size=host.sockets.largest,
        decode_text=False,
    )
    reply = Reply(host.site.origin, 101, opened.fields, Plain(b""), Handling("bypass"))
    try:
        ours.headers.extend(reply_fields(reply, place_of(request, reply)))
        await ours.prepare(request)
        request.app[OPEN].add(ours)
        await _relay(ours, opened.channel)
    finally:
        request.app[OPEN].discard(ours)
        await _close(opened.channel, WSCloseCode.GOING_AWAY)
    return ours


async def close_all(app: web.Application) -> None:
    """Tells every visitor that the server goes away (§7.4.1)."""
    await asyncio.gather(*(each.close(code=WSCloseCode.GOING_AWAY) for each in app[OPEN]))


async def _relay(visitor: _Channel, origin: _Channel) -> None:
    async with asyncio.TaskGroup() as both:
        both.create_task(_carry(visitor, origin, lost=WSCloseCode.GOING_AWAY))
        both.create_task(_carry(origin, visitor, lost=WSCloseCode.INTERNAL_ERROR))


async def _carry(source: _Channel, target: _Channel, lost: int) -> None:
    """Carries messages until the source ends, then ends the target as the source ended."""
    try:
        while (message := await source.receive()).type in _DATA:
            await target.send_frame(message.data, message.type)
    except ConnectionError:
        return  # the target is gone, and whoever listens there knows
    if message.type is WSMsgType.CLOSING:
        return  # it was closed from the other side
    said = message.data if message.type is WSMsgType.CLOSE else source.close_code
    code = said or WSCloseCode.OK
    if message.type is WSMsgType.CLOSED or code in _NEVER_SENT:
        code = lost
    reason = message.extra if message.type is WSMsgType.CLOSE else None
    await _close(target, code, reason or "")
    answered = target.close_code or code
    await _close(source, code if answered in _NEVER_SENT else answered)


async def _close(end: _Channel, code: int, reason: str = "") -> None:
    # who goes on talking, and does not close in return, is not listened to for ever
    with suppress(TimeoutError):
        async with asyncio.timeout(_CLOSE_SECONDS):
            await end.close(code=code, message=reason.encode())
