"""Listens, and serves until the process is told to end."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from ssl import SSLContext
from typing import Any

from aiohttp import web

from a11y_proxy.server.door import Connection, Door

_BACKLOG = 1024
_HANDSHAKE_SECONDS = 10.0
_FILES = 1024
"""Files that a process has open besides its visitors' connections."""


class Site(web.BaseSite):
    """A place where visitors come in by a door; `options` are those of `web.RequestHandler`."""

    def __init__(  # noqa: PLR0913 - what aiohttp and the system want to know
        self,
        runner: web.AppRunner,
        door: Door,
        host: str,
        port: int,
        *,
        reuse_port: bool,
        ssl_context: SSLContext | None,
        **options: Any,
    ) -> None:
        super().__init__(runner, ssl_context=ssl_context)
        self._door = door
        self._host = host
        self._port = port
        self._reuse_port = reuse_port
        self._options = options

    @property
    def name(self) -> str:
        """Where it is."""
        return f"{self._host}:{self._port}"

    async def start(self) -> None:
        """Begins to let visitors in."""
        await super().start()
        loop = asyncio.get_running_loop()
        server = self._runner.server
        assert server is not None
        self._server = await loop.create_server(
            lambda: Connection(self._door, server, loop=loop, **self._options),
            self._host,
            self._port,
            ssl=self._ssl_context,
            ssl_handshake_timeout=_HANDSHAKE_SECONDS if self._ssl_context else None,
            backlog=_BACKLOG,
            reuse_port=self._reuse_port or None,
        )


async def serve(
    app: web.Application, door: Door, host: str, port: int, *, patience: float, **options: Any
) -> None:
    """Serves until SIGTERM or SIGINT; requests under way then have `patience` seconds."""
    loop, told = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # where there are no signals, there are exceptions
            loop.add_signal_handler(number, told.set)
    _make_room(door.most + _FILES)
    # a visitor who leaves no longer needs the page
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=patience)
    await runner.setup()
    try:
        await Site(runner, door, host, port, **options).start()
        await told.wait()
    finally:
        await runner.cleanup()


def _make_room(files: int) -> None:
    """Lets the process have so many files open, as far as the system lets it."""
    try:
        import resource  # noqa: PLC0415 - it does not exist on every system
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = files if hard == resource.RLIM_INFINITY else min(files, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
