"""Learns from a site's pages, as they are served, what no single page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cachetools import LRUCache

from a11y_proxy.core.fingerprint import Key, known_key
from a11y_proxy.core.known import Digest, Known, Lesson

_SETTLED_AT = frozenset({3, 10, 30, 100})
"""Pages after which what was learnt is settled: rarely, since each time all pages are made anew."""
_EPOCH = 300
"""Pages after which the count begins again, so that a site may change its looks."""
_FEWEST = 3
"""Pages that a block must stand on."""
_WORDS = 2**16
"""Bytes of addresses and texts of pictures; all of it goes to the engine with every page."""
_PICTURES = 2**12
"""Pictures whose bytes are told apart."""


class Knowledge:
    """
    What is known of one site.

    Only pages that anyone may have may teach: what they say may come to stand on another page. A
    process learns for itself and forgets when it ends.
    """

    def __init__(self) -> None:
        self.known = Known()
        self.key: Key = known_key(self.known)
        self._first = True
        self._digests: LRUCache[str, bytes] = LRUCache(_PICTURES)
        self._begin()

    def see(self, address: str, digest: bytes) -> None:
        """Takes in what a picture's bytes are; `address` as pages of the site write it, from its root."""
        self._digests[address] = digest

    def learn(self, url: str, lesson: Lesson) -> None:
        """
        Takes a page's lesson in, once for each address, and once for pages that look the same.

        What has no blocks is no page.
        """
        if not lesson.blocks or url in self._urls or lesson.blocks in self._looks:
            return
        self._urls.add(url)
        self._looks.add(lesson.blocks)
        self._standing.update(set(lesson.blocks))
        self._take_in(lesson.alts)
        pages = len(self._urls)
        if pages == _EPOCH or (self._first and pages in _SETTLED_AT):
            self._settle(pages)
        if pages == _EPOCH:
            self._first = False
            self._begin()

    def _begin(self) -> None:
        self._urls: set[str] = set()
        self._looks: set[tuple[Digest, ...]] = set()
        self._standing: Counter[Digest] = Counter()
        self._alts: dict[str, str | None] = {}
        self._words = 0

    def _take_in(self, alts: tuple[tuple[str, str], ...]) -> None:
        for key, words in alts:
            if key in self._alts:
                # what two pages describe in two ways is described by neither
                self._alts[key] = words if self._alts[key] == words else None
                continue
            size = len(key.encode()) + len(words.encode())
            if self._words + size <= _WORDS:
                self._words += size
                self._alts[key] = words

    def _settle(self, pages: int) -> None:
        blocks = frozenset(
            block
            for block, count in self._standing.items()
            if count >= _FEWEST and count * 2 > pages
        )
        self._take_in(tuple(self._under_other_addresses()))
        alts = {key: words for key, words in self._alts.items() if words is not None}
        self.known = Known(blocks, alts)
        self.key = known_key(self.known)

    def _under_other_addresses(self) -> Iterator[tuple[str, str]]:
        """Gives words for the pictures that no page describes, but that have one text under others."""
        told: dict[bytes, set[str | None]] = {}
        for address, digest in self._digests.items():
            if address in self._alts:
                told.setdefault(digest, set()).add(self._alts[address])
        for address, digest in self._digests.items():
            if address not in self._alts and len(texts := told.get(digest, set())) == 1:
                yield from ((address, words) for words in texts if words is not None)
