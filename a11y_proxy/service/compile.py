"""Compiles a source once: looks the artifact up, else has it made, one flight per key."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol

from cachetools import LRUCache

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.fingerprint import Key, artifact_key, fallback_key, site_key
from a11y_proxy.core.known import Known
from a11y_proxy.core.literal import names
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import ENGINE_VERSION
from a11y_proxy.rewrite.unparsable import UnparsableError
from a11y_proxy.service.fallback import fallback, untouched
from a11y_proxy.service.knowledge import Knowledge
from a11y_proxy.service.overview import Overview
from a11y_proxy.service.request import Rewritten
from a11y_proxy.service.singleflight import SingleFlight
from a11y_proxy.service.store import Store
from a11y_proxy.standards.media import UNPARSED
from a11y_proxy.workers.errors import TransformError

_log = logging.getLogger(__name__)

_GLANCE = 2**19
"""Bytes that are looked through in less time than it takes to ask a worker."""

_DIGESTED = 2**20
"""Bytes of which a digest is made in a millisecond or two."""

_MET = 2**24
"""Bytes of sources that are held to be compared with."""


def _stays(source: Source, site: Site) -> bool:
    # scripts ask often, and most of what they are told names no host: no worker is kept busy with it
    known = source.media_type in UNPARSED and len(source.body) <= _GLANCE
    return known and not names(site, source.body)


class Transformer(Protocol):
    """Runs the engine: a pool of processes, or this very one."""

    async def transform(
        self, source: Source, rendition: Rendition, site: Site, known: Known
    ) -> Artifact:
        """Gives the artifact; raises UnparsableError or a TransformError."""


class Compiler:
    """
    Gives the artifact of a source, made or remembered.

    Even a private page may be remembered: its key is its content, so only who has the same bytes
    can meet it. `share` is the part of the room for sources that one of several sites has.
    """

    def __init__(
        self,
        site: Site,
        transformer: Transformer,
        artifacts: Store[Artifact],
        now: Callable[[], float],
        share: float = 1.0,
    ) -> None:
        self.adopt(site)
        self.knowledge = Knowledge()
        self.overview = Overview()
        self._transformer = transformer
        self._artifacts = artifacts
        self._flights: SingleFlight[Artifact] = SingleFlight(now)
        self._met: LRUCache[str, Source] = LRUCache(
            _MET * share, getsizeof=lambda met: len(met.body)
        )

    def adopt(self, site: Site) -> None:
        """Takes the site as its recipe has it now: whatever is asked for from here on is made of it."""
        self.site, self.site_key = site, site_key(site)

    async def compile(
        self, source: Source, rendition: Rendition, *, teaches: bool = False
    ) -> Rewritten:
        """
        Gives the rewritten source, or its safer view where the engine could not do it.

        A page that `teaches` is one that anyone may have: other pages of the site may learn from it.
        """
        if source.media_type != "text/html":
            # no wish of a rendition changes a style sheet, or data
            rendition = Rendition()
        source = self._as_met(source)
        if len(source.body) > _DIGESTED:
            await asyncio.to_thread(lambda: source.digest)
        known, known_key = self.knowledge.known, self.knowledge.key
        key = artifact_key(source, rendition, self.site_key, known_key, ENGINE_VERSION)
        if _stays(source, self.site):
            return Rewritten(untouched(source), key)
        try:
            artifact = self._artifacts.get(key) or await self._make(key, source, rendition, known)
        except (UnparsableError, TransformError) as error:
            _log.warning("Not adapted: %s: %s: %s", source.url, type(error).__name__, error)
            # a key of its own: this time's fallback must not be met as the artifact next time
            return Rewritten(fallback(source), fallback_key(key), fallback=True)
        if teaches:
            self.knowledge.learn(source.url, artifact.lesson)
            if source.media_type == "text/html":
                self.overview.note(source.url, key, artifact.repairs)
        return Rewritten(artifact, key)

    def _as_met(self, source: Source) -> Source:
        # A page that is fetched for each visitor comes with the same bytes again and again: to see
        # that takes a thirtieth of the time of a digest, and the source met before has one.
        known = self._met.get(source.url)
        if known == source:
            return known
        if len(source.body) < self._met.maxsize:
            self._met[source.url] = source
        return source

    async def _make(self, key: Key, source: Source, rendition: Rendition, known: Known) -> Artifact:
        site = self.site
        artifact, _ = await self._flights.do(
            key, lambda: self._transformer.transform(source, rendition, site, known)
        )
        if artifact.gave_up:
            _log.warning("Left undone on %s: %s", source.url, ", ".join(artifact.gave_up))
        self._artifacts.put(key, artifact)
        return artifact
