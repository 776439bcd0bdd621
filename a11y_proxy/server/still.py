"""
Holds moving GIFs still, for visitors for whom nothing moves (WCAG 2.2.2): they get the first picture.

Who opens the picture itself, or lets things move, gets it as it is.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

from aiohttp import web
from multidict import CIMultiDict

from a11y_proxy.caching.entry import media_type
from a11y_proxy.core.gif import END, First, NoGifError, first_picture
from a11y_proxy.core.preferences import Preferences
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
    if kind != "image/gif" or reply.status != 200 or reply.fields.get("content-encoding"):
        return chunks
    start, first = await _looked_at(chunks)
    if first is None or not first.moves:
        return _after(start, chunks)
    headers["Vary"] = ", ".join([*headers.getall("Vary", ()), *_ASKED])
    # by its tag a browser could take the one for the other
    headers.popall("ETag", None)
    if preferences.appearance.motion == "on" or request.headers.get("Sec-Fetch-Dest") == "document":
        return _after(start, chunks)
    for name in BODY_BOUND:
        headers.popall(name, None)
    return _after(start[: first.end] + END)


async def _looked_at(chunks: AsyncIterator[bytes]) -> tuple[bytes, First | None]:
    """Gives the bytes that had to come before it was known what the first picture is, and that."""
    data, seen = bytearray(), 0
    found = None
    try:
        async for chunk in chunks:
            data += chunk
            if len(data) < 2 * seen:
                continue  # so that no byte is looked at over and over
            found, seen = first_picture(data), len(data)
            if found is not None or seen > _MOST:
                break
        else:
            found = first_picture(data)
    except NoGifError:
        pass
    return bytes(data), found


async def _after(start: bytes, chunks: AsyncIterator[bytes] | None = None) -> AsyncIterator[bytes]:
    if start:
        yield start
    if chunks is not None:
        async for chunk in chunks:
            yield chunk
