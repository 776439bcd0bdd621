"""How old a reply comes and how long it stays fresh (RFC 9111 §4.2)."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from functools import lru_cache

from a11y_proxy.caching.directives import Directives, seconds
from a11y_proxy.core.fields import Fields
from a11y_proxy.standards.http import STORABLE

HEURISTIC_SHARE = 0.1
"""§4.2.2: a tenth of the time since the last modification is the customary guess."""
HEURISTIC_CEILING = 600.0
"""Seconds. Asking again costs little; a page of news kept on a guess costs trust."""

_IMF_DATE = re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT")


def initial_age(fields: Fields, sent_at: float, received_at: float) -> float:
    """Gives the seconds between the origin's making or confirming a reply and our having it (§4.2.3)."""
    date = moment(fields.get("date"))
    apparent = 0.0 if date is None else max(0.0, received_at - date)
    corrected = _age_field(fields) + received_at - sent_at
    return max(apparent, corrected)


def lifetime(status: int, fields: Fields, said: Directives, received_at: float) -> float:
    """Gives the seconds that a reply is fresh (§4.2.1): what it says to shared caches goes first."""
    for name in ("s-maxage", "max-age"):
        explicit = seconds(said, name)
        if explicit is not None:
            return float(explicit)
    date = moment(fields.get("date"))
    start = received_at if date is None else date
    expires = fields.all("expires")
    if expires:
        end = moment(expires[0]) if len(set(expires)) == 1 else None
        return 0.0 if end is None else max(0.0, end - start)
    modified = moment(fields.get("last-modified"))
    if modified is None or status not in STORABLE:
        return 0.0
    return min(HEURISTIC_CEILING, max(0.0, start - modified) * HEURISTIC_SHARE)


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
