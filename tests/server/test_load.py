"""
Large bodies and many slow visitors (C01, C06, C08, E12): nothing is gathered up, hits are served.

The figures are printed. `make test-load` runs the whole size of it, every test run a sample.
"""

from __future__ import annotations

import asyncio
import http.client
import itertools
import resource
import socket
import threading
import time
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

import pytest

MIB = 2**20
PIECE = bytes(range(256)) * 1024
SIZES = [64, pytest.param(1024, marks=pytest.mark.long)]
VISITORS = [100, pytest.param(1000, marks=pytest.mark.long)]
GROWTH = 50
"""MiB that the memory of the process may grow by, whatever passes through."""
PAGE = (
    "<!doctype html><html lang=uk><title>т</title><h1>Рішення</h1>" + "<p>слово" * 9000
).encode()


SETTINGS = {"A11Y_SERVER__TRUSTED": '["192.0.2.1"]', "A11Y_SERVER__SHUTDOWN_SECONDS": "1"}


@pytest.fixture
def loaded(request, origin, proxy, start):
    """For the whole size a proxy of its own, for which this machine's addresses are visitors."""
    if request.node.get_closest_marker("long") is None:
        yield proxy
        return
    with start(origin.url, **SETTINGS) as alone:
        yield alone


@contextmanager
def growth(pid: int) -> Iterator[list[float]]:
    """Gives, at the end, how many MiB the memory of a process grew by at most (its peak)."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")
    before, found = resident(pid, "VmRSS"), []
    yield found
    found.append(resident(pid, "VmHWM") - before)


def resident(pid: int, name: str) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


@pytest.mark.parametrize("mib", SIZES)
def test_a_large_download_takes_no_memory(loaded, origin, figures, mib) -> None:
    size = mib * MIB

    async def send(writer, asked):
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: {size}\r\n\r\n"
        writer.write(head.encode())
        for _ in range(size // len(PIECE)):
            writer.write(PIECE)
            await writer.drain()

    path = origin.says(f"/{mib}.zip", send)
    connection = http.client.HTTPConnection("127.0.0.1", loaded.port, timeout=60)
    started, taken, check = time.monotonic(), 0, 0
    with closing(connection), growth(loaded.pid) as grown:
        connection.request("GET", path)
        with connection.getresponse() as response:
            while piece := response.read(2**18):
                taken, check = taken + len(piece), zlib.crc32(piece, check)
    took = time.monotonic() - started
    figures.append(f"{mib} MiB down: {took:.1f} s, memory grew by {grown[0]:.1f} MiB")
    assert (taken, check) == (size, crc_of(size))
    assert grown[0] < GROWTH


@pytest.mark.parametrize("chunked", [False, True], ids=["length", "chunked"])
@pytest.mark.parametrize("mib", SIZES)
def test_a_large_upload_takes_no_memory(loaded, origin, figures, mib, chunked) -> None:
    size, heard = mib * MIB, []

    async def take(reader, writer, asked):
        taken, check = 0, 0
        async for piece in body(reader, asked):
            taken, check = taken + len(piece), zlib.crc32(piece, check)
        heard.append((taken, check))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        await writer.drain()
        writer.close()

    path = origin.talks_on(f"/upload-{mib}-{chunked}", take)
    fields = {} if chunked else {"Content-Length": str(size)}
    connection = http.client.HTTPConnection("127.0.0.1", loaded.port, timeout=60)
    started = time.monotonic()
    with closing(connection), growth(loaded.pid) as grown:
        pieces = itertools.repeat(PIECE, size // len(PIECE))
        connection.request("POST", path, pieces, fields, encode_chunked=chunked)
        with connection.getresponse() as response:
            assert response.read() == b"ok"
    took = time.monotonic() - started
    how = "chunked" if chunked else "with a length"
    figures.append(f"{mib} MiB up, {how}: {took:.1f} s, memory grew by {grown[0]:.1f} MiB")
    assert heard == [(size, crc_of(size))]
    assert origin.last(path).get("content-length") == fields.get("Content-Length")
    assert grown[0] < GROWTH


async def body(reader, asked) -> AsyncIterator[bytes]:
    """Gives the pieces of a request's body, framed either way (RFC 9112 §6, §7)."""
    if length := asked.get("content-length"):
        left = int(length)
        while left:
            piece = await reader.read(min(left, 2**18))
            left -= len(piece)
            yield piece
        return
    while size := int(await reader.readline(), 16):
        yield await reader.readexactly(size)
        await reader.readline()
    await reader.readline()


