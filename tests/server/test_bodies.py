"""Bodies on their way: who leaves, what breaks off, what is asked again, what is not a body at all."""

from __future__ import annotations

import asyncio
import http.client
import socket
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field

import pytest

TEXT = "Рішення сесії міської ради"
PAGE = f"<!doctype html><html lang=uk><title>т</title><body><h1>{TEXT}</h1></body></html>".encode()
FINE = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"
WITHIN = 5.0
"""Seconds; what is to happen within one takes longer on a machine that does much else."""


@dataclass
class Listening:
    """An origin that reads, answers nothing and notes when the connection ends."""

    heard: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)

    async def talk(self, reader, writer, asked) -> None:
        self.heard.set()
        while await reader.read(65536):
            pass
        self.ended.set()
        writer.close()


def ask(proxy, path: str, method: str = "GET", *fields: str) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", proxy.port), timeout=10)
    lines = "".join(f"{each}\r\n" for each in ("Host: 127.0.0.1", *fields))
    connection.sendall(f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode())
    return connection


# Visitors who leave (C08)


@pytest.mark.parametrize(
    ("method", "fields"),
    [
        ("GET", ()),
        ("GET", ("Cookie: PHPSESSID=1",)),
        ("GET", ("Sec-Fetch-Dest: image",)),
        ("POST", ("Content-Length: 99999",)),
        ("POST", ("Transfer-Encoding: chunked",)),
    ],
    ids=["a page for all", "a page of one's own", "a picture", "an upload", "an upload in chunks"],
)
def test_for_a_visitor_who_has_left_nothing_is_asked_any_more(
    proxy, origin, method, fields
) -> None:
    listening = Listening()
    path = origin.talks_on(f"/left-{method}-{len(''.join(fields))}", listening.talk)
    with ask(proxy, path, method, *fields) as connection:
        if method == "POST":
            connection.sendall(b"4\r\nhalf\r\n")
        assert listening.heard.wait(WITHIN)
    assert listening.ended.wait(WITHIN)


def test_whoever_else_waits_for_the_same_page_gets_it(proxy, origin) -> None:
    gate = threading.Event()

    async def late(writer, asked):
        await asyncio.to_thread(gate.wait, WITHIN)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE)

    origin.says("/waited", late)
    first, second = ask(proxy, "/waited"), ask(proxy, "/waited")
    with closing(second):
        until = time.monotonic() + WITHIN
        while not origin.count("/waited"):
            assert time.monotonic() < until
            time.sleep(0.01)
        first.close()
        time.sleep(0.2)
        gate.set()
        with http.client.HTTPResponse(second) as response:
            response.begin()
            assert TEXT in response.read().decode()
    assert origin.count("/waited") == 1


# What breaks off (C05)


def test_a_page_that_broke_off_is_not_kept(proxy, origin) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nCache-Control: max-age=60\r\n"
    origin.says("/broken-off", head + b"Content-Length: 9999\r\n\r\n" + PAGE)
    assert TEXT in proxy.ask("/broken-off").text
    origin.page("/broken-off", PAGE.replace(b"<h1>", b"<h1>2 "), "Cache-Control: max-age=60")
    assert f"2 {TEXT}" in proxy.ask("/broken-off").text


def test_a_file_shorter_than_its_length_does_not_look_whole(proxy, origin) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 99\r\n\r\n"
    origin.says("/short.pdf", head + b"%PDF-")
    with pytest.raises((http.client.IncompleteRead, ConnectionError)):
        proxy.ask("/short.pdf")


# What is asked again (C10)


class Stale:
    """An origin that keeps a connection open, and closes it when it is used a second time."""

    def __init__(self) -> None:
        self.second: list[bytes] = []

    async def talk(self, reader, writer, asked) -> None:
        writer.write(FINE)
        await writer.drain()
        with suppress(asyncio.IncompleteReadError):
            self.second.append(await reader.readuntil(b"\r\n\r\n"))
        writer.close()


def test_what_met_a_closing_connection_is_asked_once_more(proxy, origin) -> None:
    stale = Stale()
    origin.talks_on("/stale-get", stale.talk)
    asked = {"Sec_Fetch_Dest": "image"}
    assert proxy.ask("/stale-get", **asked).body == b"ok"
    del origin.talks["/stale-get"]
    origin.says("/stale-get", FINE)
    assert proxy.ask("/stale-get", **asked).body == b"ok"
    assert len(stale.second) == 1
    assert origin.count("/stale-get") == 2


