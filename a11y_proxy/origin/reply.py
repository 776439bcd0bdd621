"""A reply of an origin, whose body is still on its way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp

from a11y_proxy.core.fields import Field, Fields
from a11y_proxy.origin.coding import decoder
from a11y_proxy.origin.errors import OriginCutOffError
from a11y_proxy.origin.limits import Limits
from a11y_proxy.origin.octets import text_of

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Whole:
    """A body in hand, decoded; not `complete` where the connection broke off."""

    body: bytes
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Unread:
    """A body that is too large, too slow or coded in a way unknown to us: pass it on as it is."""


class OriginReply:
    """A reply whose body is still on its way. Whoever has it reads it to the end or closes it."""

    def __init__(self, response: aiohttp.ClientResponse, limits: Limits) -> None:
        self.status = response.status
        self.fields = fields_of(response)
        self._response = response
        self._limits = limits
        self._taken: list[bytes] = []

    async def read(self) -> Whole | Unread:
        """Gives the decoded body, or `Unread`: then `chunks` still gives every byte as it came."""
        undo = decoder(self.fields.joined("content-encoding"))
        if undo is None:
            return Unread()
        body, complete = bytearray(), True
        try:
            async with asyncio.timeout(self._limits.page):
                async for piece in self._pieces():
                    self._taken.append(piece)
                    for part in undo.feed(piece):
                        body += part
                        if len(body) > self._limits.ceiling:
                            return Unread()
                        # a bomb unpacks for long, and others want to be served
                        await asyncio.sleep(0)
        except TimeoutError:
            return Unread()
        except OriginCutOffError:
            complete = False
        self._taken.clear()
        return Whole(bytes(body), complete and undo.finish())

    async def chunks(self) -> AsyncIterator[bytes]:
        """Gives the body as it came, coded, piece by piece; raises OriginCutOffError if it breaks off."""
        while self._taken:
            yield self._taken.pop(0)
        async for piece in self._pieces():
            yield piece

    def close(self) -> None:
        """Lets the connection go; an unread body is not waited for."""
        self._response.close()

    async def _pieces(self) -> AsyncIterator[bytes]:
        try:
            while piece := await self._response.content.readany():
                yield piece
        except (aiohttp.ClientError, aiohttp.http_exceptions.HttpProcessingError) as error:
            raise OriginCutOffError(str(error)) from error


def fields_of(response: aiohttp.ClientResponse) -> Fields:
    """Gives the header fields of a response, without those that hold controls."""
    kept: list[Field] = []
    for raw, value in response.raw_headers:
        name, text = raw.decode("ascii", "replace"), text_of(raw, value)
        if text is None:
            _log.warning("Left out: the field %s, which holds controls, of %s", name, response.url)
        else:
            kept.append((name, text))
    return Fields(tuple(kept))
