"""How long each part of an exchange with the origin may take, one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from types import SimpleNamespace

import aiohttp

from a11y_proxy.origin.errors import OriginBusyError, OriginError, OriginSlowError
from a11y_proxy.origin.limits import Limits


@dataclass(frozen=True, slots=True)
class _Part:
    granted: Callable[[Limits], float | None]
    late: type[OriginError]
    why: str


class Phase(Enum):
    """The parts, each with its own time and its own name for running out of it."""

    QUEUED = _Part(lambda limits: limits.queue, OriginBusyError, "no connection came free")
    CONNECTING = _Part(lambda limits: limits.connect, OriginSlowError, "no connection was made")
    TAKING = _Part(lambda limits: limits.idle, OriginSlowError, "nothing of the body was taken")
    ANSWERING = _Part(lambda limits: limits.first_byte, OriginSlowError, "there was no answer")
    # how long a visitor may take over what comes next is not the origin's fault
    SENDING = _Part(lambda _: None, OriginSlowError, "the visitor sent nothing")


class Clock:
    """
    Measures one exchange, up to the header of the reply.

    `timeout` is to be entered around it; when that has run out, `late` says what was too slow.
    """

    def __init__(self, limits: Limits) -> None:
        self.timeout = asyncio.timeout(limits.connect)
        self.failed: Exception | None = None
        self._limits = limits
        self._phase = Phase.CONNECTING
        self._over = False

    def enter(self, phase: Phase) -> None:
        """Begins a part, where none has run out and the reply is not there yet."""
        if self._over or self.timeout.expired():
            return
        self._phase, granted = phase, phase.value.granted(self._limits)
        now = asyncio.get_running_loop().time()
        self.timeout.reschedule(None if granted is None else now + granted)

    def stop(self) -> None:
        """Ends the measuring: what goes on behind the reply's header has no part in it."""
        self._over = True

    def late(self) -> OriginError:
        """Gives the error for the part that took too long."""
        part = self._phase.value
        return part.late(f"{part.why} within {part.granted(self._limits):g} s")

    async def body(self, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """Gives the visitor's pieces; what went wrong with them is kept as `failed`."""
        self.enter(Phase.SENDING)
        try:
            async for piece in pieces:
                self.enter(Phase.TAKING)
                yield piece
                self.enter(Phase.SENDING)
        except Exception as error:
            self.failed = error
            raise
        self.enter(Phase.ANSWERING)


def tracing() -> aiohttp.TraceConfig:
    """Gives what lets aiohttp tell a request's clock (its `trace_request_ctx`) how far it is."""
    config = aiohttp.TraceConfig()
    config.on_connection_queued_start.append(_entering(Phase.QUEUED))
    config.on_connection_create_start.append(_entering(Phase.CONNECTING))
    config.on_connection_create_end.append(_entering(Phase.ANSWERING))
    config.on_connection_reuseconn.append(_entering(Phase.ANSWERING))
    return config


def _entering(phase: Phase) -> Callable[[object, SimpleNamespace, object], Awaitable[None]]:
    async def enter(_session: object, context: SimpleNamespace, _said: object) -> None:
        context.trace_request_ctx.enter(phase)

    return enter
