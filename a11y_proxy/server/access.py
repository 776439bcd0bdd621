"""The access log: who asked for what, and how it went; neither queries nor Referer stand in it."""

from __future__ import annotations

from aiohttp import web
from aiohttp.abc import AbstractAccessLogger

from a11y_proxy.server.front import VISITOR
from a11y_proxy.server.virtualhost import VIRTUAL_HOST


class AccessLog(AbstractAccessLogger):
    """Writes one line for each request."""

    def log(self, request: web.BaseRequest, response: web.StreamResponse, time: float) -> None:
        """Writes address, host asked for, request line, status, bytes, seconds, and what the cache did (RFC 9211)."""
        major, minor = request.version
        self.logger.info(
            '%s "%s" "%s %s HTTP/%d.%d" %d %d %.3f "%s"',
            request.get(VISITOR, request.remote),
            # what visitors made up is not logged
            request.headers["Host"] if VIRTUAL_HOST in request else "-",
            request.method,
            request.raw_path.partition("?")[0],
            major,
            minor,
            response.status,
            response.body_length,
            time,
            response.headers.get("Cache-Status", "-"),
        )
