"""The pages and files under our reserved prefix; the origin never sees these addresses."""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web
from multidict import CIMultiDict

from a11y_proxy.core.fingerprint import reply_key
from a11y_proxy.core.preferences import Preferences
from a11y_proxy.server import preferences as wishes
from a11y_proxy.server.adapt import preferences_of
from a11y_proxy.server.coding import chosen, coded
from a11y_proxy.server.keys import EDGE, TYPEFACE
from a11y_proxy.server.live import script
from a11y_proxy.server.policy import OUR_POLICY
from a11y_proxy.server.virtualhost import VIRTUAL_HOST

OURS = "/_a11y/"
_YEAR = 31536000
_NO_WORKER = """\
addEventListener("install", () => skipWaiting())
addEventListener("activate", () => registration.unregister())
"""
PRIVATE = {
    "Cache-Control": "private, no-cache",
    "Vary": "Cookie",
    "Content-Security-Policy": OUR_POLICY,
}


async def set_preferences(request: web.Request) -> web.Response:
    """Grants wishes and goes back to where the visitor was."""
    views = request[VIRTUAL_HOST].views
    target = wishes.safe_next(request.query.get("next"))
    before = preferences_of(request)
    try:
        chosen = wishes.apply(before, request.query, views.themes)
    except wishes.PreferenceError as error:
        page = views.settings(before, target, error)
        return html(page, status=400)
    return _see_other(target, chosen, request)


async def enter(request: web.Request) -> web.Response:
    """Comes in from the original site: keeps what a visitor chose before, else sets the defaults."""
    target = request.query.get("next") or came_from(request)
    return _see_other(wishes.safe_next(target), preferences_of(request), request)


async def leave(request: web.Request) -> web.Response:
    """Goes to the same page of the original site."""
    path = wishes.safe_next(request.query.get("next"))
    return _redirect(request[VIRTUAL_HOST].site.origin + path)


async def settings(request: web.Request) -> web.Response:
    """Shows every wish that there is."""
    target = wishes.safe_next(request.query.get("next"))
    preferences = preferences_of(request)
    return html(request[VIRTUAL_HOST].views.settings(preferences, target))


async def statement(request: web.Request) -> web.Response:
    """Says what this version does and does not do."""
    host = request[VIRTUAL_HOST]
    passwords = host.site.credentials == "proxy"
    return html(host.views.statement(preferences_of(request), passwords=passwords))


async def appearance(request: web.Request) -> web.Response:
    """Gives the one style sheet of ours, for the wishes that its address names."""
    host = request[VIRTUAL_HOST]
    text, version = host.views.sheet(request.query, host.defaults)
    return await _lasting(request, text, version, "text/css")


async def live(request: web.Request) -> web.Response:
    """Gives the one script of ours."""
    text, version = script()
    return await _lasting(request, text, version, "text/javascript")


def service_worker() -> web.Response:
    """
    Gives a service worker that does nothing and leaves.

    The site's own would answer for us from a cache, in the looks of another day, and outlive us;
    where there was none at all, the site's scripts would meet an error.
    """
    headers = {"Content-Type": "text/javascript", "Cache-Control": "no-store"}
    return web.Response(text=_NO_WORKER, headers=headers)


async def static(request: web.Request) -> web.Response:
    """Gives a file of our own typeface, or its licence; what its address names never changes."""
    typeface, name = request.app[TYPEFACE], request.match_info["name"]
    if typeface is None or name not in typeface.files:
        return web.Response(status=404, text="There is no such file here.\n")
    font = name.endswith(".woff2")
    headers = {
        "Content-Type": "font/woff2" if font else "text/plain; charset=utf-8",
        "Cache-Control": f"public, max-age={_YEAR}, immutable" if font else "no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(body=typeface.files[name], headers=headers)


async def health(_: web.Request) -> web.Response:
    """Says that the process lives."""
    return web.Response(text="ok\n", headers={"Cache-Control": "no-store"})


async def ready(_: web.Request) -> web.Response:
    """Says that pages can be served; while starting nobody is answered at all."""
    return web.Response(text="ready\n", headers={"Cache-Control": "no-store"})


async def _lasting(request: web.Request, text: str, version: str, kind: str) -> web.Response:
    """Gives a file of ours, for good if its address names the version that it has."""
    body = text.encode()
    lasting = request.query.get("v") == version
    headers = CIMultiDict(
        {
            "Content-Type": f"{kind}; charset=utf-8",
            "Cache-Control": f"public, max-age={_YEAR}, immutable" if lasting else "no-cache",
            "ETag": f'W/"{version}"',
            "Vary": "Accept-Encoding",
        }
    )
    coding = chosen(request.headers.get("Accept-Encoding", ""), len(body))
    if coding is None:
        return web.Response(body=body, headers=headers)
    headers["Content-Encoding"] = coding
    key = reply_key(kind.encode(), (version.encode(),))
    small = await coded(lambda: body, key, coding, request[VIRTUAL_HOST].replies)
    return web.Response(body=small, headers=headers)


def came_from(request: web.Request) -> str:
    """Gives path and query of the page that the visitor was on, as the browser says; "" if it does not."""
    try:
        referer = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # a Referer may hold anything
        return ""
    return f"{referer.path}?{referer.query}" if referer.query else referer.path


def html(page: str, status: int = 200) -> web.Response:
    """Gives a page of ours, which is one visitor's."""
    return web.Response(status=status, text=page, content_type="text/html", headers=PRIVATE)


def _see_other(path: str, preferences: Preferences, request: web.Request) -> web.Response:
    cookie = wishes.set_cookie(preferences, secure=request.app[EDGE].secure(request))
    return _redirect(path, ("Set-Cookie", cookie))


def _redirect(location: str, *more: tuple[str, str]) -> web.Response:
    fields = (("Location", location), ("Cache-Control", "no-store"), *more)
    return web.Response(status=303, headers=CIMultiDict(fields))
