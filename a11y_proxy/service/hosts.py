"""The way of a request for another host's sheet or font, from its signed address to a reply."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from a11y_proxy.caching.client import cache_control
from a11y_proxy.caching.entry import Entry
from a11y_proxy.core.fields import Field, Fields
from a11y_proxy.core.fingerprint import hosted_key
from a11y_proxy.core.hostspace import ForgedAddressError, opened
from a11y_proxy.core.site import Site
from a11y_proxy.core.urlmap import UrlMap, to_origin
from a11y_proxy.origin.errors import OriginUnfitError
from a11y_proxy.service.compile import Compiler
from a11y_proxy.service.fetch import Copy
from a11y_proxy.service.hosted import SHEET, HostExchange
from a11y_proxy.service.request import Plain, Reply, Request
from a11y_proxy.standards.http import CACHED

_SAID = ("accept-encoding", "cache-control")
"""All that another host may learn of a visitor, and whether it is asked at all."""
_GUARDED: tuple[Field, ...] = (
    # it is another's, and comes under our name: nobody may take it for anything else
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


class Hosts:
    """Serves the style sheets, rewritten, and the fonts of other hosts that the site's sheets name."""

    def __init__(
        self, site: Site, exchange: HostExchange, compiler: Compiler, now: Callable[[], float]
    ) -> None:
        self._site = site
        self._exchange = exchange
        self._compiler = compiler
        self._now = now

    async def serve(self, request: Request) -> Reply:
        """Gives the reply; raises ForgedAddressError, or an OriginError where nothing can stand in."""
        if self._site.host_key is None:
            raise ForgedAddressError("No key: sheets of other hosts are left where they are")
        url = opened(self._site.host_key, request.target)
        found = await self._exchange.remembered(_anonymous(request), url, hosted_key(url))
        assert isinstance(found, Copy), "another host's reply is never passed on as it comes"
        return await self._reply(request, found)

    async def _reply(self, request: Request, found: Copy) -> Reply:
        entry, now = found.entry, self._now()
        url, fields = to_origin(self._site, request.target), self._fields(entry)
        reply = partial(Reply, url, entry.status, handling=found.handling)
        if entry.status != 200 or entry.source.media_type != SHEET:
            # the same for every visitor, unlike a sheet with its widths
            kept = ("Cache-Control", _lasting(entry, now))
            return reply(fields.plus(kept), Plain(entry.body))
        body = await self._compiler.compile(entry.source, request.rendition)
        said = "no-store" if body.fallback else cache_control(entry, now, page=False)
        return reply(fields, body, changed=True, cache_control=said)

    def _fields(self, entry: Entry) -> Fields:
        location = entry.fields.get("location")
        fields = entry.fields.without({"location"} | CACHED).plus(*_GUARDED)
        if location is None:
            return fields
        # the visitor follows it, to an address that we sign as well
        to = UrlMap(self._site, entry.url).map_sheet(location)
        if not to.startswith("/"):
            raise OriginUnfitError("it redirects to no address of the web")
        return fields.plus(("Location", to))


def _lasting(entry: Entry, now: float) -> str:
    """
    Gives the Cache-Control of what comes as it is.

    It has no validator any more, so a guess at its freshness (RFC 9111 §4.2.2) saves all its bytes.
    """
    left = int(entry.lifetime - entry.age(now))
    if left > 0 and entry.fresh(now) and "no-store" not in entry.cache_control:
        return f"private, max-age={left}"
    return cache_control(entry, now, page=False)


def _anonymous(request: Request) -> Request:
    fields = Fields.of(pair for pair in request.fields if pair[0].lower() in _SAID)
    return Request("GET", request.target, fields, request.rendition, request.public_origin)
