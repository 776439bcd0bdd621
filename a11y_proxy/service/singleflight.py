"""
One flight per key: who asks for what is already being fetched waits for that.

The flight belongs to all who wait. It ends when the last of them has gone, not when the first
has; and a result that turns out to be one visitor's own goes to one of them only.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from cachetools import TTLCache

from a11y_proxy.core.fingerprint import Key

Result = TypeVar("Result")

_APART_SECONDS = 60.0
_APART_KEYS = 4096


@dataclass
class _Flight(Generic[Result]):
    task: asyncio.Task[Result]
    waiting: int = 0
    taken: bool = False


class SingleFlight(Generic[Result]):
    """
    Shares the results of coroutines by key.

    `common` says of a result whether everybody may have it; `drop` is called with one that nobody
    may or wants to have.
    """

    def __init__(
        self,
        now: Callable[[], float],
        common: Callable[[Result], bool] = lambda _: True,
        drop: Callable[[Result], None] = lambda _: None,
    ) -> None:
        self._flights: dict[Key, _Flight[Result]] = {}
        self._common = common
        self._drop = drop
        # Keys whose results were private: waiting for one another would only make a queue.
        self._apart: TTLCache[Key, bool] = TTLCache(_APART_KEYS, _APART_SECONDS, timer=now)

    async def do(
        self, key: Key, make: Callable[[], Coroutine[Any, Any, Result]]
    ) -> tuple[Result, bool]:
        """Gives the result, and whether another's flight brought it."""
        if key in self._apart:
            return await make(), False
        flight = self._flights.get(key)
        joined = flight is not None
        if flight is None:
            flight = self._start(key, make)
        result = await self._wait(flight)
        if self._common(result):
            return result, joined
        if flight.taken:
            return await make(), False
        flight.taken = True
        self._apart[key] = True
        return result, False

    def _start(self, key: Key, make: Callable[[], Coroutine[Any, Any, Result]]) -> _Flight[Result]:
        task = asyncio.create_task(make())
        flight = self._flights[key] = _Flight(task)
        task.add_done_callback(lambda _: self._flights.pop(key, None))
        return flight

    async def _wait(self, flight: _Flight[Result]) -> Result:
        flight.waiting += 1
        try:
            return await asyncio.shield(flight.task)
        except asyncio.CancelledError:
            if flight.waiting == 1:
                self._abandon(flight)
            raise
        finally:
            flight.waiting -= 1

    def _abandon(self, flight: _Flight[Result]) -> None:
        task = flight.task
        if not task.done():
            task.cancel()
        elif not task.cancelled() and not task.exception() and not flight.taken:
            self._drop(task.result())
