"""A request of aiohttp to a request of ours."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache

from aiohttp import web

from a11y_proxy.core.fields import Field, Fields
from a11y_proxy.core.preferences import Preferences
from a11y_proxy.origin.octets import text_of
from a11y_proxy.server import preferences as wishes
from a11y_proxy.server.keys import EDGE, UPLOADS
from a11y_proxy.server.virtualhost import VIRTUAL_HOST
from a11y_proxy.service.request import Request
from a11y_proxy.standards.http import CONDITIONS, FORWARDING, HOP_BY_HOP

OUR_COOKIES = ("a11y_", "__Host-a11y_")
"""How cookies of ours begin: the origin never sees them and can never set them."""
_WISHES = f"{wishes.COOKIE}="
_SAID = ("Accept", "Accept-Encoding", "Accept-Language", "Connection", "Sec-Fetch-Dest")
"""The request fields that a reply for all depends on, besides our own cookie."""
_MORE = ("authorization", "cache-control", "range", "x-requested-with", *CONDITIONS)
"""Who says any of these may have to be given something else."""
_NOT_FORWARDED = HOP_BY_HOP | FORWARDING | {"expect", "host"}


def preferences_of(request: web.BaseRequest) -> Preferences:
    """Gives the visitor's wishes, or the operator's defaults."""
    host, lines = request[VIRTUAL_HOST], request.headers.getall("Cookie", ())
    for pair in pairs(lines):
        if pair.startswith(_WISHES):
            return host.read(pair)
    return host.defaults


def question(request: web.Request, preferences: Preferences) -> Hashable | None:
    """Gives all that a reply for all depends on; None where a reply may depend on more."""
    headers = request.headers
    if request.method != "GET" or request.body_exists or any(name in headers for name in _MORE):
        return None
    cookies = pairs(headers.getall("Cookie", ()))
    if not all(pair.startswith(OUR_COOKIES) for pair in cookies):
        return None
    said = (tuple(headers.getall(name, ())) for name in _SAID)
    key, place = request[VIRTUAL_HOST].service.site_key, public_origin(request)
    return (key, place, request.raw_path, preferences, *said)


def public_origin(request: web.Request) -> str:
    """Gives the origin under which the visitor sees us: admission has let its host in."""
    return f"{request.app[EDGE].scheme(request)}://{request.headers['Host']}"


async def request_of(request: web.Request, preferences: Preferences) -> Request:
    """Gives what the service is asked, of a request that was let in; raises an UploadError."""
    return Request(
        method=request.method,
        target=request.raw_path,
        fields=_forwarded(request),
        rendition=preferences.rendition,
        public_origin=public_origin(request),
        client=request.remote,
        body=await request.app[UPLOADS].body(request),
    )


def _forwarded(request: web.Request) -> Fields:
    dropped = _dropped(",".join(request.headers.getall("Connection", ())))
    kept: list[Field] = []
    cookies: list[str] = []
    for field in _fields(request):
        name = field[0].lower()
        if name == "cookie" and name not in dropped:
            cookies.append(field[1])
        elif name not in dropped:
            kept.append(field)
    theirs = "; ".join(pair for pair in pairs(cookies) if not pair.startswith(OUR_COOKIES))
    if theirs:
        kept.append(("Cookie", theirs))
    return Fields(tuple(kept))


def _fields(request: web.Request) -> Iterable[Field]:
    decoded = request.headers
    values = "".join(decoded.values())
    if values.isascii() and values.isprintable():
        return decoded.items()
    return [
        (name.decode("ascii"), text)
        for name, value in request.raw_headers
        if (text := text_of(name, value)) is not None
    ]


@lru_cache(maxsize=256)
def _dropped(connection: str) -> frozenset[str]:
    # A client may name any field in Connection; what it deletes so, we add after (RFC 9110 §7.6.1).
    return _NOT_FORWARDED.union(word.strip().lower() for word in connection.split(","))


def pairs(lines: Iterable[str]) -> Iterator[str]:
    """Gives the pairs of name and value in the lines of Cookie (RFC 6265bis §4.2.1)."""
    return (pair for line in lines for part in line.split(";") if (pair := part.strip()))
