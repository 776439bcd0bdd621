"""What a visitor sends: handed on as it comes, within a size, and with an end to all waiting."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from aiohttp import web

from a11y_proxy.server.expectation import go_on

_SMALL = 65536
"""Bytes."""


class UploadError(Exception):
    """A body that cannot be taken; `phrase` is one of the catalogues."""

    status: int
    phrase: str
    wait: int | None = None


class UploadTooLargeError(UploadError):
    """It is longer than the operator allows."""

    status = 413
    phrase = "This file is too large to be sent through this version. Please use the original."


class UploadSlowError(UploadError):
    """Nothing came for longer than we wait, or nothing that is framed as RFC 9112 §7 has it."""

    status = 408
    phrase = "What was sent arrived only in part. Please try again."


@dataclass(frozen=True, slots=True)
class Uploads:
    """`largest` is in bytes; `idle` are the seconds that a visitor may send nothing."""

    largest: int
    idle: float

    async def body(self, request: web.Request) -> AsyncIterator[bytes] | None:
        """
        Gives the body, None where there is none; raises an UploadError, as its pieces do.

        A small one is waited for first: whoever fills in a form slowly holds no connection to the origin.
        """
        if not request.body_exists:
            return None
        length = request.content_length
        if length is not None and length > self.largest:
            raise UploadTooLargeError
        pieces = self._pieces(request)
        if length is not None and length <= _SMALL:
            return _at_once(b"".join([piece async for piece in pieces]))
        return pieces

    async def _pieces(self, request: web.Request) -> AsyncIterator[bytes]:
        await go_on(request)
        taken = 0
        while piece := await self._next(request):
            taken += len(piece)
            if taken > self.largest:
                raise UploadTooLargeError
            yield piece

    async def _next(self, request: web.Request) -> bytes:
        try:
            async with asyncio.timeout(self.idle):
                return await request.content.readany()
        except TimeoutError as error:
            raise UploadSlowError from error


async def _at_once(whole: bytes) -> AsyncIterator[bytes]:
    if whole:
        yield whole
