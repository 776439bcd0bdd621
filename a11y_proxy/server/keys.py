"""What an application holds, by typed key; `app.py` and `lifespan.py` put it there."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from a11y_proxy.core.visitors import Networks
from a11y_proxy.server.names import Names
from a11y_proxy.server.upload import Uploads
from a11y_proxy.server.virtualhost import VirtualHost
from a11y_proxy.theming.typeface import Typeface


@dataclass(frozen=True, slots=True)
class Edge:
    """
    How visitors reach us.

    `https` says that all of them come over TLS, which may end before us; `trusted` are the servers
    before us whose word on visitors is believed.
    """

    names: Names[VirtualHost]
    https: bool = False
    trusted: Networks = ()

    def secure(self, request: web.BaseRequest) -> bool:
        """Says whether a visitor came over TLS."""
        return self.https or request.secure

    def scheme(self, request: web.BaseRequest) -> str:
        """Gives the scheme that a visitor used."""
        return "https" if self.secure(request) else "http"


EDGE = web.AppKey("EDGE", Edge)
UPLOADS = web.AppKey("UPLOADS", Uploads)
TYPEFACE: web.AppKey[Typeface | None] = web.AppKey("TYPEFACE")
