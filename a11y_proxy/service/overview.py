"""Takes down which of the pages met so far need a person, and for what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from cachetools import LRUCache

from a11y_proxy.core.fingerprint import Key
from a11y_proxy.core.repair import Kind, Repair

_MOST = 1000
"""Pages of which is known; those that nobody has asked for the longest are forgotten."""

_SECRET = re.compile(r"[0-9A-Za-z]{24,}|[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}")
"""What only somebody who was given it can know, such as the token of a shared file."""


@dataclass(frozen=True, slots=True)
class Met:
    """
    One page: its path, whether its address has no more than that, and what its report counts.

    `flagged` says how often each kind was; `repaired` how much was done to the page.
    """

    path: str
    plain: bool
    flagged: Mapping[Kind, int]
    repaired: int


class Overview:
    """
    The pages of one site that anyone may have, as this process met them.

    The query of an address may be a visitor's own, and is not kept.
    """

    def __init__(self) -> None:
        self._met: LRUCache[int, tuple[Key, Met]] = LRUCache(_MOST)

    def note(self, url: str, key: Key, repairs: Iterable[Repair]) -> None:
        """Takes down a page that came from `url`; `key` tells whether it has been, as it is."""
        page = hash(url)
        known = self._met.get(page)
        if known is not None and known[0] == key:
            return
        parts = urlsplit(url)
        if not _SECRET.search(parts.path):
            met = _met(parts.path or "/", not parts.query, repairs)
            self._met[page] = key, met

    def pages(self) -> list[Met]:
        """Gives the pages, in no order."""
        return [met for _, met in self._met.values()]


def _met(path: str, plain: bool, repairs: Iterable[Repair]) -> Met:  # noqa: FBT001
    flagged: Counter[Kind] = Counter()
    repaired = 0
    for repair in repairs:
        if repair.flagged:
            flagged[repair.kind] += 1
        else:
            repaired += 1
    return Met(path, plain, flagged, repaired)
