"""Takes the digests of pictures as they pass, so that the same one is known under another address."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from hashlib import blake2b

from a11y_proxy.caching.directives import directives
from a11y_proxy.core.fields import Fields
from a11y_proxy.service.request import Request

_CREDENTIALS = frozenset({"authorization", "cookie"})
_OWN = frozenset({"no-store", "private"})
_LARGEST = 2**18
"""Bytes; what is larger is a photograph, which a site seldom keeps twice."""


def is_anyones(request: Request, status: int, fields: Fields) -> bool:
    """Says whether a reply is a whole picture, not too large, that anyone would be given."""
    length = fields.joined("content-length")
    return (
        request.method == "GET"
        and status == 200
        and fields.joined("content-type").lower().startswith("image/")
        and length.isdecimal()
        and int(length) <= _LARGEST
        and _CREDENTIALS.isdisjoint(request.fields.names)
        and _OWN.isdisjoint(directives(fields.joined("cache-control")))
    )


async def digested(
    chunks: AsyncIterator[bytes], tell: Callable[[bytes], None]
) -> AsyncIterator[bytes]:
    """Gives the chunks as they come; `tell` is given the digest of them all once the last has passed."""
    digest = blake2b(digest_size=16)
    async for chunk in chunks:
        digest.update(chunk)
        yield chunk
    tell(digest.digest())
