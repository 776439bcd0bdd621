"""A real proxy before a real origin that does what no origin should; both on loopback."""

from __future__ import annotations

import asyncio
import http.client
import os
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from a11y_proxy.core.phrases import Phrases
from a11y_proxy.stores.files import read_phrases

LIMITS = {
    "A11Y_LIMITS__CONNECT_SECONDS": "2",
    "A11Y_LIMITS__FIRST_BYTE_SECONDS": "1",
    "A11Y_LIMITS__IDLE_SECONDS": "2",
    "A11Y_LIMITS__PAGE_SECONDS": "2",
    "A11Y_LIMITS__PAGE_MIB": "2",
    "A11Y_LIMITS__TRANSFORM_SECONDS": "5",
}
PATIENCE = 10.0
"""Seconds after which a test counts as hanging."""

STARTS_WITHIN = 90.0


@dataclass
class Asked:
    """A request as it reached the origin."""

    line: str
    fields: list[tuple[str, str]]
    body: bytes

    @property
    def path(self) -> str:
        return self.line.split(" ")[1]

    def get(self, name: str) -> str | None:
        return next((value for key, value in self.fields if key.lower() == name.lower()), None)


Respond = Callable[[asyncio.StreamWriter, Asked], Awaitable[None]]
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter, Asked], Awaitable[None]]


@dataclass
class Origin:
    """A server that sends exactly the bytes it is told to."""

    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    answers: dict[str, Respond] = field(default_factory=dict)
    talks: dict[str, Talk] = field(default_factory=dict)
    loop: asyncio.AbstractEventLoop | None = None
    stopped: asyncio.Event | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def says(self, path: str, answer: bytes | Respond) -> str:
        """Lets the origin answer a path with these bytes; gives the path."""

        async def send(writer: asyncio.StreamWriter, _: Asked) -> None:
            writer.write(answer)

        self.answers[path] = send if isinstance(answer, bytes) else answer
        return path

    def page(self, path: str, body: bytes, *fields: str, status: str = "200 OK") -> str:
        """Lets the origin answer with a well-framed page."""
        kinds = () if any(f.lower().startswith("content-type") for f in fields) else HTML
        head = "\r\n".join([f"HTTP/1.1 {status}", *kinds, *fields, f"Content-Length: {len(body)}"])
        return self.says(path, head.encode("latin-1") + b"\r\n\r\n" + body)

    def talks_on(self, path: str, talk: Talk) -> str:
        """Leaves all that follows the header to `talk`; gives the path."""
        self.talks[path] = talk
        return path

    def count(self, path: str) -> int:
        return sum(asked.path == path for asked in self.asked)

    def last(self, path: str) -> Asked:
        return next(asked for asked in reversed(self.asked) if asked.path == path)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            line, *rest = head.strip().split("\r\n")
            fields = [tuple(row.split(": ", 1)) for row in rest]
            asked = Asked(line, fields, b"")
            if talk := self.talks.get(asked.path):
                self.asked.append(asked)
                return await talk(reader, writer, asked)
            if asked.get("transfer-encoding"):
                while size := int(await reader.readline(), 16):
                    asked.body += await reader.readexactly(size)
                    await reader.readline()
            else:
                asked.body = await reader.readexactly(int(asked.get("content-length") or 0))
            self.asked.append(asked)
            await self.answers.get(asked.path, _nothing)(writer, asked)
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


HTML = ("Content-Type: text/html; charset=utf-8",)


async def _nothing(writer: asyncio.StreamWriter, _: Asked) -> None:
    writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")


def one_origin() -> Iterator[Origin]:
    found, ready = Origin(), threading.Event()

    async def run() -> None:
        found.stopped = asyncio.Event()
        found.loop = asyncio.get_running_loop()
        server = await asyncio.start_server(found.serve, "127.0.0.1", 0)
        found.port = server.sockets[0].getsockname()[1]
        ready.set()
        await found.stopped.wait()
        server.close()

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert ready.wait(PATIENCE)
    try:
        yield found
    finally:
        found.loop.call_soon_threadsafe(found.stopped.set)
        thread.join(PATIENCE)


@pytest.fixture(scope="session")
def origin() -> Iterator[Origin]:
    yield from one_origin()


@pytest.fixture(scope="session")
def cdn() -> Iterator[Origin]:
    """Another host, from which pages of the site take style sheets and fonts."""
    yield from one_origin()


@dataclass
class Answer:
    """What a visitor got."""

    status: int
    fields: list[tuple[str, str]]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    def get(self, name: str) -> str | None:
        return next((value for key, value in self.fields if key.lower() == name.lower()), None)

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.fields if key.lower() == name.lower()]


