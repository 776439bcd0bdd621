"""Every shape of request over a raw socket, against the real pair of proxy and origin."""

from __future__ import annotations

import socket
from contextlib import closing
from http.client import HTTPResponse

import pytest

from tests.server.request_shapes import SHAPES

PATIENCE = 10.0
NEXT = b"GET /_a11y/health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
ALL = {f"{group}: {name}": shape for group, some in SHAPES.items() for name, shape in some.items()}


def status_of_the_only(connection: socket.socket) -> int:
    """Gives the status of a response with which the connection ends."""
    with connection.makefile("rb") as received:
        return int(received.read().split()[1])


def status_of_the_first(connection: socket.socket) -> int:
    """Gives the status of a final response after which the connection serves another request."""
    with closing(HTTPResponse(connection)) as first:
        first.begin()
        first.read()
    connection.sendall(NEXT)
    assert connection.recv(65536).startswith(b"HTTP/1.1 200"), "it does not go on"
    return first.status


@pytest.mark.parametrize("name", ALL)
def test_a_request_is_served_or_refused_as_the_table_says(name, proxy, origin) -> None:
    """Finding 1; C13, C14, E01, E03: a refused one never reaches the origin and ends the connection."""
    shape = ALL[name]
    origin.page("/", b"ok", "Content-Type: text/plain")
    before = len(origin.asked)
    status = status_of_the_only if shape.closes else status_of_the_first
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=PATIENCE) as connection:
        connection.sendall(shape.raw)
        assert status(connection) == shape.status
    reached = [asked.path for asked in origin.asked[before:]]
    assert reached == ([shape.target] if shape.target else [])
