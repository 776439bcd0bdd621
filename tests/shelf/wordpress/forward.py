"""Answers for WordPress, which starts with the first request: files directly, pages from PHP."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from typing import Final

from aiohttp import ClientSession, web

from tests.shelf.wordpress.site import WordPress, installed, running

STATIC: Final = ("wp-content/", "wp-includes/")
PASSED: Final = ("Content-Type", "Link", "Location")


class Forward:
    """A WordPress that starts when it is first asked, and ends with `close`."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._starting = asyncio.Lock()
        self._running: WordPress | None = None

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """The reply of WordPress in the theme that the path names; 404 where it is not installed."""
        async with self._starting:
            if not installed():
                raise web.HTTPNotFound
            if self._running is None:
                self._running = await asyncio.to_thread(self._stack.enter_context, running())
        path = request.match_info["path"]
        if path.startswith(STATIC):
            return _file(self._running, path)
        url = f"{self._running.origin}{request.raw_path}"
        async with (
            ClientSession(auto_decompress=False) as client,
            client.get(url, headers={"Host": request.host}, allow_redirects=False) as reply,
        ):
            headers = {name: reply.headers[name] for name in PASSED if name in reply.headers}
            return web.Response(status=reply.status, headers=headers, body=await reply.read())

    async def close(self, _app: web.Application) -> None:
        """Ends WordPress and its database, and takes their folder away."""
        await asyncio.to_thread(self._stack.close)


def _file(wordpress: WordPress, path: str) -> web.FileResponse:
    # Debian links libraries into the package from elsewhere, so only the address can be judged.
    if ".." not in path.split("/"):
        for folder in wordpress.folders:
            if (folder / path).is_file():
                return web.FileResponse(folder / path)
    raise web.HTTPNotFound