@dataclass(frozen=True)
class Proxy:
    """The proxy in a process of its own, started as an operator starts it."""

    port: int
    tls: ssl.SSLContext | None = None
    log: Path | None = None
    pid: int = 0

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **fields: str
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        if self.tls:
            place = ("localhost", self.port)
            connection = http.client.HTTPSConnection(*place, timeout=PATIENCE, context=self.tls)
        named = {name.replace("_", "-"): value for name, value in fields.items()}
        with closing(connection):
            connection.request(method, path, body, named)
            with connection.getresponse() as response:
                return Answer(response.status, response.getheaders(), response.read())

    def raw(self, request: bytes) -> bytes:
        """Sends these very bytes and gives everything that comes back until the end."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(request)
            received = b""
            while piece := connection.recv(65536):
                received += piece
            return received


def serving(
    *given: str, tls: ssl.SSLContext | None = None, log: Path | None = None, **settings: str
) -> Iterator[Proxy]:
    """
    Runs the proxy as the command line `given` says, on a port of its own.

    `settings` are as the environment has them, `tls` is to trust it by, `log` the file of its log.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = ["-m", "a11y_proxy", "serve", *given, "--listen", f"127.0.0.1:{port}"]
    with log.open("wb") if log else nullcontext() as errors:
        process = subprocess.Popen(
            [sys.executable, *command], env=os.environ | LIMITS | settings, stderr=errors
        )
    proxy, deadline = Proxy(port, tls, log, process.pid), time.monotonic() + STARTS_WITHIN
    try:
        while not answers(proxy):
            assert process.poll() is None, "the proxy ended"
            assert time.monotonic() < deadline, "the proxy did not start"
            time.sleep(0.05)
        yield proxy
    finally:
        process.terminate()
        ended = process.wait(PATIENCE)
    assert ended == 0, "SIGTERM must end it in good order"


def started(
    origin_url: str, tls: ssl.SSLContext | None = None, log: Path | None = None, **settings: str
) -> Iterator[Proxy]:
    """Runs the proxy of one origin."""
    yield from serving("--origin", origin_url, tls=tls, log=log, **settings)


def answers(proxy: Proxy) -> bool:
    try:
        return proxy.ask("/_a11y/ready").status == 200
    except OSError:
        return False


@pytest.fixture(scope="session")
def start() -> Callable[..., AbstractContextManager[Proxy]]:
    """Runs a proxy of an origin, by settings as the environment has them."""
    return contextmanager(started)


@pytest.fixture(scope="session")
def serve() -> Callable[..., AbstractContextManager[Proxy]]:
    """Runs a proxy by a command line."""
    return contextmanager(serving)


@pytest.fixture(scope="session")
def answering() -> Callable[[], AbstractContextManager[Origin]]:
    """Runs one more origin."""
    return contextmanager(one_origin)


@pytest.fixture(scope="session")
def proxy(origin: Origin) -> Iterator[Proxy]:
    yield from started(origin.url)


@pytest.fixture(scope="session")
def narrow(origin: Origin) -> Iterator[Proxy]:
    """
    A proxy that grants little: two connections to the origin, small uploads, no long silence.

    127.0.0.1 is a front server for it; any other address of this machine is a visitor.
    """
    yield from started(
        origin.url,
        A11Y_LIMITS__CONNECTIONS="2",
        A11Y_LIMITS__QUEUE_SECONDS="0.3",
        A11Y_LIMITS__FIRST_BYTE_SECONDS="0.8",
        A11Y_LIMITS__IDLE_SECONDS="0.8",
        A11Y_LIMITS__UPLOAD_MIB="1",
        A11Y_LIMITS__VISITOR_IDLE_SECONDS="0.8",
        A11Y_LIMITS__HEADER_SECONDS="1.5",
        A11Y_LIMITS__VISITORS="8",
        A11Y_LIMITS__VISITORS_EACH="3",
        A11Y_LIMITS__MISSES_PER_SECOND="0.2",
        A11Y_SERVER__TRUSTED='["127.0.0.1"]',
    )


@pytest.fixture(scope="session")
def fronted(origin: Origin, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """A proxy that believes a web server before it, with a log."""
    trusted = {"A11Y_SERVER__TRUSTED": '["127.0.0.1", "10.0.0.0/8", "2001:db8:1::/48"]'}
    more = {"A11Y_SERVER__HSTS_SECONDS": "600", "A11Y_SERVER__ACCESS_LOG": "true"}
    more["A11Y_SITE__NO_TRANSFORM"] = "override"
    log = tmp_path_factory.mktemp("fronted") / "log"
    yield from started(origin.url, log=log, **trusted, **more)


@pytest.fixture(scope="session")
def orphan() -> Iterator[Proxy]:
    """A proxy whose origin does not answer at all."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    yield from started(f"http://127.0.0.1:{port}")


@pytest.fixture(scope="session")
def uk() -> Callable[[str], str]:
    """Gives a phrase as a visitor reads it."""
    phrases: Phrases = read_phrases()
    return lambda phrase: phrases.say("uk", phrase)
