"""What an application holds, by typed key; `app.py` and `lifespan.py` put it there."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from a11y_proxy.server.names import Names
from a11y_proxy.server.virtualhost import VirtualHost
from a11y_proxy.theming.typeface import Typeface


@dataclass(frozen=True, slots=True)
class Edge:
    """How visitors reach us; `https` says that they come over TLS, which may end before us."""

    names: Names[VirtualHost]
    https: bool = False

    @property
    def scheme(self) -> str:
        """The scheme that visitors use."""
        return "https" if self.https else "http"


EDGE = web.AppKey("EDGE", Edge)
TYPEFACE: web.AppKey[Typeface | None] = web.AppKey("TYPEFACE")
