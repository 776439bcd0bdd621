from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.known import Known
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite.unparsable import UnparsableError
from a11y_proxy.workers.errors import (
    BusyError,
    CrashedError,
    OutgrownError,
    OverdueError,
    QuarantinedError,
)
from a11y_proxy.workers.pool import Pool, PoolLimits

PHRASES = Phrases({})
SITE = Site("http://town.example", alts={"a": "Герб"})
KNOWN = Known(frozenset({7}), {"b": "Ратуша"})
LIMITS = PoolLimits(processes=1, waiting=3, seconds=0.5, mib=512)

Make = Callable[[bytes], Coroutine[None, None, Artifact]]


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def seconds() -> float:
    """What a job may take; a test may say another."""
    return LIMITS.seconds


@pytest.fixture
async def pool(
    monkeypatch: pytest.MonkeyPatch, clock: Clock, seconds: float
) -> AsyncIterator[Pool]:
    monkeypatch.syspath_prepend(Path(__file__).parent)
    from engines import engine

    pool = Pool(PHRASES, replace(LIMITS, seconds=seconds), engine, clock)
    await pool.start()
    yield pool
    await pool.stop()
    sys.modules.pop("engines", None)


@pytest.fixture
def make(pool: Pool) -> Make:
    async def transform(body: bytes) -> Artifact:
        source = Source("http://t/", "text/html", body)
        return await pool.transform(source, Rendition(), SITE, KNOWN)

    return transform


async def test_an_artifact_is_made_in_another_process(make: Make) -> None:
    assert (await make(b"word")).parts == (b"WORD", "Герб".encode(), "Ратуша".encode())
    assert int((await make(b"pid")).parts[0]) != os.getpid()


async def test_workers_give_way_to_visitors(make: Make) -> None:
    assert int((await make(b"nice")).parts[0]) >= 10


async def test_the_loop_goes_on_while_a_worker_works(make: Make) -> None:
    job = asyncio.create_task(make(b"sleep 0.3"))
    longest, before = 0.0, time.monotonic()
    while not job.done():
        await asyncio.sleep(0.005)
        longest, before = max(longest, time.monotonic() - before), time.monotonic()
    assert longest < 0.25


async def test_a_job_that_is_late_is_killed_and_the_next_one_works(make: Make) -> None:
    before = (await make(b"pid")).parts
    with pytest.raises(OverdueError, match=r"0\.5 s"):
        await make(b"sleep 60")
    assert (await make(b"pid")).parts != before


async def test_a_worker_that_dies_is_replaced(make: Make) -> None:
    with pytest.raises(CrashedError, match="died"):
        await make(b"die")
    assert (await make(b"ok")).parts[0] == b"OK"


@pytest.mark.parametrize("seconds", [30.0])
async def test_a_job_that_outgrows_its_memory_is_named_and_the_next_one_works(make: Make) -> None:
    """G04: a page that needs more costs its own worker and nobody else's."""
    before = (await make(b"pid")).parts
    with pytest.raises(OutgrownError, match="more than 512 MiB of memory"):
        await make(b"grow 700")
    assert (await make(b"pid")).parts != before


@pytest.mark.parametrize("seconds", [30.0])
async def test_a_worker_that_was_large_gives_its_place_to_a_new_one(make: Make) -> None:
    before = (await make(b"pid")).parts
    assert (await make(b"grow 300")).parts == (str(300 * 2**20).encode(),)
    assert (await make(b"pid")).parts != before


@pytest.mark.parametrize("seconds", [30.0])
async def test_a_stack_that_overflows_in_c_costs_the_worker_at_most(make: Make) -> None:
    """Later Pythons than 3.11 count the levels of C, too, and raise in time."""
    with pytest.raises(CrashedError, match=r"died|RecursionError"):
        await make(b"overflow")
    assert (await make(b"ok")).parts[0] == b"OK"


async def test_an_engine_that_raises_costs_no_worker(make: Make) -> None:
    before = (await make(b"pid")).parts
    with pytest.raises(CrashedError, match="RuntimeError: of all things"):
        await make(b"raise")
    assert (await make(b"pid")).parts == before


async def test_a_refusal_comes_through_with_its_reason(make: Make) -> None:
    with pytest.raises(UnparsableError, match="too deep: 300 levels, at most 250"):
        await make(b"refuse")


async def test_a_source_that_failed_twice_is_not_tried_again(make: Make) -> None:
    for _ in range(2):
        with pytest.raises(CrashedError):
            await make(b"die")
    with pytest.raises(QuarantinedError):
        await make(b"die")
    assert (await make(b"fine")).parts[0] == b"FINE"


async def test_what_fails_for_one_site_is_still_tried_for_another(pool: Pool, make: Make) -> None:
    for _ in range(2):
        with pytest.raises(CrashedError):
            await make(b"die")
    source = Source("http://t/", "text/html", b"die")
    with pytest.raises(CrashedError):
        await pool.transform(source, Rendition(), Site("http://other.example"), KNOWN)


async def test_what_failed_is_tried_again_after_ten_minutes(make: Make, clock: Clock) -> None:
    for _ in range(2):
        with pytest.raises(CrashedError):
            await make(b"die")
    clock.now += 599
    with pytest.raises(QuarantinedError, match="failed 2 times before, at first: CrashedError"):
        await make(b"die")
    clock.now += 2
    with pytest.raises(CrashedError):
        await make(b"die")


async def test_nobody_waits_longer_for_a_worker_than_a_page_may_take(make: Make) -> None:
    jobs = [asyncio.create_task(make(b"sleep 0.45")) for _ in range(3)]
    results = await asyncio.gather(*jobs, return_exceptions=True)
    assert {str(each) for each in results if isinstance(each, BusyError)} == {
        "no process was free within 0.5 s"
    }


async def test_a_refusal_is_no_failure_and_is_given_every_time(make: Make) -> None:
    for _ in range(4):
        with pytest.raises(UnparsableError):
            await make(b"refuse")


async def test_only_so_many_may_wait(make: Make) -> None:
    jobs = [asyncio.create_task(make(b"sleep 0.05")) for _ in range(6)]
    results = await asyncio.gather(*jobs, return_exceptions=True)
    assert sum(isinstance(result, BusyError) for result in results) == 2
    assert sum(isinstance(result, Artifact) for result in results) == 4


async def test_a_site_waits_though_the_queue_of_another_is_full(pool: Pool, make: Make) -> None:
    jobs = [asyncio.create_task(make(b"sleep 0.02")) for _ in range(4)]
    await asyncio.sleep(0)
    source = Source("http://o/", "text/html", b"fine")
    other = await pool.transform(source, Rendition(), Site("http://other.example"), KNOWN)
    assert other.parts[0] == b"FINE"
    assert not all(job.done() for job in jobs)
    await asyncio.gather(*jobs)


async def test_a_visitor_who_leaves_does_not_cost_the_worker(make: Make) -> None:
    before = (await make(b"pid")).parts
    job = asyncio.create_task(make(b"sleep 0.2"))
    await asyncio.sleep(0.05)
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    assert (await make(b"pid")).parts == before


async def test_a_pool_that_stops_in_the_middle_leaves_no_process(pool: Pool, make: Make) -> None:
    pid = int((await make(b"pid")).parts[0])
    job = asyncio.create_task(make(b"sleep 5"))
    await asyncio.sleep(0.05)
    await pool.stop()
    with pytest.raises(CrashedError):
        await job
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
