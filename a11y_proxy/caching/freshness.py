"""How old a reply is and how long it stays fresh (RFC 9111 §4.2)."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from functools import lru_cache

from a11y_proxy.caching.directives import seconds
from a11y_proxy.caching.entry import Entry
from a11y_proxy.core.fields import Fields
from a11y_proxy.standards.http import STORABLE

HEURISTIC_SHARE = 0.1
"""§4.2.2: a tenth of the time since the last modification is the customary guess."""
HEURISTIC_CEILING = 600.0
"""Seconds. Asking again costs little; a page of news kept on a guess costs trust."""

_IMF_DATE = re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT")


def age(entry: Entry, now: float) -> float:
    """Gives the seconds since the origin made or confirmed the reply (§4.2.3)."""
    date = moment(entry.fields.get("date"))
    apparent = 0.0 if date is None else max(0.0, entry.received_at - date)
    delay = entry.received_at - entry.sent_at
    corrected = _age_field(entry.fields) + delay
    # A clock that was put back must not make a reply younger than it came.
    return max(apparent, corrected) + max(0.0, now - entry.received_at)


def lifetime(entry: Entry) -> float:
    """Gives the seconds that the reply is fresh (§4.2.1): what it says to shared caches goes first."""
    for name in ("s-maxage", "max-age"):
        explicit = seconds(entry.cache_control, name)
        if explicit is not None:
            return float(explicit)
    date = moment(entry.fields.get("date"))
    start = entry.received_at if date is None else date
    expires = entry.fields.all("expires")
    if expires:
        end = moment(expires[0]) if len(set(expires)) == 1 else None
        return 0.0 if end is None else max(0.0, end - start)
    return _heuristic(entry, start)


def fresh(entry: Entry, now: float) -> bool:
    """Says whether the reply may be used without asking."""
    return "no-cache" not in entry.cache_control and age(entry, now) < lifetime(entry)


@lru_cache(maxsize=1024)
def moment(date: str | None) -> float | None:
    """Gives an HTTP date in seconds since the epoch; None for what is none (RFC 9110 §5.6.7)."""
    if date is None or not _IMF_DATE.fullmatch(date):
        return None
    try:
        return parsedate_to_datetime(date).timestamp()
    except ValueError:
        return None


def _age_field(fields: Fields) -> float:
    value = fields.joined("age").partition(",")[0].strip()
    return float(value[:12]) if value.isascii() and value.isdigit() else 0.0


def _heuristic(entry: Entry, start: float) -> float:
    modified = moment(entry.fields.get("last-modified"))
    if modified is None or entry.status not in STORABLE:
        return 0.0
    return min(HEURISTIC_CEILING, max(0.0, start - modified) * HEURISTIC_SHARE)
