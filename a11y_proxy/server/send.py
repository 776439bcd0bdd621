"""A reply of ours to bytes on the wire: slots filled, coding chosen, condition answered."""

from __future__ import annotations

from aiohttp import web
from multidict import CIMultiDict

from a11y_proxy.caching.client import entity_tag, unchanged
from a11y_proxy.core.artifact import render
from a11y_proxy.core.fields import Field
from a11y_proxy.core.preferences import Preferences
from a11y_proxy.core.urlmap import UrlMap
from a11y_proxy.origin.errors import OriginCutOffError
from a11y_proxy.server.adapt import pairs, public_origin
from a11y_proxy.server.coding import chosen, coded
from a11y_proxy.server.headers import Place, reply_fields
from a11y_proxy.server.keys import EDGE
from a11y_proxy.server.still import held_still
from a11y_proxy.server.virtualhost import VIRTUAL_HOST
from a11y_proxy.service.request import Plain, Reply, Rewritten, Streamed

_FRAMES = frozenset({"iframe", "frame"})


async def send(request: web.Request, reply: Reply, preferences: Preferences) -> web.StreamResponse:
    """Sends a reply, or gives the response that is to be sent."""
    fields = reply_fields(reply, place_of(request, reply))
    match reply.body:
        case Rewritten():
            return await _made(request, reply, reply.body, fields, preferences)
        case Plain(body):
            return web.Response(status=reply.status, headers=CIMultiDict(fields), body=body)
        case Streamed():
            return await _stream(request, reply, reply.body, fields, preferences)


def place_of(request: web.Request, reply: Reply) -> Place:
    """Gives where the visitor meets what the origin said in a reply."""
    site, edge, url = request[VIRTUAL_HOST].site, request.app[EDGE], reply.url
    return Place(
        lambda said: UrlMap(site, url).map(said),
        lambda said: UrlMap(site, url).map_sheet(said),
        lambda said: UrlMap(site, url).absolute(said),
        site.host_key is not None,
        frozenset({site.origin, *site.aliases}),
        public_origin(request),
        edge.secure(request),
        reply.body.artifact.hashes if isinstance(reply.body, Rewritten) else {},
        tuple(pairs(request.headers.getall("Cookie", ()))),
    )


async def _made(
    request: web.Request,
    reply: Reply,
    body: Rewritten,
    fields: list[Field],
    preferences: Preferences,
) -> web.Response:
    host, asked, artifact = request[VIRTUAL_HOST], request.headers, body.artifact
    filling = host.filler.fill(
        body,
        preferences,
        request.raw_path,
        frame=asked.get("Sec-Fetch-Dest") in _FRAMES,
        notice=reply.notice,
        place=public_origin(request),
    )
    tag = entity_tag(filling.key)
    headers = CIMultiDict([*fields, ("ETag", tag)])
    if reply.status == 200 and unchanged(asked.get("If-None-Match", ""), tag):
        return web.Response(status=304, headers=headers)

    def plain() -> bytes:
        pieces = iter(filling.pieces)
        return render(artifact, lambda _: next(pieces))

    headers["Content-Type"] = artifact.media_type
    # BREACH: what is one visitor's own is compressed only where the origin did so itself
    open_to_all = reply.handling.forward != "bypass" or reply.fields.get("content-encoding")
    coding = chosen(asked.get("Accept-Encoding", ""), filling.size) if open_to_all else None
    if coding is None:
        return web.Response(status=reply.status, headers=headers, body=plain())
    headers["Content-Encoding"] = coding
    small = await coded(plain, filling.key, coding, host.replies)
    return web.Response(status=reply.status, headers=headers, body=small)


async def _stream(
    request: web.Request,
    reply: Reply,
    body: Streamed,
    fields: list[Field],
    preferences: Preferences,
) -> web.StreamResponse:
    headers = CIMultiDict(fields)
    if reply.fields.get("content-type") is None:
        # left empty, the browser looks for itself, as it does at the origin
        headers["Content-Type"] = ""
    response = web.StreamResponse(status=reply.status, headers=headers)
    try:
        chunks = await held_still(request, reply, body.chunks, response.headers, preferences)
        await response.prepare(request)
        async for chunk in chunks:
            await response.write(chunk)
        await response.write_eof()
    except OriginCutOffError:
        # a body that broke off must not look whole to whoever keeps it
        if request.transport is not None:
            request.transport.abort()
    except ConnectionResetError:
        pass  # the visitor has left, and nobody is there to be told
    finally:
        body.close()
    return response
