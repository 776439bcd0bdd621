"""WebSockets through the proxy, from a real visitor to a real origin (C12, B15, B18)."""

from __future__ import annotations

import asyncio
import threading
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from queue import Queue
from typing import Any

import aiohttp
import pytest
from aiohttp import WSMsgType, web

SENT: list[int] = []
TALK: dict[str, Callable[[web.WebSocketResponse], Awaitable[None]]] = {}


@dataclass
class Host:
    """An origin that talks; what it heard of its visitors."""

    url: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    closed: dict[str, Queue[int | None]] = field(default_factory=lambda: defaultdict(Queue))


def talks(function: Callable[[web.WebSocketResponse], Awaitable[None]]) -> Any:
    TALK[f"/{function.__name__}"] = function
    return function


@talks
async def echo(socket: web.WebSocketResponse) -> None:
    async for message in socket:
        if message.type is WSMsgType.TEXT:
            await socket.send_str(message.data)
        else:
            await socket.send_bytes(message.data)


@talks
async def ends(socket: web.WebSocketResponse) -> None:
    await socket.receive()
    await socket.close(code=4321, message="досить".encode())


@talks
async def breaks(socket: web.WebSocketResponse) -> None:
    await socket.receive()
    socket._req.transport.abort()


@talks
async def floods(socket: web.WebSocketResponse) -> None:
    with suppress(ConnectionError):
        while True:
            await socket.send_bytes(bytes(2**20))
            SENT.append(2**20)


async def handle(request: web.Request) -> web.StreamResponse:
    host = request.app[HOST]
    host.asked.append({name.lower(): value for name, value in request.headers.items()})
    if request.path == "/moved":
        raise web.HTTPFound("http://127.0.0.1:1/elsewhere")
    if request.path not in TALK:
        raise web.HTTPForbidden
    socket = web.WebSocketResponse(protocols=("chat.v2", "chat.v1"))
    socket.headers["Set-Cookie"] = "seen=1; Domain=town.example"
    await socket.prepare(request)
    try:
        await TALK[request.path](socket)
    finally:
        host.closed[request.query_string].put(socket.close_code)
    return socket


HOST = web.AppKey("HOST", Host)


@pytest.fixture(scope="module")
def talking() -> Iterator[Host]:
    host, ready, ended = Host(), threading.Event(), asyncio.Event()
    loop = asyncio.new_event_loop()

    async def run() -> None:
        app = web.Application()
        app[HOST] = host
        app.router.add_get("/{rest:.*}", handle)
        runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        ready.set()
        await ended.wait()
        await runner.cleanup()

    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    assert ready.wait(10)
    yield host
    loop.call_soon_threadsafe(ended.set)
    thread.join(10)
    loop.close()


@pytest.fixture(scope="module")
def through(talking, start) -> Iterator[str]:
    with start(talking.url) as proxy:
        yield f"http://127.0.0.1:{proxy.port}"


@asynccontextmanager
async def visiting(url: str, **options: Any) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    async with (
        aiohttp.ClientSession() as session,
        asyncio.timeout(10),
        session.ws_connect(url, **options) as socket,
    ):
        yield socket


async def test_words_and_bytes_go_both_ways_as_they_are(through) -> None:
    large = bytes(range(256)) * 4096
    async with visiting(f"{through}/echo") as socket:
        await socket.send_str("Добрий день")
        assert await socket.receive_str() == "Добрий день"
        await socket.send_bytes(large)
        assert await socket.receive_bytes() == large


async def test_the_origin_chooses_the_subprotocol_first(through) -> None:
    async with visiting(f"{through}/echo", protocols=("other", "chat.v1", "chat.v2")) as socket:
        assert socket.protocol == "chat.v1"
    async with visiting(f"{through}/echo", protocols=("other",)) as socket:
        assert socket.protocol is None


