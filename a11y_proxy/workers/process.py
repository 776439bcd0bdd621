"""
One worker process: takes a job over a pipe, gives an artifact back, is killed when it is late.

What it may hold in memory is limited by the system; one that was close to that is replaced by a new
one, since memory that was used is seldom given back.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.known import Known
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform
from a11y_proxy.rewrite.unparsable import UnparsableError
from a11y_proxy.workers.errors import CrashedError, OutgrownError, OverdueError

Engine = Callable[[Source, Rendition, Site, Phrases, Known], Artifact]

NICENESS = 10
"""Visitors whose page is ready go before pages that are being made."""

_START = 60.0
_MIB = 2**20
_SPENT = 0.5
"""Share of its memory after which a worker makes room for another."""

_FORKSERVER = multiprocessing.get_context("forkserver")
# The fork server loads the program and its engine once; each worker starts with both in memory.
_FORKSERVER.set_forkserver_preload(["__main__", "a11y_proxy.workers.process"])


@dataclass(frozen=True, slots=True)
class Job:
    """What the engine is told."""

    source: Source
    rendition: Rendition
    site: Site
    known: Known


@dataclass(frozen=True, slots=True)
class _Refused:
    reason: str


@dataclass(frozen=True, slots=True)
class _Failed:
    reason: str


class _Outgrown:
    pass


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of a job; `spent` where the process should be replaced."""

    told: Artifact | _Refused | _Failed | _Outgrown
    spent: bool


class WorkerProcess:
    """
    A process that makes one artifact at a time, in so many MiB of memory.

    Its methods block: call them in a thread.
    """

    def __init__(self, phrases: Phrases, engine: Engine = transform, mib: int = 1024) -> None:
        self._phrases = phrases
        self._engine = engine
        self._mib = mib
        self._stopped = False
        self._start()

    def run(self, job: Job, seconds: float) -> Artifact:
        """
        Gives the artifact of a job.

        Raises UnparsableError as the engine does; OverdueError, OutgrownError and CrashedError
        after the process was replaced by a new one.
        """
        try:
            self._pipe.send(job)
            if not self._pipe.poll(seconds):
                self._replace()
                raise OverdueError(f"not ready after {seconds:g} s")
            answer: _Answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._replace()
            raise CrashedError("the worker process died") from error
        if answer.spent:
            self._replace()
        match answer.told:
            case Artifact() as artifact:
                return artifact
            case _Refused(reason):
                raise UnparsableError(reason)
            case _Outgrown():
                raise OutgrownError(f"needed more than {self._mib} MiB of memory")
            case _Failed(reason):
                raise CrashedError(reason)

    def stop(self) -> None:
        """Ends the process for good and at once; a job under way is lost, and `run` says so."""
        self._stopped = True
        self._kill()

    def _kill(self) -> None:
        self._process.kill()
        self._process.join()
        with contextlib.suppress(OSError):
            self._pipe.close()

    def _replace(self) -> None:
        self._kill()
        if not self._stopped:
            self._start()

    def _start(self) -> None:
        self._pipe, theirs = _FORKSERVER.Pipe()
        self._process = _FORKSERVER.Process(
            target=_work, args=(theirs, self._phrases, self._engine, self._mib), daemon=True
        )
        self._process.start()
        # Ours alone stays open, so that a worker's death is seen as the end of the pipe.
        theirs.close()
        # Loading the engine is no part of the first job's time.
        if not self._pipe.poll(_START):
            raise CrashedError(f"a worker process did not start within {_START:g} s")
        self._pipe.recv()


def _work(pipe: Connection, phrases: Phrases, engine: Engine, mib: int) -> None:
    # A keyboard's interrupt goes to the whole group; the server decides when workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICENESS)
    _limit(mib)
    with contextlib.suppress(EOFError, OSError):
        pipe.send(None)
        while True:
            job: Job = pipe.recv()
            told = _told(job, phrases, engine)
            spent = isinstance(told, _Outgrown) or _most() > _SPENT * mib * _MIB
            pipe.send(_Answer(told, spent))


def _limit(mib: int) -> None:
    """Lets the process's own memory (Linux: private, writable) grow to so much and no further."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (mib * _MIB, hard))


def _most() -> int:
    """Gives the most bytes of memory that the process has held at once."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _told(job: Job, phrases: Phrases, engine: Engine) -> Artifact | _Refused | _Failed | _Outgrown:
    try:
        return engine(job.source, job.rendition, job.site, phrases, job.known)
    except UnparsableError as error:
        return _Refused(str(error))
    except MemoryError:
        return _Outgrown()
    except Exception as error:  # noqa: BLE001 - whatever it is, the page is served without it
        return _Failed(f"{type(error).__name__}: {error}")