def test_what_changes_something_is_never_sent_twice(proxy, origin) -> None:
    stale = Stale()
    origin.talks_on("/stale-post", stale.talk)
    assert proxy.ask("/stale-post", Sec_Fetch_Dest="image").body == b"ok"
    assert proxy.ask("/stale-post", "POST", b"pay=1").status == 502
    assert len(stale.second) == 1
    assert origin.count("/stale-post") == 1


def test_an_origin_that_closes_every_time_is_asked_twice_at_most(proxy, origin) -> None:
    origin.says("/closes", b"")
    assert proxy.ask("/closes").status == 502
    assert origin.count("/closes") == 2
    assert proxy.ask("/closes", "POST", b"x").status == 502
    assert origin.count("/closes") == 3


# What is not a body (C15, B04, and RFC 9110 §15.2)


def test_trailers_go_no_further(proxy, origin) -> None:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Late\r\n"
    ends = b"2\r\nok\r\n0\r\nX-Late: 1\r\nSet-Cookie: late=1\r\n\r\n"
    origin.says("/trailers", chunked + b"Content-Type: text/plain\r\n\r\n" + ends)
    answer = proxy.raw(b"GET /trailers HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    assert b"ok" in answer
    assert b"late" not in answer.lower()


def test_trailers_of_a_visitor_go_no_further(proxy, origin) -> None:
    origin.says("/trailing", FINE)
    fields = ("Transfer-Encoding: chunked", "Trailer: X-Forwarded-For")
    with ask(proxy, "/trailing", "POST", *fields) as connection:
        connection.sendall(b"2\r\nhi\r\n0\r\nX-Forwarded-For: 6.6.6.6\r\nCookie: a=b\r\n\r\n")
        with http.client.HTTPResponse(connection) as response:
            response.begin()
            assert response.status == 200
    asked = origin.last("/trailing")
    assert asked.body == b"hi"
    assert (asked.get("trailer"), asked.get("cookie")) == (None, None)
    assert asked.get("x-forwarded-for") == "127.0.0.1"


@pytest.mark.parametrize("interim", [b"103 Early Hints\r\nLink: </a.css>", b"100 Continue"])
def test_an_interim_response_is_not_the_answer(proxy, origin, interim) -> None:
    path = origin.says("/interim", b"HTTP/1.1 " + interim + b"\r\n\r\n" + FINE)
    answer = proxy.ask(path, Sec_Fetch_Dest="image")
    assert (answer.status, answer.body) == (200, b"ok")
    assert answer.get("link") is None


def test_an_empty_body_has_its_length_both_ways(proxy, origin) -> None:
    origin.says(
        "/empty", b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"
    )
    answer = proxy.ask("/empty", "POST", b"")
    assert (answer.status, answer.get("content-length"), answer.body) == (200, "0", b"")
    asked = origin.last("/empty")
    assert (asked.get("content-length"), asked.get("transfer-encoding")) == ("0", None)
    assert proxy.ask("/empty", Sec_Fetch_Dest="image").status == 200
    assert origin.last("/empty").get("content-length") is None


# Pieces of what is rewritten only whole (C16)


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "text/css"])
def test_a_piece_of_a_page_or_sheet_is_never_shown(proxy, origin, kind) -> None:
    """Whoever asks without saying what for (no Fetch Metadata) gets the whole."""

    async def answer(writer, asked):
        part = asked.get("range") is not None
        head = "206 Partial Content\r\nContent-Range: bytes 5-9/99" if part else "200 OK"
        body = b"red }" if part else b"p { color: red }" if kind == "text/css" else PAGE
        fields = f"HTTP/1.1 {head}\r\nContent-Type: {kind}\r\nAccept-Ranges: bytes\r\n"
        writer.write(fields.encode() + b"Content-Length: %d\r\n\r\n" % len(body) + body)

    path = origin.says(f"/piece-of-{kind[5:8]}", answer)
    got = proxy.ask(path, Range="bytes=5-9")
    assert got.status == 200
    assert got.get("accept-ranges") is None
    assert got.get("content-range") is None
    assert "var(--a11y-text,red)" in got.text or "data-a11y-ui" in got.text
