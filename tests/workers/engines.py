"""Engines that misbehave; worker processes import them by name."""

from __future__ import annotations

import os
import sys
import time

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.known import Known
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite.unparsable import UnparsableError


def engine(
    source: Source, rendition: Rendition, site: Site, phrases: Phrases, known: Known
) -> Artifact:
    """Does what the source says."""
    match source.body.split():
        case [b"sleep", seconds]:
            time.sleep(float(seconds))
        case [b"die"]:
            os._exit(3)
        case [b"grow", mib]:
            return Artifact("text/html", (str(len(b"x" * (int(mib) * 2**20))).encode(),))
        case [b"overflow"]:
            sys.setrecursionlimit(10**9)
            _dig()
        case [b"raise"]:
            raise RuntimeError("of all things")
        case [b"refuse"]:
            raise UnparsableError("too deep: 300 levels, at most 250")
        case [b"pid"]:
            return Artifact("text/html", (str(os.getpid()).encode(),))
        case [b"nice"]:
            return Artifact("text/html", (str(os.nice(0)).encode(),))
    return Artifact(
        "text/html",
        (source.body.upper(), site.alts.get("a", "").encode(), known.alts.get("b", "").encode()),
    )


def _dig() -> None:
    """Goes down in C, where nothing counts the levels but the stack itself."""
    next(_dig() for _ in (0,))
