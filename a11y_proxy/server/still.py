"""
Holds moving pictures still, for visitors for whom nothing moves (WCAG 2.2.2): they get the first picture.

Who opens the picture itself, or lets things move, gets it as it is.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import suppress

from aiohttp import web
from multidict import CIMultiDict

from a11y_proxy.caching.entry import media_type
from a11y_proxy.core.preferences import Preferences
from a11y_proxy.core.stills import STILLS, Still
from a11y_proxy.core.stills.unfinished import UnfinishedError
from a11y_proxy.service.request import Reply
from a11y_proxy.standards.http import BODY_BOUND

_MOST = 2**22
"""Bytes that are looked at: a first picture larger than this passes as it is."""

_ASKED = ("Cookie", "Sec-Fetch-Dest")
"""The request fields that decide."""


async def held_still(
    request: web.Request,
    reply: Reply,
    chunks: AsyncIterator[bytes],
    headers: CIMultiDict[str],
    preferences: Preferences,
) -> AsyncIterator[bytes]:
    """
    Gives the bytes to send, and makes the header fields true of them.

    Raises OriginCutOffError as `chunks` does, now or while the bytes are taken.
    """
    kind, _ = media_type(reply.fields.get("content-type"))
    still = STILLS.get(kind)
    if still is None or reply.status != 200 or reply.fields.get("content-encoding"):
        return chunks
    start, first = await _looked_at(chunks, still)
    if first is None:
        return _after(start, chunks)
    headers["Vary"] = ", ".join([*headers.getall("Vary", ()), *_ASKED])
    # by its tag a browser could take the one for the other
    headers.popall("ETag", None)
    if preferences.appearance.motion == "on" or request.headers.get("Sec-Fetch-Dest") == "document":
        return _after(start, chunks)
    for name in BODY_BOUND:
        headers.popall(name, None)
    return _after(first)


async def _looked_at(chunks: AsyncIterator[bytes], still: Still) -> tuple[bytes, bytes | None]:
    """Gives the bytes that had to come before it was known whether they move, and the first picture if so."""
    data, seen = bytearray(), 0
    async for chunk in chunks:
        data += chunk
        if len(data) < 2 * seen:
            continue  # so that no byte is looked at over and over
        seen = len(data)
        with suppress(UnfinishedError):
            return bytes(data), still(bytes(data))
        if seen > _MOST:
            return bytes(data), None
    with suppress(UnfinishedError):
        return bytes(data), still(bytes(data))
    return bytes(data), None


async def _after(start: bytes, chunks: AsyncIterator[bytes] | None = None) -> AsyncIterator[bytes]:
    if start:
        yield start
    if chunks is not None:
        async for chunk in chunks:
            yield chunk
