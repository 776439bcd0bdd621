"""Reports: what was done to a page, and what of the site a person must look at."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from aiohttp import web

from a11y_proxy.core.fields import Fields
from a11y_proxy.core.preferences import Preferences
from a11y_proxy.server import preferences as wishes
from a11y_proxy.server.adapt import preferences_of, request_of
from a11y_proxy.server.own import OURS, PRIVATE, html
from a11y_proxy.server.views import overview, report
from a11y_proxy.server.virtualhost import VIRTUAL_HOST
from a11y_proxy.service.request import Request, Rewritten, Streamed


async def reported(request: web.Request) -> web.Response:
    """Tells of the page that `path` names, else of all pages met; as JSON to who asks for it."""
    preferences = preferences_of(request)
    if (language := request.query.get("lang")) in wishes.LANGUAGES:
        preferences = replace(preferences, language=language)
    tell = _of_page if "path" in request.query else _of_site
    return await tell(request, preferences)


async def _of_page(request: web.Request, preferences: Preferences) -> web.Response:
    host, path = request[VIRTUAL_HOST], wishes.safe_next(request.query["path"]).partition("#")[0]
    if path.startswith(OURS):
        path = "/"  # about our own pages there is nothing to tell, and the origin never sees them
    asked = await request_of(request, preferences)
    plain = Request("GET", path, Fields(), preferences.rendition, asked.public_origin, asked.client)
    reply = await host.service.serve(plain)
    if isinstance(reply.body, Streamed):
        reply.body.close()
    done = reply.body.artifact if isinstance(reply.body, Rewritten) else None
    told = report.report(path, done.repairs if done else (), done.gave_up if done else ())
    if _wants_json(request):
        say = partial(host.views.say, preferences.language)
        return _json(report.as_json(told, say))
    return html(host.views.page("report.html", preferences, path, report=told))


async def _of_site(request: web.Request, preferences: Preferences) -> web.Response:
    host = request[VIRTUAL_HOST]
    views, met = host.views, host.service.overview.pages()
    if _wants_json(request):
        return _json(overview.as_json(met, partial(views.say, preferences.language)))
    told = {"matters": overview.matters(met), "rows": overview.rows(met)}
    return html(views.page("overview.html", preferences, "/", **told))


def _json(data: str) -> web.Response:
    headers = {**PRIVATE, "Vary": "Accept, Cookie"}
    return web.Response(text=data, content_type="application/json", headers=headers)


def _wants_json(request: web.Request) -> bool:
    accepted = request.headers.get("Accept", "")
    asked = "application/json" in accepted and "text/html" not in accepted
    return asked or request.query.get("format") == "json"
