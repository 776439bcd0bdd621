"""One question to another host, and its answer if that is a style sheet, a font or a redirect."""

from __future__ import annotations

import logging
from collections.abc import Callable

from a11y_proxy.caching.client import Handling
from a11y_proxy.caching.entry import Entry, media_type
from a11y_proxy.core.fields import Fields
from a11y_proxy.origin.client import Client
from a11y_proxy.origin.errors import OriginCutOffError, OriginError, OriginUnfitError
from a11y_proxy.origin.reply import OriginReply, Whole
from a11y_proxy.service import outbound
from a11y_proxy.service.exchange import Exchange
from a11y_proxy.service.fetch import Copy, Found
from a11y_proxy.service.request import Request
from a11y_proxy.standards.font import FONT_SIGNATURES, FONT_TYPES
from a11y_proxy.standards.http import REDIRECTS, VALIDITY

_log = logging.getLogger(__name__)

SHEET = "text/css"


class HostExchange(Exchange):
    """Asks other hosts: in no visitor's name, and only for what the site's own sheets name."""

    async def _fetch(self, request: Request, url: str, stored: Entry | None) -> Found:
        fields = outbound.anonymous(request, stored, self._user_agent)
        try:
            return await _fetched(self._origin, url, fields, self._now, stored)
        except OriginError as error:
            # no page's report can tell of it: the page was ready before its sheets were asked for
            _log.warning("Left out: %s: %s: %s", url, type(error).__name__, error)
            raise


async def _fetched(
    origin: Client, url: str, fields: Fields, now: Callable[[], float], stored: Entry | None
) -> Copy:
    sent_at = now()
    reply = await origin.send("GET", url, fields)
    received_at = now()
    try:
        kept, body = await _taken(reply, stored)
    finally:
        reply.close()
    entry = Entry(url, reply.status, kept, body, sent_at, received_at)
    return Copy(entry, Handling("uri-miss" if stored is None else "stale"))


async def _taken(reply: OriginReply, stored: Entry | None) -> tuple[Fields, bytes]:
    """Gives the fields that matter to us and the body; raises an OriginError for what is unfit."""
    fields = Fields.of(pair for pair in reply.fields if pair[0].lower() in VALIDITY)
    if reply.status == 304 and stored is not None:
        return fields, b""
    if reply.status in REDIRECTS and (location := reply.fields.get("location")):
        return fields.plus(("Location", location)), b""
    said = reply.fields.get("content-type")
    essence, _ = media_type(said)
    if reply.status != 200 or not (essence == SHEET or essence in FONT_TYPES):
        raise OriginUnfitError(f"{reply.status} {essence}")
    whole = await reply.read()
    if not isinstance(whole, Whole):
        raise OriginUnfitError("too large, too slow or in an unknown coding")
    if not whole.complete:
        raise OriginCutOffError("it broke off")
    kind = said if essence == SHEET else FONT_SIGNATURES.get(whole.body[:4])
    if kind is None:
        raise OriginUnfitError(f"{essence} that is no font")
    return fields.plus(("Content-Type", kind)), whole.body