async def test_each_side_has_a_handshake_and_cookies_of_its_own(through, talking) -> None:
    said = {"Cookie": "a11y_preferences=scale=200; PHPSESSID=1", "Origin": through}
    async with visiting(f"{through}/echo", headers=said, compress=15) as socket:
        ours = socket._response.request_info.headers["Sec-WebSocket-Key"]
        assert socket._response.headers["Set-Cookie"] == "seen=1"
        assert socket.compress == 0
    heard = talking.asked[-1]
    assert heard["cookie"] == "PHPSESSID=1"
    assert heard["origin"] == talking.url
    assert heard["sec-websocket-key"] != ours
    assert "sec-websocket-extensions" not in heard
    assert heard["x-forwarded-for"] == "127.0.0.1"


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
async def test_no_other_site_opens_one_with_a_visitors_cookies(through, talking, origin) -> None:
    before = len(talking.asked)
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        async with visiting(f"{through}/echo", headers={"Origin": origin}):
            pass
    assert refused.value.status == 403
    assert len(talking.asked) == before


async def test_the_origins_last_word_reaches_the_visitor(through) -> None:
    async with visiting(f"{through}/ends") as socket:
        await socket.send_str("?")
        message = await socket.receive()
        assert (message.type, message.data, message.extra) == (WSMsgType.CLOSE, 4321, "досить")


async def test_the_visitors_last_word_reaches_the_origin(through, talking) -> None:
    async with visiting(f"{through}/echo?word") as socket:
        await socket.close(code=4005)
    assert await last(talking, "word") == 4005


async def last(talking: Host, query: str) -> int | None:
    return await asyncio.to_thread(talking.closed[query].get, timeout=5)


async def test_an_origin_that_breaks_off_ends_it_for_the_visitor(through) -> None:
    async with visiting(f"{through}/breaks") as socket:
        await socket.send_str("?")
        assert (await socket.receive()).data == 1011


async def test_a_visitor_who_vanishes_ends_it_for_the_origin(through, talking) -> None:
    async with visiting(f"{through}/echo?vanishes") as socket:
        socket._response.connection.transport.abort()
    assert await last(talking, "vanishes") == 1001


async def test_a_message_beyond_all_measure_ends_it(through, talking) -> None:
    async with visiting(f"{through}/echo?beyond") as socket:
        with suppress(ConnectionError):  # it ends while we are still speaking
            await socket.send_bytes(bytes(5 * 2**20))
    assert await last(talking, "beyond") in {1001, 1009}


async def test_a_visitor_who_does_not_listen_fills_no_memory(through, talking) -> None:
    async with visiting(f"{through}/floods?deaf") as socket:
        socket._response.connection.transport.pause_reading()
        await asyncio.sleep(0.5)
        sent = sum(SENT)
        socket._response.connection.transport.abort()
    await last(talking, "deaf")
    assert 0 < sent < 2**25


@pytest.mark.parametrize(("path", "status"), [("/none", 403), ("/moved", 502)])
async def test_where_the_origin_opens_none_the_visitor_is_told(through, path, status) -> None:
    """Redirects are followed nowhere (B17)."""
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        async with visiting(through + path):
            pass
    assert refused.value.status == status


async def test_who_has_many_leaves_room_for_others(talking, start) -> None:
    said = {"A11Y_LIMITS__CONNECTIONS": "2", "A11Y_LIMITS__QUEUE_SECONDS": "0.3"}
    said["A11Y_SERVER__TRUSTED"] = '["127.0.0.1"]'
    mine, theirs = ({"X-Forwarded-For": f"203.0.113.{number}"} for number in (7, 8))
    with start(talking.url, **said) as proxy:
        url = f"http://127.0.0.1:{proxy.port}/echo"
        async with visiting(url, headers=mine):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                async with visiting(url, headers=mine):
                    pass
            assert refused.value.status == 503
            async with visiting(url, headers=theirs) as socket:
                await socket.send_str("є місце")
                assert await socket.receive_str() == "є місце"
        async with visiting(url, headers=mine):
            pass


async def test_what_only_looks_like_a_handshake_is_refused(through, talking) -> None:
    before = len(talking.asked)
    said = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    async with aiohttp.ClientSession() as session, session.get(through, headers=said) as answer:
        assert answer.status == 400
        assert "RFC 6455" in await answer.text()
    assert len(talking.asked) == before
