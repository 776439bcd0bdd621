"""How much of the origin's time, and of ours, each visitor may take."""

from __future__ import annotations

import math
from collections.abc import Callable

from cachetools import LRUCache

from a11y_proxy.core.visitors import Networks, household

_SAVED = 20.0
"""Seconds of allowance that one who has asked nothing has saved up: a page brings all its pictures."""
_REMEMBERED = 4096
"""Visitors."""


class TooManyRequestsError(Exception):
    """A visitor has used their allowance; `wait` are the seconds until there is some again."""

    status = 429
    phrase = "Too much was asked for at once from your network. Please try again in a minute."

    def __init__(self, wait: int) -> None:
        super().__init__(f"more in {wait} s")
        self.wait = wait


class Allowance:
    """
    Counts, for each visitor, what has to be asked of the origin (a token bucket).

    `rate` is how many requests a second are sustained, 0 where there is no limit; `now` gives
    seconds.
    """

    def __init__(self, rate: float, exempt: Networks, now: Callable[[], float]) -> None:
        self._rate = rate
        self._exempt = exempt
        self._now = now
        self._used: LRUCache[str, tuple[float, float]] = LRUCache(_REMEMBERED)

    def take(self, client: str | None) -> None:
        """Counts one request; raises TooManyRequestsError."""
        who = household(client, self._exempt) if client and self._rate else None
        if who is None:
            return
        now, most = self._now(), self._rate * _SAVED
        left, at = self._used.get(who, (most, now))
        left = min(most, left + (now - at) * self._rate)
        if left < 1:
            raise TooManyRequestsError(math.ceil((1 - left) / self._rate))
        self._used[who] = left - 1, now
