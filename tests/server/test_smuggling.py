"""Nothing is smuggled past the proxy: the origin sees what was meant, and each visitor their answer."""

from __future__ import annotations

import asyncio
import re
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from tests.server.smuggling import HIDDEN, attacks

ALL = list(attacks())
PATIENCE = 10.0
SILENCE = 0.25
"""Seconds after which an attack that is not answered is left alone: the proxy waits for its rest."""
_FIELD = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+: [\t\x20-\x7e\x80-\xff]*\r\n"
_HEAD = re.compile(rb"[A-Z]+ (/[!-~]*) HTTP/1\.1\r\n((?:" + _FIELD + rb")*)\r\n")
_FRAMING = re.compile(
    rb"^(content-length|transfer-encoding): (.*)\r$", re.MULTILINE | re.IGNORECASE
)
_SIZE = re.compile(rb"([0-9a-f]{1,8})\r\n")


class AmbiguousError(Exception):
    """Another server could read these bytes differently."""


@dataclass
class Strict:
    """An origin that keeps its connections open and reads only what has one meaning (RFC 9112)."""

    port: int = 0
    seen: list[bytes] = field(default_factory=list)
    ambiguous: list[bytes] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                target = await self._read(reader)
                self.seen.append(target)
                head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nCache-Control: no-store\r\n"
                writer.write(head + b"Content-Length: %d\r\n\r\n" % len(target) + target)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        except AmbiguousError as error:
            self.ambiguous.append(error.args[0])
        finally:
            writer.close()

    async def _read(self, reader: asyncio.StreamReader) -> bytes:
        head = await reader.readuntil(b"\r\n\r\n")
        found = _HEAD.fullmatch(head)
        framing = _FRAMING.findall(head)
        if found is None or len(framing) > 1:
            raise AmbiguousError(head)
        for name, value in framing:
            if name.lower() == b"content-length" and value.isdigit():
                await reader.readexactly(int(value))
            elif value == b"chunked":
                await self._chunks(reader)
            else:
                raise AmbiguousError(head)
        return found[1]

    @staticmethod
    async def _chunks(reader: asyncio.StreamReader) -> None:
        while True:
            line = await reader.readline()
            size = _SIZE.fullmatch(line)
            if not line.endswith(b"\n"):
                raise asyncio.IncompleteReadError(line, None)  # the proxy gave up in the middle
            if size is None:
                raise AmbiguousError(line)
            data = await reader.readexactly(int(size[1], 16) + 2)
            if not data.endswith(b"\r\n"):
                raise AmbiguousError(data)
            if data == b"\r\n":
                return


@pytest.fixture(scope="module")
def strict() -> Iterator[Strict]:
    found, ready, stopped = Strict(), threading.Event(), threading.Event()

    async def run() -> None:
        server = await asyncio.start_server(found.serve, "127.0.0.1", 0)
        found.port = server.sockets[0].getsockname()[1]
        ready.set()
        await asyncio.to_thread(stopped.wait)
        server.close()

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert ready.wait(PATIENCE)
    yield found
    stopped.set()
    thread.join(PATIENCE)


@pytest.fixture(scope="module")
def pair(strict, start) -> Iterator:
    with start(f"http://127.0.0.1:{strict.port}") as proxy:
        yield proxy


def attacked(port: int, raw: bytes, *, apart: bool) -> bytes:
    """Sends an attack, at once or its body after its head, and gives what came back."""
    head, end, body = raw.partition(b"\r\n\r\n")
    received = b""
    with (
        suppress(OSError),
        socket.create_connection(("127.0.0.1", port), timeout=SILENCE) as connection,
    ):
        for piece in (head + end, body) if apart else (raw,):
            connection.sendall(piece)
            threading.Event().wait(0.02 if apart else 0)
        while piece := connection.recv(65536):
            received += piece
    return received


def desynchronised(proxy, strict: Strict, number: int, raw: bytes, *, apart: bool) -> bool:
    """Says whether an attack, or the visitor who comes after it, got what was not theirs."""
    answer = attacked(proxy.port, raw, apart=apart)
    victim = proxy.ask(f"/victim-{number}", Cookie="session=1")
    return b"\r\n\r\n/hidden" in answer or victim.body != b"/victim-%d" % number


def probe(proxy, strict: Strict, tried: list[tuple[str, bytes]]) -> list[str]:
    with ThreadPoolExecutor(16) as visitors:
        runs = [
            (name, visitors.submit(desynchronised, proxy, strict, number, raw, apart=apart))
            for number, (name, raw) in enumerate(tried)
            for apart in (False, True)
        ]
        return [name for name, run in runs if run.result()]


@pytest.mark.parametrize("share", ["sample", pytest.param("all", marks=pytest.mark.long)])
def test_no_request_hides_another(share, pair, strict, figures) -> None:
    """E03, C13: the origin never sees the hidden one, nor a byte that two servers could read apart."""
    tried = ALL if share == "all" else ALL[::4]
    strict.seen.clear()
    strict.ambiguous.clear()
    got = probe(pair, strict, tried)
    hidden = strict.seen.count(b"/hidden")
    figures.append(
        f"smuggling: {len(tried) * 2} tried, {len(got)} desynchronised, {hidden} hidden requests seen,"
        f" {len(strict.ambiguous)} ambiguous; {strict.seen.count(b'/attack')} were passed on, whole"
    )
    assert (got, hidden, strict.ambiguous) == ([], 0, []), got
    assert strict.seen.count(b"/victim-0") == 2, "visitors were served at all"


def test_the_prober_would_see_a_hidden_request(pair, strict) -> None:
    plain = b"POST /attack HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\n\r\nx"
    before = strict.seen.count(b"/hidden")
    assert desynchronised(pair, strict, 1, plain + HIDDEN, apart=False)
    assert strict.seen.count(b"/hidden") == before + 1


@pytest.mark.parametrize(
    "raw",
    [
        b"GET / HTTP/1.1\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nX : y\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: +1\r\n\r\nx",
        b"GET / HTTP/1.1\r\nTransfer-Encoding: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0x1\r\nx\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxYZ0\r\n\r\n",
    ],
)
def test_the_strict_origin_takes_nothing_that_has_two_meanings(raw, strict) -> None:
    before = len(strict.ambiguous)
    with socket.create_connection(("127.0.0.1", strict.port), timeout=PATIENCE) as connection:
        connection.sendall(raw)
        assert connection.recv(100) == b""
    assert len(strict.ambiguous) == before + 1
