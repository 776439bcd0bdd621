"""Failures to pages that a visitor can read; nothing of the origin's own details is shown."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from a11y_proxy.core.hostspace import ForgedAddressError
from a11y_proxy.core.urlmap import RefusedTargetError
from a11y_proxy.origin.errors import OriginError
from a11y_proxy.origin.guard import RefusedOriginError
from a11y_proxy.server.adapt import preferences_of
from a11y_proxy.server.admission import refusal
from a11y_proxy.server.front import as_visitor
from a11y_proxy.server.keys import EDGE
from a11y_proxy.server.policy import OUR_POLICY
from a11y_proxy.server.preferences import PreferenceError
from a11y_proxy.server.upload import UploadError
from a11y_proxy.server.virtualhost import VIRTUAL_HOST
from a11y_proxy.service.allowance import TooManyRequestsError

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_log = logging.getLogger(__name__)

BAD_ADDRESS = "This address cannot be shown. Please check the link that brought you here."
FORGED = "This address is not one that we wrote, or it has expired. Please open the page again."
OUR_FAULT = "Something went wrong on our side. Please try again, or read the original."
TITLES = {
    400: "This address is not valid",
    408: "It took too long",
    413: "The file is too large",
    429: "Too many requests",
    502: "The site cannot be reached",
    503: "The site is busy",
    504: "The site does not answer",
}
OTHER_TITLE = "The page cannot be shown"
_REFUSED: Mapping[type[ValueError], tuple[int, str]] = {
    RefusedTargetError: (400, BAD_ADDRESS),
    RefusedOriginError: (400, BAD_ADDRESS),
    ForgedAddressError: (404, FORGED),
}
_PAGES = frozenset({None, "", "document", "iframe", "frame", "empty"})


@web.middleware
async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turns away what must not come in, and turns what is raised inside into a page."""
    edge = request.app[EDGE]
    host = edge.names.chosen(request.headers.get("Host", ""))
    if host is not None:
        request[VIRTUAL_HOST] = host
    request = as_visitor(request, edge.trusted)
    no = refusal(request, edge)
    if no is not None:
        _log.info("Refused: %s", no.message)
        response = web.Response(status=no.status, text=no.message + "\n")
        # whoever sends such things may have sent more behind it
        response.force_close()
        return response
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except PreferenceError as error:
        return _page(request, 400, str(error))
    except (RefusedTargetError, RefusedOriginError, ForgedAddressError) as error:
        _log.info("Refused: %s", error)
        return _page(request, *_REFUSED[type(error)])
    except (UploadError, OriginError, TooManyRequestsError) as error:
        _log.warning("%s: %s", type(error).__name__, error)
        return _page(request, error.status, error.phrase, error.wait)
    except Exception:  # noqa: BLE001 - a visitor gets a page, the log gets the reason
        _log.exception("Failed on %s", request.rel_url.path)
        return _page(request, 500, OUR_FAULT)


def _page(
    request: web.Request, status: int, explanation: str, wait: int | None = None
) -> web.Response:
    headers = {"Cache-Control": "no-store"}
    if wait is not None:
        headers["Retry-After"] = str(wait)
    if not request.content.is_eof():
        # what is left of a body is not read
        headers["Connection"] = "close"
    if request.headers.get("Sec-Fetch-Dest") not in _PAGES:
        return web.Response(status=status, text=explanation + "\n", headers=headers)
    preferences = preferences_of(request)
    headers["Content-Security-Policy"] = OUR_POLICY
    page = request[VIRTUAL_HOST].views.error(
        status, TITLES.get(status, OTHER_TITLE), explanation, preferences, request.raw_path
    )
    return web.Response(status=status, text=page, content_type="text/html", headers=headers)
