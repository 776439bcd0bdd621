"""Decides, after the origin answered, what its answer is good for."""

from __future__ import annotations

from dataclasses import dataclass

from a11y_proxy.caching.decide import may_be_stale
from a11y_proxy.caching.directives import seconds
from a11y_proxy.caching.entry import Entry
from a11y_proxy.core.fields import Fields
from a11y_proxy.standards.http import STORABLE


@dataclass(frozen=True, slots=True)
class Keep:
    """Store the reply, and give it to everyone who waits for it."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Freshen:
    """The origin confirmed what we have: store it with the new fields."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Pass:
    """The reply is this visitor's own: store nothing, share nothing."""


@dataclass(frozen=True, slots=True)
class Fallback:
    """The origin failed and we have an older copy that may stand in (RFC 5861 §4)."""

    entry: Entry


_OWN = frozenset({"clear-site-data", "set-cookie"})
"""Fields that are for one visitor's browser."""
_STALE_USES = frozenset({"stale-while-revalidate", "stale-if-error"})

Outcome = Keep | Freshen | Pass | Fallback


def outcome(
    reply: Entry, request: Fields, stored: Entry | None, now: float, grace: float
) -> Outcome:
    """Gives what a complete reply is good for; `grace` as in `stand_in`."""
    if reply.status == 304 and stored is not None:
        news = reply.fields.without(_OWN)
        return Freshen(stored.freshened(news, reply.sent_at, reply.received_at))
    if reply.status >= 500:
        old = stand_in(stored, now, grace)
        return Pass() if old is None else Fallback(old)
    return Keep(reply) if _storable(reply, request) else Pass()


def stand_in(stored: Entry | None, now: float, grace: float) -> Entry | None:
    """
    Gives the stored entry where it may be served because the origin failed, else None.

    `grace` is how many seconds past its freshness; an entry that says `stale-if-error` says it
    itself.
    """
    if stored is None or not may_be_stale(stored):
        return None
    own = seconds(stored.cache_control, "stale-if-error")
    window = grace if own is None else own
    return stored if stored.age(now) < stored.lifetime + window else None


def _storable(reply: Entry, request: Fields) -> bool:
    """RFC 9111 §3, and stricter: a reply that sets a cookie is somebody's own, whatever it says."""
    said = reply.cache_control
    return (
        reply.status in STORABLE
        and not {"no-store", "private"} & said.keys()
        and _OWN.isdisjoint(reply.fields.names)
        # once for all it would be no nonce any more, and a 304 may bring another for the same page
        and "'nonce-" not in reply.fields.joined("content-security-policy").lower()
        and reply.fields.get("content-range") is None
        # any other Vary is met: what a shareable request says is in the key or the same for all
        and "*" not in reply.fields.joined("vary")
        and "no-store" not in request.joined("cache-control").lower()
        and request.get("authorization") is None
        # what is stale at once, must not be used so and cannot be asked after is of no use
        and (reply.lifetime > 0 or bool(reply.conditions) or not _STALE_USES.isdisjoint(said))
    )
