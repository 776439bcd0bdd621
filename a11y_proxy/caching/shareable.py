"""
Which requests may share an answer, and what such a request says to the origin.

Nothing that is not in the entry's key may influence what is stored under it: a shareable request
says the same for every visitor, except for the language, which is in the key.
"""

from __future__ import annotations

from functools import lru_cache

from a11y_proxy.caching.client import ours
from a11y_proxy.core.fields import Fields
from a11y_proxy.standards.http import CONDITIONS

_DESTINATIONS = frozenset({"document", "iframe", "frame", "style"})
_OWN = frozenset({"authorization", "cookie", "range", "x-requested-with"})
_ACCEPT = "text/html,application/xhtml+xml,text/css;q=0.9,*/*;q=0.8"
_LANGUAGES = 3


def shareable(method: str, fields: Fields) -> bool:
    """
    Says whether the answer may be anyone's: a plain GET for a page or a sheet, without credentials.

    `fields` are without our own cookie. A browser that does not say its destination
    (Fetch Metadata) is judged by what it accepts.
    """
    if method != "GET" or not _OWN.isdisjoint(fields.names):
        return False
    if not CONDITIONS.isdisjoint(fields.names) and not ours(fields.joined("if-none-match")):
        # the visitor has the origin's own bytes, so this is not something that we rewrite
        return False
    destination = fields.get("sec-fetch-dest")
    if destination is not None:
        return destination in _DESTINATIONS
    accepted = fields.joined("accept")
    return not accepted or any(kind in accepted for kind in ("text/html", "text/css", "*/*"))


def spoken(fields: Fields) -> Fields:
    """Gives the only fields with which a shareable request goes to the origin."""
    said = languages(fields)
    return Fields((("Accept", _ACCEPT), *((("Accept-Language", said),) if said else ())))


def languages(fields: Fields) -> str:
    """Gives Accept-Language made plain: primary subtags in the visitor's order, at most three."""
    return _plain(fields.joined("accept-language"))


@lru_cache(maxsize=1024)
def _plain(line: str) -> str:
    weighted: dict[str, float] = {}
    for part in line.lower().split(","):
        tag, _, weight = part.partition(";")
        primary = tag.strip().partition("-")[0]
        if primary.isalpha() and len(primary) <= 3:
            weighted[primary] = max(_weight(weight), weighted.get(primary, 0.0))
    ordered = sorted((tag for tag in weighted if weighted[tag] > 0), key=lambda tag: -weighted[tag])
    return ", ".join(ordered[:_LANGUAGES])


def _weight(parameter: str) -> float:
    text = parameter.strip().removeprefix("q=")
    if not text:
        return 1.0
    return float(text) if text.replace(".", "", 1).isdigit() and len(text) <= 5 else 0.0
