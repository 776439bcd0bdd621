from __future__ import annotations

import asyncio

import pytest

from a11y_proxy.workers.roundrobin import RoundRobin


async def served(turns: RoundRobin[str], site: str, order: list[str]) -> None:
    worker = await turns.take(site)
    order.append(site)
    turns.give(worker)


async def test_who_comes_while_one_is_idle_has_it_at_once() -> None:
    turns: RoundRobin[str] = RoundRobin()
    turns.give("worker")
    assert await turns.take("kovel") == "worker"


async def test_a_site_of_which_many_wait_does_not_put_off_another() -> None:
    turns: RoundRobin[str] = RoundRobin()
    order: list[str] = []
    asked = ["kovel"] * 5 + ["lubny"] * 2 + ["brody"]
    jobs = [asyncio.create_task(served(turns, site, order)) for site in asked]
    await asyncio.sleep(0)
    turns.give("worker")
    await asyncio.gather(*jobs)
    assert order == [
        *["kovel", "lubny", "brody"],
        *["kovel", "lubny"],
        *["kovel", "kovel", "kovel"],
    ]


@pytest.mark.parametrize("handed", [False, True])
async def test_who_leaves_takes_nothing_along(handed: bool) -> None:  # noqa: FBT001
    turns: RoundRobin[str] = RoundRobin()
    leaves = asyncio.create_task(turns.take("kovel"))
    stays = asyncio.create_task(turns.take("kovel"))
    await asyncio.sleep(0)
    if handed:
        turns.give("worker")
    leaves.cancel()
    if not handed:
        turns.give("worker")
    assert await asyncio.wait_for(stays, 1) == "worker"
    assert leaves.cancelled()
