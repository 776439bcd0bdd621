"""Every address that is answered: ours by name, all others by the origin's."""

from __future__ import annotations

from aiohttp import web

from a11y_proxy.core.hostspace import SPACE
from a11y_proxy.server import own
from a11y_proxy.server.adapt import preferences_of, question, request_of
from a11y_proxy.server.expectation import decided_later
from a11y_proxy.server.report import reported
from a11y_proxy.server.send import send
from a11y_proxy.server.transcript import transcript
from a11y_proxy.server.virtualhost import VIRTUAL_HOST
from a11y_proxy.server.websocket import is_websocket, relayed
from a11y_proxy.standards.http import METHODS

PREFIX = "/_a11y/"


async def proxied(request: web.Request) -> web.StreamResponse:
    """Answers with the origin's page, rewritten; for a service worker with one that does nothing."""
    if request.headers.get("Service-Worker") == "script":
        return own.service_worker()
    host, preferences = request[VIRTUAL_HOST], preferences_of(request)
    if is_websocket(request):
        async with host.talks.turn(request.remote):
            return await relayed(request, preferences)
    asked = question(request, preferences)
    again = host.hits.get(asked) if asked is not None else None
    if again is not None:
        return again
    ours = await request_of(request, preferences)
    async with host.turns.turn(request.remote):
        reply = await host.service.serve(ours)
        response = await send(request, reply, preferences)
    if asked is not None:
        host.hits.put(asked, reply, response)
    return response


async def options(request: web.Request) -> web.StreamResponse:
    """Answers for ourselves where nobody behind us is to be asked (RFC 9110 §7.6.2)."""
    if request.headers.get("Max-Forwards", "").strip() == "0":
        return web.Response(status=204, headers={"Allow": ", ".join(sorted(METHODS))})
    return await proxied(request)


async def hosted(request: web.Request) -> web.StreamResponse:
    """Answers with another host's style sheet, rewritten, or font."""
    preferences = preferences_of(request)
    reply = await request[VIRTUAL_HOST].hosted.serve(await request_of(request, preferences))
    return await send(request, reply, preferences)


async def unknown(_: web.Request) -> web.Response:
    """Answers for what is under our prefix and is nothing; the origin is not asked."""
    return web.Response(status=404, text="There is no such page here.\n")


ROUTES = (
    # what a visitor wishes
    web.get(f"{PREFIX}set", own.set_preferences),
    web.get(f"{PREFIX}settings", own.settings),
    web.get(f"{PREFIX}enter", own.enter),
    web.get(f"{PREFIX}leave", own.leave),
    # what we say about ourselves
    web.get(f"{PREFIX}report", reported),
    web.get(f"{PREFIX}statement", own.statement),
    # what the site's captions say
    web.get(f"{PREFIX}transcript", transcript),
    # the one file that our pages need, and the one that pages with scripts may do without
    web.get(f"{PREFIX}appearance.css", own.appearance),
    web.get(f"{PREFIX}live.js", own.live),
    # our own typeface, for whom it is chosen
    web.get(f"{PREFIX}static/{{name}}", own.static),
    # what pages load from other hosts
    web.get(f"{SPACE}{{rest:.*}}", hosted),
    # for the one who runs it
    web.get(f"{PREFIX}health", own.health),
    web.get(f"{PREFIX}ready", own.ready),
    # all else under the prefix is ours too, and everything else is the origin's
    web.route("*", f"{PREFIX}{{rest:.*}}", unknown, expect_handler=decided_later),
    web.options("/{rest:.*}", options),
    web.route("*", "/{rest:.*}", proxied, expect_handler=decided_later),
)