def crc_of(size: int) -> int:
    check = 0
    for _ in range(size // len(PIECE)):
        check = zlib.crc32(PIECE, check)
    return check


@pytest.mark.long
def test_a_reader_who_stops_stops_the_origin_too(loaded, origin) -> None:
    """What is not taken is not asked for (back-pressure)."""
    sent = []

    async def endless(writer, asked):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n")
        while True:
            writer.write(PIECE)
            await writer.drain()
            sent.append(len(PIECE))

    path = origin.says("/stopped.mp4", endless)
    with growth(loaded.pid) as grown, talking(loaded, "127.0.0.1") as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        time.sleep(1)
    assert sum(sent) < 32 * MIB
    assert grown[0] < GROWTH


@contextmanager
def talking(proxy, address: str) -> Iterator[socket.socket]:
    place = ("127.0.0.1", proxy.port)
    with socket.create_connection(place, 10, (address, 0)) as connection:
        yield connection


# Slow visitors, of the kinds that are written about: each begins, and never comes to an end.

Slow = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def header_by_header(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Slowloris."""
    writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
    while True:
        await asyncio.sleep(2)
        writer.write(b"X-a: b\r\n")
        await writer.drain()


async def letter_by_letter(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A slow body ("R.U.D.Y.")."""
    writer.write(b"POST /slow HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9999\r\n\r\n")
    while True:
        await asyncio.sleep(2)
        writer.write(b"a")
        await writer.drain()


async def drop_by_drop(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A slow reader."""
    writer.write(b"GET /kept-by-all HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 9)
    for _ in itertools.count():
        await reader.read(16)
        await asyncio.sleep(2)


async def nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A connection, and silence."""
    await reader.read(1)


KINDS: tuple[Slow, ...] = (header_by_header, letter_by_letter, drop_by_drop, nothing)


@asynccontextmanager
async def slow_visitors(port: int, count: int) -> AsyncIterator[None]:
    """Lets so many visitors come from some tens of addresses; they come again when turned away."""

    async def visit(number: int) -> None:
        address = f"127.1.0.{number % 40 + 1}"
        while True:
            try:
                reader, writer = await asyncio.open_connection(
                    "127.0.0.1", port, local_addr=(address, 0), limit=256
                )
                try:
                    await KINDS[number % len(KINDS)](reader, writer)
                finally:
                    writer.transport.abort()
            except ConnectionError:
                pass
            await asyncio.sleep(1)

    tasks = [asyncio.create_task(visit(number)) for number in range(count)]
    yield
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@contextmanager
def crowd(port: int, count: int) -> Iterator[None]:
    """The same from a thread of its own, which does not hold up who measures."""
    here, gone = threading.Event(), threading.Event()

    async def run() -> None:
        async with slow_visitors(port, count):
            await asyncio.sleep(0.5 + count / 200)
            here.set()
            await asyncio.to_thread(gone.wait)

    thread = threading.Thread(target=asyncio.run, args=(run(),))
    thread.start()
    assert here.wait(30)
    yield
    gone.set()
    thread.join(30)


@pytest.mark.parametrize("count", VISITORS)
def test_among_slow_visitors_what_is_kept_is_served(loaded, origin, figures, count) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 8 * count)), hard))
    origin.page("/kept-by-all", PAGE, "Cache-Control: max-age=600")
    before = origin.count("/kept-by-all")
    origin.says("/slow", b"HTTP/1.1 204 No Content\r\n\r\n")
    loaded.ask("/kept-by-all", Accept_Encoding="br")
    alone = times_of_hits(loaded)
    with growth(loaded.pid) as grown, crowd(loaded.port, count):
        among = times_of_hits(loaded)
        connected = len(list(Path(f"/proc/{loaded.pid}/fd").iterdir()))
        origin.page("/new", PAGE)
        assert loaded.ask("/new").status == 200, "and what is not kept, too"
    figures.append(
        f"hits, alone: {told(alone)}; among {count} slow visitors ({connected} files open, memory "
        f"grew by {grown[0]:.1f} MiB): {told(among)}"
    )
    assert connected > count * 0.8
    assert origin.count("/kept-by-all") == before + 1


def times_of_hits(proxy) -> list[float]:
    """Gives the seconds that each of 200 hits took, sorted; each comes by a connection of its own."""
    found = []
    for _ in range(200):
        started = time.perf_counter()
        answer = proxy.ask("/kept-by-all", Accept_Encoding="br")
        found.append(time.perf_counter() - started)
        assert answer.status == 200
        assert answer.get("cache-status") == "a11y-proxy; hit"
    return sorted(found)


def told(times: list[float]) -> str:
    middle, late = times[len(times) // 2], times[len(times) * 99 // 100]
    return f"p50 {middle * 1000:.1f} ms, p99 {late * 1000:.1f} ms"
