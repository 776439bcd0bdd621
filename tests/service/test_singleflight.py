from __future__ import annotations

import asyncio

import pytest

from a11y_proxy.service.singleflight import SingleFlight


class Work:
    """Counts how often it is done, and waits to be let go."""

    def __init__(self) -> None:
        self.runs = 0
        self.cancelled = 0
        self.go = asyncio.Event()

    async def __call__(self) -> str:
        self.runs += 1
        run = self.runs
        try:
            await self.go.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        return f"result {run}"


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.fixture
def now() -> list[float]:
    return [0.0]


async def test_all_who_ask_at_once_get_one_result(now: list[float]) -> None:
    flights: SingleFlight[str] = SingleFlight(lambda: now[0])
    work = Work()
    jobs = [asyncio.create_task(flights.do(b"k", work)) for _ in range(5)]
    await settle()
    work.go.set()
    results = await asyncio.gather(*jobs)
    assert work.runs == 1
    assert results == [("result 1", False)] + [("result 1", True)] * 4


async def test_keys_do_not_wait_for_one_another(now: list[float]) -> None:
    flights: SingleFlight[str] = SingleFlight(lambda: now[0])
    work = Work()
    work.go.set()
    await asyncio.gather(flights.do(b"a", work), flights.do(b"b", work))
    assert work.runs == 2


async def test_the_first_who_leaves_does_not_end_it_for_the_others(now: list[float]) -> None:
    flights: SingleFlight[str] = SingleFlight(lambda: now[0])
    work = Work()
    first = asyncio.create_task(flights.do(b"k", work))
    await settle()
    second = asyncio.create_task(flights.do(b"k", work))
    await settle()
    first.cancel()
    await settle()
    work.go.set()
    assert await second == ("result 1", True)
    assert (work.runs, work.cancelled) == (1, 0)


async def test_when_all_have_left_the_work_ends(now: list[float]) -> None:
    flights: SingleFlight[str] = SingleFlight(lambda: now[0])
    work = Work()
    jobs = [asyncio.create_task(flights.do(b"k", work)) for _ in range(3)]
    await settle()
    for job in jobs:
        job.cancel()
    await asyncio.gather(*jobs, return_exceptions=True)
    await settle()
    assert work.cancelled == 1


async def test_a_failure_is_everybodys_and_the_next_one_tries_again(now: list[float]) -> None:
    flights: SingleFlight[str] = SingleFlight(lambda: now[0])
    runs = 0

    async def fail() -> str:
        nonlocal runs
        runs += 1
        await asyncio.sleep(0)
        raise OSError(f"run {runs}")

    both = await asyncio.gather(
        flights.do(b"k", fail), flights.do(b"k", fail), return_exceptions=True
    )
    assert [str(error) for error in both] == ["run 1", "run 1"]
    with pytest.raises(OSError, match="run 2"):
        await flights.do(b"k", fail)


async def test_what_is_private_goes_to_one_and_the_others_fetch_their_own(
    now: list[float],
) -> None:
    flights: SingleFlight[str] = SingleFlight(lambda: now[0], lambda _: False)
    work = Work()
    jobs = [asyncio.create_task(flights.do(b"k", work)) for _ in range(3)]
    await settle()
    work.go.set()
    results = await asyncio.gather(*jobs)
    assert sorted(results) == [(f"result {n}", False) for n in (1, 2, 3)]


async def test_what_proved_private_is_not_waited_for_again_for_a_while(now: list[float]) -> None:
    flights: SingleFlight[str] = SingleFlight(lambda: now[0], lambda _: False)
    work = Work()
    work.go.set()
    await flights.do(b"k", work)
    work.go.clear()
    jobs = [asyncio.create_task(flights.do(b"k", work)) for _ in range(2)]
    await settle()
    assert work.runs == 3, "both are under way at once"
    now[0] = 61.0
    late = [asyncio.create_task(flights.do(b"k", work)) for _ in range(2)]
    await settle()
    assert work.runs == 4, "these wait for one another again"
    work.go.set()
    await asyncio.gather(*jobs, *late)


async def test_a_private_result_that_nobody_takes_is_let_go(now: list[float]) -> None:
    dropped: list[str] = []
    flights: SingleFlight[str] = SingleFlight(lambda: now[0], lambda _: False, dropped.append)
    work = Work()
    job = asyncio.create_task(flights.do(b"k", work))
    await settle()
    work.go.set()
    # the work ends in the very turn of the loop in which its visitor leaves
    await asyncio.sleep(0)
    job.cancel()
    results = await asyncio.gather(job, return_exceptions=True)
    assert dropped == ["result 1"] or isinstance(results[0], tuple)
