"""
Who may have the origin answer how much at a time, so that one visitor leaves connections for others.

A slow upload or download holds its connection to the origin for as long as it lasts.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from a11y_proxy.core.visitors import Networks, household
from a11y_proxy.origin.errors import OriginBusyError


class Turns:
    """
    Gives turns: `each` at a time to one visitor, but for those from `exempt` networks.

    Whoever has none left waits for one of their own, `patience` seconds at most.
    """

    def __init__(self, each: int, patience: float, exempt: Networks) -> None:
        self._each = each
        self._patience = patience
        self._exempt = exempt
        # for as long as anybody has a turn or waits for one
        self._gates: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, client: str | None) -> AsyncIterator[None]:
        """Holds a turn; raises OriginBusyError where none comes free in time."""
        who = household(client, self._exempt) if client else None
        if who is None:
            yield
            return
        gate = self._gates.setdefault(who, asyncio.Semaphore(self._each))
        try:
            async with asyncio.timeout(self._patience):
                await gate.acquire()
        except TimeoutError as error:
            raise OriginBusyError("one visitor has all their turns") from error
        try:
            yield
        finally:
            gate.release()
