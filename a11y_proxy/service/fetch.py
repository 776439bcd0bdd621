"""One question to the origin, and its answer: in hand where we rewrite it, else still open."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from a11y_proxy.caching.client import Forward, Handling
from a11y_proxy.caching.entry import Entry
from a11y_proxy.caching.shareable import shareable
from a11y_proxy.core.fields import Fields
from a11y_proxy.origin.client import Client
from a11y_proxy.origin.reply import OriginReply, Unread, Whole
from a11y_proxy.service.kinds import kind_of
from a11y_proxy.service.request import Request
from a11y_proxy.standards.http import BODILESS

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Copy:
    """
    A whole reply; `shared` where it may be anyone's, not `complete` where it broke off.

    `lasts` as in `Reply`.
    """

    entry: Entry
    handling: Handling
    shared: bool = False
    complete: bool = True
    notice: str | None = None
    lasts: Callable[[], bool] | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """A reply that is passed on as it comes."""

    url: str
    reply: OriginReply
    handling: Handling


Found = Copy | Open


def shared(found: Found) -> bool:
    """Says whether everyone who asked may have it."""
    return isinstance(found, Copy) and found.shared


def is_piece(found: Found, request: Request) -> bool:
    """Says whether it is a piece of what is rewritten only whole: a page or a style sheet."""
    if not isinstance(found, Open) or found.reply.status != 206:
        return False
    return kind_of(200, found.reply.fields, request) is not None


def drop(found: Found) -> None:
    """Lets go of what nobody takes."""
    if isinstance(found, Open):
        found.reply.close()


async def whole(found: Found) -> bytes | None:
    """Gives the decoded body of a reply that says all is well; None where it is not, or not whole."""
    if isinstance(found, Copy):
        return found.entry.body if found.entry.status == 200 and found.complete else None
    try:
        body = await found.reply.read() if found.reply.status == 200 else None
    finally:
        found.reply.close()
    return body.body if isinstance(body, Whole) and body.complete else None


async def fetch(  # noqa: PLR0913, PLR0917 - one exchange has this many parts
    origin: Client,
    request: Request,
    url: str,
    fields: Fields,
    now: Callable[[], float],
    stored: Entry | None = None,
) -> Found:
    """
    Gives the origin's answer; raises an OriginError.

    `fields` are what the origin is told; they ask about `stored`, if given, so that a 304 is ours.
    """
    sent_at = now()
    handling = Handling(_why(request, stored))
    reply = await origin.send(request.method, url, fields, request.body)
    received_at = now()
    ours = stored is not None and reply.status == 304
    if not ours and not _rewritable(request, reply):
        return Open(url, reply, handling)
    whole = None
    try:
        whole = await reply.read()
    finally:
        # closed on any failure; a body that is only passed on stays open
        if not isinstance(whole, Unread):
            reply.close()
    if isinstance(whole, Unread):
        if kind_of(reply.status, reply.fields, request) != "text/css":
            return Open(url, reply, handling)
        # passed on, a sheet would bring back the author's colours: it counts as broken off
        _log.warning("Not adapted: %s: too large, too slow or in an unknown coding", url)
        reply.close()
        whole = Whole(b"", complete=False)
    entry = Entry(url, reply.status, reply.fields, whole.body, sent_at, received_at)
    return Copy(entry, handling, complete=whole.complete)


def _why(request: Request, stored: Entry | None) -> Forward:
    if stored is not None:
        return "stale"
    return "uri-miss" if shareable(request.method, request.fields) else "bypass"


def _rewritable(request: Request, reply: OriginReply) -> bool:
    bodiless = request.method == "HEAD" or reply.status in BODILESS or reply.status == 206
    kind = kind_of(reply.status, reply.fields, request)
    return kind is not None and not bodiless
