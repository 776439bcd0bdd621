"""Decides, before any fetch, what to do with what is stored."""

from __future__ import annotations

from dataclasses import dataclass

from a11y_proxy.caching.directives import directives, seconds
from a11y_proxy.caching.entry import Entry
from a11y_proxy.core.fields import Fields


@dataclass(frozen=True, slots=True)
class Serve:
    """Use the entry; nobody need be asked."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class ServeThenRefresh:
    """Use the stale entry now and ask the origin behind the visitor's back (RFC 5861 §3)."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Revalidate:
    """Ask the origin whether the entry still holds (RFC 9111 §4.3)."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Fetch:
    """There is nothing to use: ask the origin."""


Decision = Serve | ServeThenRefresh | Revalidate | Fetch

_NEVER_STALE = ("must-revalidate", "proxy-revalidate", "no-cache", "s-maxage")
"""§4.2.4 and §5.2.2.10: with any of these a shared cache serves nothing stale, whatever happens."""


def decide(entry: Entry | None, request: Fields, now: float) -> Decision:
    """Gives what to do for a request, `now` being seconds since the epoch."""
    if entry is None:
        return Fetch()
    line = request.joined("cache-control")
    asked = directives(line) if line else {}
    # §5.2.1: a reload asks for a newer answer; it is one question to the origin for all who ask
    impatient = "no-cache" in asked or "no-store" in asked
    limit = seconds(asked, "max-age")
    old = entry.age(now)
    if impatient or (limit is not None and old > limit):
        return Revalidate(entry)
    if entry.fresh(now):
        return Serve(entry)
    window = seconds(entry.cache_control, "stale-while-revalidate")
    if window and may_be_stale(entry) and old < entry.lifetime + window:
        return ServeThenRefresh(entry)
    return Revalidate(entry)


def may_be_stale(entry: Entry) -> bool:
    """Says whether the origin left it to us to serve this entry when it is no longer fresh."""
    return not any(name in entry.cache_control for name in _NEVER_STALE)
