"""One worker process: takes a job over a pipe, gives an artifact back, is killed when it is late."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
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
from a11y_proxy.workers.errors import CrashedError, OverdueError

Engine = Callable[[Source, Rendition, Site, Phrases, Known], Artifact]

NICENESS = 10
"""Visitors whose page is ready go before pages that are being made."""

_START = 60.0

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


class WorkerProcess:
    """A process that makes one artifact at a time. Its methods block: call them in a thread."""

    def __init__(self, phrases: Phrases, engine: Engine = transform) -> None:
        self._phrases = phrases
        self._engine = engine
        self._stopped = False
        self._start()

    def run(self, job: Job, seconds: float) -> Artifact:
        """
        Gives the artifact of a job.

        Raises UnparsableError as the engine does, OverdueError and CrashedError after the process
        was replaced by a new one.
        """
        try:
            self._pipe.send(job)
            if not self._pipe.poll(seconds):
                self._replace()
                raise OverdueError(f"not ready after {seconds:g} s")
            answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._replace()
            raise CrashedError("the worker process died") from error
        match answer:
            case Artifact():
                return answer
            case _Refused(reason):
                raise UnparsableError(reason)
            case _Failed(reason):
                raise CrashedError(reason)
        raise CrashedError(f"the worker answered {type(answer).__name__}")

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
            target=_work, args=(theirs, self._phrases, self._engine), daemon=True
        )
        self._process.start()
        # Ours alone stays open, so that a worker's death is seen as the end of the pipe.
        theirs.close()
        # Loading the engine is no part of the first job's time.
        if not self._pipe.poll(_START):
            raise CrashedError(f"a worker process did not start within {_START:g} s")
        self._pipe.recv()


def _work(pipe: Connection, phrases: Phrases, engine: Engine) -> None:
    # A keyboard's interrupt goes to the whole group; the server decides when workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICENESS)
    with contextlib.suppress(EOFError, OSError):
        pipe.send(None)
        while True:
            job: Job = pipe.recv()
            pipe.send(_answer(job, phrases, engine))


def _answer(job: Job, phrases: Phrases, engine: Engine) -> Artifact | _Refused | _Failed:
    try:
        return engine(job.source, job.rendition, job.site, phrases, job.known)
    except UnparsableError as error:
        return _Refused(str(error))
    except Exception as error:  # noqa: BLE001 - whatever it is, the page is served without it
        return _Failed(f"{type(error).__name__}: {error}")
