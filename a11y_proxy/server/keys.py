"""What an application holds, by typed key; `app.py` puts it there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from a11y_proxy.core.preferences import Preferences
from a11y_proxy.core.site import Site
from a11y_proxy.server.fill import Filler
from a11y_proxy.server.hits import Hits
from a11y_proxy.server.views import Views
from a11y_proxy.service.hosts import Hosts
from a11y_proxy.service.serve import Service
from a11y_proxy.service.store import Store
from a11y_proxy.theming.registry import Themes
from a11y_proxy.theming.typeface import Typeface


@dataclass(frozen=True, slots=True)
class Edge:
    """
    How visitors reach us.

    `hosts` are the Host fields that we answer to, lower case with port; `https` says that visitors
    come over TLS, which may end before us.
    """

    hosts: frozenset[str]
    https: bool = False

    @property
    def scheme(self) -> str:
        """The scheme that visitors use."""
        return "https" if self.https else "http"


EDGE = web.AppKey("EDGE", Edge)
SITE = web.AppKey("SITE", Site)
THEMES = web.AppKey("THEMES", Themes)
TYPEFACE: web.AppKey[Typeface | None] = web.AppKey("TYPEFACE")
VIEWS = web.AppKey("VIEWS", Views)
FILLER = web.AppKey("FILLER", Filler)
HITS = web.AppKey("HITS", Hits)
DEFAULTS = web.AppKey("DEFAULTS", Preferences)
READ: web.AppKey[Callable[[str], Preferences]] = web.AppKey("READ")
"""Gives the wishes in a cookie of ours, remembered."""
HOSTS = web.AppKey("HOSTS", Hosts)
SERVICE = web.AppKey("SERVICE", Service)
REPLIES = web.AppKey("REPLIES", Store[bytes])
