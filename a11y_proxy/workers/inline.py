"""The engine in this very process: for the command line, and for tests."""

from __future__ import annotations

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform


class Inline:
    """Has the interface of `pool.Pool`, and blocks."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    async def transform(self, source: Source, rendition: Rendition, site: Site) -> Artifact:
        """Gives the artifact; raises UnparsableError."""
        return transform(source, rendition, site, self._phrases)
