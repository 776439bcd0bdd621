"""Who waits for whom, and for how long: each part of an exchange has a limit of its own (C06, C09)."""

from __future__ import annotations

import asyncio
import http.client
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

import pytest

from a11y_proxy.origin import errors
from a11y_proxy.server import upload

FINE = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"
HEAD = "{} {} HTTP/1.1\r\nHost: 127.0.0.1\r\n{}\r\n"


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text))


@contextmanager
def visitor(proxy, method: str, path: str, *fields: str) -> Iterator[socket.socket]:
    """Sends the header of a request and leaves the rest to the test."""
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=10) as connection:
        lines = "".join(f"{field}\r\n" for field in fields)
        connection.sendall(HEAD.format(method, path, lines).encode())
        yield connection


def answered(connection: socket.socket) -> tuple[int, str]:
    with http.client.HTTPResponse(connection) as response:
        response.begin()
        return response.status, words(response.read().decode())


async def hold(writer, asked):
    writer.write(FINE[:-2])
    await writer.drain()
    await asyncio.sleep(30)


def test_where_no_connection_comes_free_a_visitor_reads_when_to_come_again(
    narrow, origin, uk
) -> None:
    """C09, C10."""
    path = origin.says("/hold", hold)
    with visitor(narrow, "GET", path) as first, visitor(narrow, "GET", path) as second:
        first.recv(1)
        second.recv(1)
        answer = narrow.ask("/waits")
        assert (answer.status, answer.get("retry-after")) == (503, "60")
        assert uk(errors.OriginBusyError.phrase) in words(answer.text)
        assert answer.get("cache-control") == "no-store"
        assert origin.count("/waits") == 0
        assert narrow.ask("/_a11y/settings").status == 200, "what needs no origin is served"
    origin.page("/waits", b"<p>now</p>")
    until = time.monotonic() + 5
    while narrow.ask("/waits").status == 503:
        assert time.monotonic() < until, "who has left holds no connection"


def test_an_upload_larger_than_allowed_is_refused_before_the_origin_is_asked(
    narrow, origin, uk
) -> None:
    """C06."""
    with visitor(narrow, "POST", "/much", f"Content-Length: {2**20 + 1}") as connection:
        status, text = answered(connection)
    assert status == 413
    assert uk(upload.UploadTooLargeError.phrase) in text
    assert origin.count("/much") == 0


def test_an_upload_of_unknown_length_ends_where_it_grows_too_large(narrow, origin, uk) -> None:
    """C06."""
    origin.says("/grows", FINE)
    with visitor(narrow, "POST", "/grows", "Transfer-Encoding: chunked") as connection:
        for _ in range(17):
            connection.sendall(b"10000\r\n" + bytes(0x10000) + b"\r\n")
        status, text = answered(connection)
    assert status == 413
    assert uk(upload.UploadTooLargeError.phrase) in text
    assert origin.count("/grows") == 0, "the origin never had it whole"


def test_a_visitor_who_stops_sending_is_told_so(narrow, origin, uk) -> None:
    """C09, E12."""
    origin.says("/stops", FINE)
    with (
        visitor(narrow, "POST", "/stops", "Content-Length: 10") as small,
        visitor(narrow, "POST", "/stops", "Content-Length: 99999") as large,
    ):
        for connection in (small, large):
            connection.sendall(b"half")
        for connection in (small, large):
            status, text = answered(connection)
            assert status == 408
            assert uk(upload.UploadSlowError.phrase) in text
    assert origin.count("/stops") == 0


def test_slow_forms_hold_no_connection_to_the_site(narrow, origin) -> None:
    """E12."""
    path = origin.page("/form", b"<p>form</p>")
    with ExitStack() as open_:
        for _ in range(3):  # more than there are connections
            slow = open_.enter_context(visitor(narrow, "POST", path, "Content-Length: 10"))
            slow.sendall(b"half")
        assert narrow.ask(path).status == 200


@pytest.mark.long
def test_a_long_upload_may_take_longer_than_any_answer(narrow, origin) -> None:
    """C09: the time for the first byte of an answer begins when all is sent."""
    origin.says("/patient", FINE)
    with visitor(narrow, "POST", "/patient", "Transfer-Encoding: chunked") as connection:
        for letter in b"abcde":
            connection.sendall(b"1\r\n%c\r\n" % letter)
            time.sleep(0.25)
        connection.sendall(b"0\r\n\r\n")
        assert answered(connection)[0] == 200
    assert origin.last("/patient").body == b"abcde"


@pytest.mark.long
def test_after_an_upload_silence_has_the_same_limit_as_ever(narrow, origin) -> None:
    """C09."""

    async def silent(writer, asked):
        await asyncio.sleep(10)

    origin.says("/silent-upload", silent)
    assert narrow.ask("/silent-upload", "POST", b"x" * 10).status == 504


@pytest.mark.long
def test_an_origin_that_takes_no_upload_is_given_up(proxy, origin) -> None:
    """C06, C09: what it does not take is not read from the visitor either."""

    async def deaf(reader, writer, asked):
        await asyncio.sleep(10)

    origin.talks_on("/deaf", deaf)
    size, sent = 256 * 2**20, 0
    with visitor(proxy, "POST", "/deaf", f"Content-Length: {size}") as connection:
        connection.settimeout(1)
        with suppress(TimeoutError):
            while sent < size:
                sent += connection.send(bytes(2**16))
        connection.settimeout(10)
        assert answered(connection)[0] == 504
    assert sent < 64 * 2**20


def test_an_origin_may_answer_before_it_has_read_an_upload(proxy, origin) -> None:
    async def refuse(reader, writer, asked):
        writer.write(b"HTTP/1.1 401 No\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nno")
        await writer.drain()
        await asyncio.sleep(1)
        writer.close()

    origin.talks_on("/early", refuse)
    with visitor(proxy, "POST", "/early", "Content-Length: 99999") as connection:
        connection.sendall(b"half")
        assert answered(connection)[0] == 401


def test_events_may_be_silent_for_longer_than_a_file(narrow, origin) -> None:
    """C09, C11: they come one by one, as they are sent, and are asked for by each visitor anew."""
    gate = threading.Event()

    async def events(writer, asked):
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
        writer.write(head + b"data: 1\n\n")
        await writer.drain()
        await asyncio.sleep(1.3)  # a file may be silent for 0.8 seconds
        await asyncio.to_thread(gate.wait, 5)
        writer.write(b"data: 2\n\n")

    origin.says("/events", events)
    fields = ("Accept: text/event-stream", "Last-Event-ID: 7", "Connection: close")
    with (
        visitor(narrow, "GET", "/events", *fields, "Accept-Encoding: gzip, br") as one,
        visitor(narrow, "GET", "/events", *fields) as other,
    ):
        both = [http.client.HTTPResponse(connection) for connection in (one, other)]
        for response in both:
            response.begin()
            assert response.getheader("content-encoding") is None
            assert response.read1() == b"data: 1\n\n"
        gate.set()
        assert [response.read() for response in both] == [b"data: 2\n\n"] * 2
    assert origin.count("/events") == 2
    assert origin.last("/events").get("last-event-id") == "7"
