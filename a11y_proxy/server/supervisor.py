"""Several processes on one port (SO_REUSEPORT): starts them, restarts the dead, ends them all."""

from __future__ import annotations

import logging
import multiprocessing
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

_log = logging.getLogger(__name__)

_SPAWN = multiprocessing.get_context("spawn")
_PAUSES = (0.1, 1.0, 5.0, 30.0)
"""Seconds before a process that died is started again; the last goes on for ever."""
_LOOK = 0.5
"""Seconds between two looks at the clock."""
_HEALTHY = 60.0
"""Seconds after which a process counts as having started well."""


class Supervisor:
    """Keeps `count` processes at work; `work` must be picklable and returns on SIGTERM."""

    def __init__(self, work: Callable[[], None], count: int, patience: float) -> None:
        self._work = work
        self._count = count
        self._patience = patience
        self._stopping = False
        self._failures = 0
        self._not_before = 0.0
        self._children: dict[int, tuple[BaseProcess, float]] = {}

    def run(self) -> None:
        """Blocks until told to stop; then waits `patience` seconds for requests under way."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        while not self._stopping:
            while len(self._children) < self._count and time.monotonic() >= self._not_before:
                self._start()
            wait([child.sentinel for child, _ in self._children.values()], timeout=_LOOK)
            self._bury()
        self._end()

    def _start(self) -> None:
        child = _SPAWN.Process(target=self._work)
        child.start()
        self._children[child.sentinel] = (child, time.monotonic())

    def _bury(self) -> None:
        for sentinel, (child, started) in list(self._children.items()):
            if child.is_alive():
                continue
            del self._children[sentinel]
            if self._stopping:
                continue
            lived_well = time.monotonic() - started > _HEALTHY
            self._failures = 0 if lived_well else self._failures + 1
            pause = self._pause()
            _log.error("A process ended (%s); the next starts in %g s", child.exitcode, pause)
            self._not_before = time.monotonic() + pause

    def _pause(self) -> float:
        return _PAUSES[min(self._failures, len(_PAUSES)) - 1] if self._failures else 0.0

    def _stop(self, *_signal: object) -> None:
        self._stopping = True
        for child, _ in self._children.values():
            child.terminate()

    def _end(self) -> None:
        deadline = time.monotonic() + self._patience
        for child, _ in self._children.values():
            child.terminate()
            child.join(max(0.0, deadline - time.monotonic()))
            if child.is_alive():
                child.kill()
