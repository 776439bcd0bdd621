"""One site as visitors meet it: all that is asked, kept and counted in its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from a11y_proxy.core.preferences import Preferences
from a11y_proxy.core.site import Site
from a11y_proxy.server.fill import Filler
from a11y_proxy.server.hits import Hits
from a11y_proxy.server.turns import Turns
from a11y_proxy.server.views import Views
from a11y_proxy.service.hosts import Hosts
from a11y_proxy.service.serve import Service
from a11y_proxy.service.sockets import Sockets
from a11y_proxy.service.store import Store


@dataclass(frozen=True, slots=True)
class VirtualHost:
    """
    What serves one site.

    No two share any of it but what is the same for all (themes, catalogues, worker processes), so
    nothing of one site can be met under another. `read` gives the wishes in a cookie of ours,
    remembered; `hosted` serves what the site's pages load from other hosts; `turns` are for
    requests, `talks` for WebSockets, which may last for hours.
    """

    site: Site
    service: Service
    sockets: Sockets
    hosted: Hosts
    turns: Turns
    talks: Turns
    views: Views
    filler: Filler
    hits: Hits
    replies: Store[bytes]
    defaults: Preferences
    read: Callable[[str], Preferences]


VIRTUAL_HOST = web.RequestKey("VIRTUAL_HOST", VirtualHost)
"""The one that a request asks for by its raw Host field, if any; `errors.guarded` puts it there."""
