"""Gives again, at once, what was given a moment ago to one who asked the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from aiohttp import web
from cachetools import LRUCache
from multidict import CIMultiDict

from a11y_proxy.service.request import Reply

_REMEMBERED = 2**24
"""Bytes, roughly."""
_OVERHEAD = 4096


@dataclass(frozen=True, slots=True)
class _Hit:
    lasts: Callable[[], bool]
    status: int
    headers: CIMultiDict[str]
    body: bytes


class Hits:
    """
    Compressed pages with their header fields, for as long as the entry they are made of is fresh.

    `share` is the part of the room that one of several sites has.
    """

    def __init__(self, share: float = 1.0) -> None:
        self._hits: LRUCache[Hashable, _Hit] = LRUCache(
            _REMEMBERED * share, getsizeof=lambda hit: len(hit.body) + _OVERHEAD
        )

    def get(self, asked: Hashable) -> web.Response | None:
        """Gives the response to a question, where it still holds."""
        hit = self._hits.get(asked)
        if hit is None or not hit.lasts():
            return None
        return web.Response(status=hit.status, headers=hit.headers, body=hit.body)

    def put(self, asked: Hashable, reply: Reply, response: web.StreamResponse) -> None:
        """Remembers a response that is not yet sent, where it may be given again."""
        lasts, body = reply.lasts, getattr(response, "body", None)
        # what names its seconds says something else in the next one
        named = "max-age" in (reply.cache_control or "")
        if lasts is None or named or "Content-Encoding" not in response.headers:
            return
        if isinstance(body, bytes) and len(body) + _OVERHEAD < self._hits.maxsize:
            # sending adds fields of its own
            headers = CIMultiDict(response.headers)
            self._hits[asked] = _Hit(lasts, response.status, headers, body)
