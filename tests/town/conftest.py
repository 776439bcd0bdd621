"""The town, answering on a port of its own."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

import pytest
from aiohttp.test_utils import TestClient

from a11y_proxy.town.server import make_app

DECLARED = re.compile(rb"charset=\"?([\w-]+)", re.IGNORECASE)
Read = Callable[[str], Awaitable[str]]


@pytest.fixture
async def town(aiohttp_client) -> TestClient:
    return await aiohttp_client(make_app())


@pytest.fixture
def read(town: TestClient) -> Read:
    """The text at an address as its author meant it: by BOM, then by meta; headers here may lie."""

    async def _read(path: str) -> str:
        async with town.get(path) as reply:
            body = await reply.read()
        declared = DECLARED.search(body[:1024])
        return body.decode("utf-8-sig" if not declared else declared[1].decode())

    return _read
