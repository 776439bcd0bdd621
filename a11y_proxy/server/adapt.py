"""A request of aiohttp to a request of ours."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator

from aiohttp import web

from a11y_proxy.core.fields import Field, Fields
from a11y_proxy.core.preferences import Preferences
from a11y_proxy.origin.octets import text_of
from a11y_proxy.server import preferences as wishes
from a11y_proxy.server.keys import DEFAULTS, EDGE, READ
from a11y_proxy.service.request import Request
from a11y_proxy.standards.http import FORWARDING, HOP_BY_HOP

OUR_COOKIES = ("a11y_", "__Host-a11y_")
"""How cookies of ours begin: the origin never sees them and can never set them."""
_WISHES = f"{wishes.COOKIE}="


def preferences_of(request: web.BaseRequest, app: web.Application) -> Preferences:
    """Gives the visitor's wishes, or the operator's defaults."""
    lines = request.headers.getall("Cookie", ())
    ours = next((pair for pair in _pairs(lines) if pair.startswith(_WISHES)), None)
    return app[DEFAULTS] if ours is None else app[READ](ours)


def request_of(request: web.Request, preferences: Preferences) -> Request:
    """Gives what the service is asked; `admission` has let the request in."""
    edge = request.app[EDGE]
    fields = Fields.of(
        (name.decode("ascii"), text)
        for name, value in request.raw_headers
        if (text := text_of(name, value)) is not None
    )
    return Request(
        method=request.method,
        target=request.raw_path,
        fields=_forwarded(fields),
        rendition=preferences.rendition,
        public_origin=f"{edge.scheme}://{request.headers['Host']}",
        client=request.remote,
        body=_pieces(request) if request.body_exists else None,
    )


def _forwarded(fields: Fields) -> Fields:
    # A client may name any field in Connection; what it deletes so, we add after (RFC 9110 §7.6.1).
    named = {word.strip().lower() for word in fields.joined("connection").split(",")}
    kept = fields.without(HOP_BY_HOP | FORWARDING | named | {"host", "expect"})
    cookies = _cookies(kept)
    return kept.without({"cookie"}).plus(*cookies)


def _cookies(fields: Fields) -> tuple[Field, ...]:
    """Gives the Cookie field without our own cookies, or nothing."""
    theirs = "; ".join(
        pair for pair in _pairs(fields.all("cookie")) if not pair.startswith(OUR_COOKIES)
    )
    return (("Cookie", theirs),) if theirs else ()


def _pairs(lines: Iterable[str]) -> Iterator[str]:
    return (pair for line in lines for part in line.split(";") if (pair := part.strip()))


async def _pieces(request: web.Request) -> AsyncIterator[bytes]:
    async for piece in request.content.iter_any():
        yield piece
