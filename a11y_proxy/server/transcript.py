"""The words of a film's captions as a page, for who reads them all at once or does not hear them."""

from __future__ import annotations

import re

from aiohttp import web

from a11y_proxy.core.fields import Fields
from a11y_proxy.core.preferences import Preferences
from a11y_proxy.core.webvtt import NotCaptionsError, paragraphs
from a11y_proxy.server import preferences as wishes
from a11y_proxy.server.adapt import preferences_of, request_of
from a11y_proxy.server.errors import OTHER_TITLE
from a11y_proxy.server.own import OURS, came_from, html
from a11y_proxy.server.virtualhost import VIRTUAL_HOST
from a11y_proxy.service.request import Request

NO_CAPTIONS = "There are no captions here that could be shown as text."
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


async def transcript(request: web.Request) -> web.Response:
    """
    Shows the words of the captions at `path`, which are in the language `srclang` (BCP 47).

    Only what begins as WebVTT does is shown, whatever its address or the origin calls it.
    """
    views = request[VIRTUAL_HOST].views
    preferences, back = preferences_of(request), wishes.safe_next(came_from(request))
    try:
        said = paragraphs(await _file(request, preferences))
    except NotCaptionsError:
        page = views.error(404, OTHER_TITLE, NO_CAPTIONS, preferences, back)
        return html(page, status=404)
    written = request.query.get("srclang", "")
    language = written if _TAG.fullmatch(written) else ""
    context = {"paragraphs": said, "words_language": language}
    return html(views.page("transcript.html", preferences, back, **context))


async def _file(request: web.Request, preferences: Preferences) -> str:
    """Gives the text of the file, asked for in nobody's name; "" where there is none."""
    path = wishes.safe_next(request.query.get("path")).partition("#")[0]
    if path.startswith(OURS):
        return ""
    asked = await request_of(request, preferences)
    plain = Request("GET", path, Fields(), preferences.rendition, asked.public_origin)
    body = await request[VIRTUAL_HOST].service.body(plain)
    return (body or b"").decode("utf-8", "replace")
