"""How many visitors there may be, and how slow or greedy one of them may be (E12)."""

from __future__ import annotations

import asyncio
import http.client
import re
import socket
import time
from contextlib import ExitStack, suppress

import pytest

from a11y_proxy.core.visitors import THIS_MACHINE, household
from a11y_proxy.service.allowance import Allowance, TooManyRequestsError

START = b"GET /_a11y/health HTTP/1.1\r\nHost: 127.0.0.1\r\n"
UPLOAD = b"POST /held HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n"


def coming(proxy, address: str, said: bytes) -> socket.socket:
    """Gives the connection of a visitor at an address, who has begun to say something."""
    connection = socket.create_connection(("127.0.0.1", proxy.port), 10, (address, 0))
    connection.sendall(said)
    return connection


def status(connection: socket.socket) -> int | None:
    """Gives the status of the answer; None where the connection ends without one."""
    try:
        with http.client.HTTPResponse(connection) as response:
            response.begin()
            return response.status
    except ConnectionError:
        return None


def test_a_header_that_never_ends_ends_the_connection(narrow) -> None:
    """The second on a connection has no longer time than the first."""
    with (
        coming(narrow, "127.0.1.1", START) as first,
        coming(narrow, "127.0.1.2", START + b"\r\n") as second,
    ):
        assert b"200 OK" in second.recv(4096)
        second.sendall(START)
        for connection in (first, second):
            until = time.monotonic() + 8
            while not ends(connection):
                assert time.monotonic() < until
                with suppress(ConnectionError):
                    connection.sendall(b"X: y\r\n")


def ends(connection: socket.socket) -> bool:
    connection.settimeout(0.1)
    try:
        return connection.recv(9) == b""
    except TimeoutError:
        return False
    except ConnectionError:
        return True


def test_of_one_address_only_so_many_are_served_at_once_and_others_are(narrow) -> None:
    with ExitStack() as open_:
        for _ in range(3):
            open_.enter_context(coming(narrow, "127.0.1.3", UPLOAD))
        time.sleep(0.3)
        with coming(narrow, "127.0.1.3", START + b"\r\n") as fourth:
            answer = fourth.recv(4096)
        assert answer.startswith(b"HTTP/1.1 503 ")
        assert b"Retry-After: 10" in answer
        assert b"too many connections" in answer
        assert narrow.ask("/_a11y/health").status == 200, "a front server is not counted"
        with coming(narrow, "127.0.1.4", START + b"\r\n") as other:
            assert status(other) == 200


def test_an_idle_connection_gives_its_place_to_a_visitor_with_a_question(narrow) -> None:
    with ExitStack() as open_:
        idle = [open_.enter_context(coming(narrow, "127.0.1.5", START)) for _ in range(3)]
        time.sleep(0.2)
        with coming(narrow, "127.0.1.5", START + b"\r\n") as fourth:
            assert status(fourth) == 200
        assert idle[0].recv(9) == b"", "the one that was idle for longest"
        idle[2].sendall(b"\r\n")
        assert status(idle[2]) == 200, "the others stay"


def test_where_no_place_is_left_at_all_an_idle_one_of_anybody_gives_way(narrow) -> None:
    with ExitStack() as open_:
        for number in range(12):
            open_.enter_context(coming(narrow, f"127.0.2.{number + 1}", START))
        with coming(narrow, "127.0.1.6", START + b"\r\n") as another:
            assert status(another) == 200


def test_who_asks_too_much_of_the_site_is_told_when_to_come_again(narrow, origin, uk) -> None:
    """What is in the cache is given nevertheless."""
    origin.page("/kept", b"<p>kept</p>", "Cache-Control: max-age=600")
    mine = {"X_Forwarded_For": "203.0.113.7"}
    assert narrow.ask("/kept", **mine).status == 200
    assert [narrow.ask(f"/miss?{n}", **mine).status for n in range(4)] == [404, 404, 404, 429]
    answer = narrow.ask("/miss?9", **mine)
    assert 0 < int(answer.get("retry-after")) <= 5
    assert uk(TooManyRequestsError.phrase) in re.sub(r"\s+", " ", answer.text)
    assert origin.count("/miss?9") == 0
    assert narrow.ask("/kept", **mine).status == 200
    assert narrow.ask("/_a11y/settings", **mine).status == 200
    assert narrow.ask("/_a11y/report?path=/miss", **mine).status == 429
    assert narrow.ask("/miss", X_Forwarded_For="203.0.113.8").status == 404


def test_a_visitor_with_slow_downloads_leaves_connections_for_others(narrow, origin, uk) -> None:
    async def slow(writer, asked):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\nfilm")
        await writer.drain()
        await asyncio.sleep(10)

    origin.says("/slow-film", slow)
    origin.page("/beside", b"<p>beside</p>")
    said = b"GET /slow-film HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: 203.0.113.50\r\n\r\n"
    with coming(narrow, "127.0.0.1", said) as connection:
        connection.recv(1)
        answer = narrow.ask("/beside", X_Forwarded_For="203.0.113.50")
        assert (answer.status, answer.get("retry-after")) == (503, "60")
        assert narrow.ask("/beside", X_Forwarded_For="203.0.113.51").status == 200
    until = time.monotonic() + 5
    while narrow.ask("/beside", X_Forwarded_For="203.0.113.50").status != 200:
        assert time.monotonic() < until, "who has left has all their turns again"


def test_who_takes_nothing_of_an_answer_holds_no_connection_to_the_site(narrow, origin) -> None:
    ended = []

    async def endless(writer, asked):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n")
        try:
            while True:
                writer.write(bytes(2**18))
                await writer.drain()
        except ConnectionError:
            ended.append(True)

    origin.says("/film", endless)
    with coming(narrow, "127.0.1.7", b"GET /film HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"):
        until = time.monotonic() + 8
        while not ended:
            assert time.monotonic() < until, "the film is still being read"
            time.sleep(0.05)


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("127.0.0.9", None),
        ("::1", None),
    ],
)
def test_a_household_is_one_visitor_whatever_its_addresses(address, counted) -> None:
    assert household(address, THIS_MACHINE) == counted


def test_an_allowance_comes_back_with_time() -> None:
    now = [0.0]
    allowance = Allowance(2, (), lambda: now[0])
    for _ in range(40):
        allowance.take("203.0.113.7")
    with pytest.raises(TooManyRequestsError) as told:
        allowance.take("203.0.113.7")
    assert told.value.wait == 1
    allowance.take("203.0.113.8")
    now[0] += 0.5
    allowance.take("203.0.113.7")
    with pytest.raises(TooManyRequestsError):
        allowance.take("203.0.113.7")


def test_without_a_limit_nothing_is_counted() -> None:
    allowance = Allowance(0, (), lambda: 0.0)
    for _ in range(1000):
        allowance.take("203.0.113.7")
