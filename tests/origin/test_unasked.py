"""An origin that answers more often than it was asked."""

from __future__ import annotations

import asyncio

import pytest

from a11y_proxy.core.fields import Fields
from a11y_proxy.origin.client import OriginClient
from a11y_proxy.origin.errors import OriginError
from a11y_proxy.origin.guard import Origins
from a11y_proxy.origin.limits import Limits
from a11y_proxy.origin.reply import Whole


def reply(text: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(text), text)


UNASKED = {
    "another page": reply(b"another's"),
    "a server's good-bye": b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n",
    "no HTTP": b"rubbish\r\n\r\n",
    "the beginning of a page": b"HTTP/1.1 200 OK\r\nContent-",
}


@pytest.mark.parametrize("name", UNASKED)
@pytest.mark.parametrize("later", [False, True])
async def test_what_nobody_asked_for_is_nobodys(name, later) -> None:
    """E03, RFC 9112 §9.2: nothing that came on a connection before a request is the reply to it."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await reader.read(65536):
            own = reply(head.split(b" ")[1])
            writer.write(own if later else own + UNASKED[name])
            if later:
                await asyncio.sleep(0.02)
                writer.write(UNASKED[name])
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    origin = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    client = OriginClient.open(Origins([origin]), Limits())
    own = 0
    for number in range(2):
        try:
            answer = await client.send("GET", f"{origin}/{number}", Fields())
        except OriginError:
            continue  # it broke off, and is said to
        body = await answer.read()
        assert isinstance(body, Whole)
        assert (answer.status, body.body) == (200, b"/%d" % number)
        own += 1
        await asyncio.sleep(0.06)
    assert own >= (2 if later else 0)
    await client.aclose()
    server.close()
