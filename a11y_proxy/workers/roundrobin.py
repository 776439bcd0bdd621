"""Gives the few to the many who wait, one of each site in turn."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from typing import Generic, TypeVar

Idle = TypeVar("Idle")


class RoundRobin(Generic[Idle]):
    """
    What is idle, and who waits for it.

    A site of which many wait does not put off one of which few do: each waits for one of every other
    site at most.
    """

    def __init__(self) -> None:
        self._idle: deque[Idle] = deque()
        self._waiting: OrderedDict[str, deque[asyncio.Future[Idle]]] = OrderedDict()

    async def take(self, site: str) -> Idle:
        """Gives one when it is the site's turn; who is cancelled meanwhile loses none."""
        if self._idle:
            return self._idle.popleft()
        turn: asyncio.Future[Idle] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(site, deque()).append(turn)
        try:
            return await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                self.give(turn.result())
            raise

    def give(self, idle: Idle) -> None:
        """Takes one back, or hands it to who is next."""
        while self._waiting:
            site, turns = self._waiting.popitem(last=False)
            turn = turns.popleft()
            if turns:
                self._waiting[site] = turns  # behind all others
            if not turn.done():
                turn.set_result(idle)
                return
        self._idle.append(idle)
