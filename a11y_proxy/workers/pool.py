"""A few worker processes behind one call: bounded queue, deadline by killing, bounded memory, quarantine."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from cachetools import TTLCache

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.known import Known
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform
from a11y_proxy.workers.errors import (
    BusyError,
    CrashedError,
    OutgrownError,
    OverdueError,
    QuarantinedError,
)
from a11y_proxy.workers.process import Engine, Job, WorkerProcess
from a11y_proxy.workers.roundrobin import RoundRobin

_STRIKES = 2
_REMEMBERED = 1024
_SECONDS = 600.0
"""For so long a source that failed is remembered: it may have been the machine that was busy."""


_Poison = tuple[str, str]
"""A site's origin and a content: what fails for one site may have failed by that site's recipe."""


@dataclass(frozen=True, slots=True)
class PoolLimits:
    """
    How many processes, how many jobs of a site may wait for one, and what one job may take.

    It may take so many `seconds`, and wait as many before; and its process so many `mib` of memory
    over what it began with.
    """

    processes: int = 1
    waiting: int = 64
    seconds: float = 10.0
    mib: int = 1024


class Pool:
    """Makes artifacts in processes of its own; `start` and `stop` it with the server."""

    def __init__(
        self,
        phrases: Phrases,
        limits: PoolLimits | None = None,
        engine: Engine = transform,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits or PoolLimits()
        self._phrases = phrases
        self._engine = engine
        self._turns: RoundRobin[WorkerProcess] = RoundRobin()
        self._workers: list[WorkerProcess] = []
        self._strikes: TTLCache[_Poison, tuple[str, ...]] = TTLCache(
            _REMEMBERED, _SECONDS, timer=now
        )
        self._waiting: Counter[str] = Counter()

    async def start(self) -> None:
        """Starts the processes."""
        count = self._limits.processes
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="a11y-worker")
        loop = asyncio.get_running_loop()
        for _ in range(count):
            worker = await loop.run_in_executor(
                self._threads, WorkerProcess, self._phrases, self._engine, self._limits.mib
            )
            self._workers.append(worker)
            self._turns.give(worker)

    async def stop(self) -> None:
        """Ends the processes; jobs under way fail with CrashedError."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()

    async def transform(
        self, source: Source, rendition: Rendition, site: Site, known: Known
    ) -> Artifact:
        """Gives the artifact; raises UnparsableError, or a TransformError."""
        poison = site.origin, source.digest
        strikes = self._strikes.get(poison, ())
        if len(strikes) >= _STRIKES:
            raise QuarantinedError(f"failed {_STRIKES} times before, at first: {strikes[0]}")
        waiting = self._waiting[site.origin]
        if waiting >= self._limits.waiting:
            raise BusyError(f"{waiting} pages are waiting")
        self._waiting[site.origin] += 1
        try:
            async with asyncio.timeout(self._limits.seconds):
                worker = await self._turns.take(site.origin)
        except TimeoutError:
            raise BusyError(f"no process was free within {self._limits.seconds:g} s") from None
        finally:
            self._waiting[site.origin] -= 1
        try:
            return await self._run(worker, Job(source, rendition, site, known))
        except (OverdueError, OutgrownError, CrashedError) as error:
            before = self._strikes.get(poison, ())
            self._strikes[poison] = (*before, f"{type(error).__name__}: {error}")
            raise

    async def _run(self, worker: WorkerProcess, job: Job) -> Artifact:
        loop = asyncio.get_running_loop()
        running = loop.run_in_executor(self._threads, worker.run, job, self._limits.seconds)

        def free(done: asyncio.Future[Artifact]) -> None:
            self._turns.give(worker)
            if not done.cancelled():
                done.exception()  # seen, even where the one who asked has gone away

        # The worker is free when it is done, not when its visitor leaves.
        running.add_done_callback(free)
        return await asyncio.shield(running)
