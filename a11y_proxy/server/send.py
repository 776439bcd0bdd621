"""A reply of ours to bytes on the wire: slots filled, coding chosen, condition answered."""

from __future__ import annotations

from aiohttp import web
from multidict import CIMultiDict

from a11y_proxy.caching.client import entity_tag, unchanged
from a11y_proxy.core.artifact import Slot, render
from a11y_proxy.core.fields import Fields
from a11y_proxy.core.fingerprint import reply_key
from a11y_proxy.core.preferences import Preferences
from a11y_proxy.core.urlmap import UrlMap
from a11y_proxy.origin.errors import OriginCutOffError
from a11y_proxy.server.coding import chosen, coded
from a11y_proxy.server.headers import reply_fields
from a11y_proxy.server.keys import EDGE, REPLIES, SITE, VIEWS
from a11y_proxy.service.request import Plain, Reply, Rewritten, Streamed

_FRAMES = frozenset({"iframe", "frame"})


async def send(request: web.Request, reply: Reply, preferences: Preferences) -> web.StreamResponse:
    """Sends a reply, or gives the response that is to be sent."""
    site = request.app[SITE]
    fields = reply_fields(
        reply,
        lambda url: UrlMap(site, reply.url).map(url),
        frozenset({site.origin, *site.aliases}),
        https=request.app[EDGE].https,
    )
    match reply.body:
        case Rewritten():
            return await _made(request, reply, reply.body, fields, preferences)
        case Plain(body):
            return web.Response(status=reply.status, headers=CIMultiDict(fields), body=body)
        case Streamed():
            return await _stream(request, reply, reply.body, fields)


async def _made(
    request: web.Request, reply: Reply, body: Rewritten, fields: Fields, preferences: Preferences
) -> web.Response:
    artifact = body.artifact
    fillings = _fillings(request, reply, body, preferences)
    key = reply_key(body.key, fillings)
    tag = entity_tag(key)
    headers = CIMultiDict([*fields, ("ETag", tag)])
    if reply.status == 200 and unchanged(request.headers.get("If-None-Match", ""), tag):
        return web.Response(status=304, headers=headers)

    def plain() -> bytes:
        filled = iter(fillings)
        return render(artifact, lambda _: next(filled))

    headers["Content-Type"] = artifact.media_type
    size = artifact.size + sum(map(len, fillings))
    # BREACH: what is one visitor's own is compressed only where the origin did so itself
    open_to_all = reply.handling.forward != "bypass" or reply.fields.get("content-encoding")
    coding = chosen(request.headers.get("Accept-Encoding", ""), size) if open_to_all else None
    if coding is None:
        return web.Response(status=reply.status, headers=headers, body=plain())
    headers["Content-Encoding"] = coding
    small = await coded(plain, key, coding, request.app[REPLIES])
    return web.Response(status=reply.status, headers=headers, body=small)


def _fillings(
    request: web.Request, reply: Reply, body: Rewritten, preferences: Preferences
) -> tuple[bytes, ...]:
    views = request.app[VIEWS]
    framed = request.headers.get("Sec-Fetch-Dest") in _FRAMES

    def fill(slot: Slot) -> bytes:
        text = views.fill(slot, preferences, request.raw_path, frame=framed, notice=reply.notice)
        # in a charset that we do not touch, references are safe and letters are not
        return text.decode().encode("ascii", "xmlcharrefreplace") if body.fallback else text

    return tuple(map(fill, body.artifact.slots))


async def _stream(
    request: web.Request, reply: Reply, body: Streamed, fields: Fields
) -> web.StreamResponse:
    headers = CIMultiDict(fields)
    if reply.fields.get("content-type") is None:
        # left empty, the browser looks for itself, as it does at the origin
        headers["Content-Type"] = ""
    response = web.StreamResponse(status=reply.status, headers=headers)
    try:
        await response.prepare(request)
        async for chunk in body.chunks:
            await response.write(chunk)
        await response.write_eof()
    except OriginCutOffError:
        # a body that broke off must not look whole to whoever keeps it
        if request.transport is not None:
            request.transport.abort()
    finally:
        body.close()
    return response
