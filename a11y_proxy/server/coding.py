"""Content codings of what we made: each variant is compressed once, off the event loop."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable, Mapping
from functools import lru_cache, partial

import brotli  # type: ignore[import-untyped]

from a11y_proxy.core.fingerprint import Key, coded_key
from a11y_proxy.origin.coding import acceptable
from a11y_proxy.service.store import Store

_CODERS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": partial(brotli.compress, quality=5),
    "gzip": partial(gzip.compress, compresslevel=6, mtime=0),
}
"""In the order in which they are preferred."""
_WORTH_IT = 860
"""Bytes; what is smaller fits into one packet anyway."""


def chosen(accept_encoding: str, size: int) -> str | None:
    """Gives the coding for a visitor, None for plain bytes (RFC 9110 §12.5.3)."""
    return _preferred(accept_encoding) if size >= _WORTH_IT else None


@lru_cache(maxsize=256)
def _preferred(accept_encoding: str) -> str | None:
    wanted = acceptable(accept_encoding).split(", ")
    return next((coding for coding in _CODERS if coding in wanted), None)


async def coded(body: Callable[[], bytes], key: Key, coding: str, store: Store[bytes]) -> bytes:
    """Gives the bytes of a reply in a coding, remembered or made; `body` gives them plain."""
    place = coded_key(key, coding)
    found = store.get(place)
    if found is None:
        found = await asyncio.to_thread(_CODERS[coding], body())
        store.put(place, found)
    return found
