"""What lives as long as the server does: the worker processes, the connections to origin and hosts."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import dataclass
from typing import TypedDict

from aiohttp import web

from a11y_proxy.caching.entry import Entry
from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.site import Site
from a11y_proxy.origin.client import OriginClient
from a11y_proxy.origin.guard import Origins
from a11y_proxy.origin.hosts import HostClient
from a11y_proxy.origin.limits import Limits
from a11y_proxy.server.keys import HOSTS, SERVICE
from a11y_proxy.service.compile import Compiler
from a11y_proxy.service.exchange import Exchange
from a11y_proxy.service.hosted import HostExchange
from a11y_proxy.service.hosts import Hosts
from a11y_proxy.service.serve import Service
from a11y_proxy.service.store import Store
from a11y_proxy.workers.pool import Pool, PoolLimits

_LOOKS_EVERY = 1.0
"""Seconds between two looks at the recipe's file."""


@dataclass(frozen=True, slots=True)
class Plan:
    """
    What the rooms below the server are built of.

    `changed` gives the site where its recipe was changed since it was last asked.
    """

    site: Site
    phrases: Phrases
    limits: Limits
    pool: PoolLimits
    entries: Store[Entry]
    artifacts: Store[Artifact]
    grace: float
    user_agent: str
    hosts: Collection[str] = ()
    changed: Callable[[], Site | None] | None = None


class _Ways(TypedDict):
    now: Callable[[], float]
    grace: float
    user_agent: str


def lifespan(plan: Plan) -> Callable[[web.Application], AsyncIterator[None]]:
    """Gives the application's clean-up context: builds the service, and takes it apart again."""

    async def context(app: web.Application) -> AsyncIterator[None]:
        pool = Pool(plan.phrases, plan.pool)
        await pool.start()
        guard = Origins([plan.site.origin])
        origin = OriginClient.open(guard, plan.limits)
        others = HostClient.open(plan.hosts, plan.limits)
        ways = _Ways(now=time.time, grace=plan.grace, user_agent=plan.user_agent)
        exchange = Exchange(plan.site, origin, plan.entries, **ways)
        with_others = HostExchange(plan.site, others, plan.entries, **ways)
        compiler = Compiler(plan.site, pool, plan.artifacts, time.time)
        app[SERVICE] = Service(plan.site, exchange, compiler, time.time)
        app[HOSTS] = Hosts(plan.site, with_others, compiler, time.time)
        watching = asyncio.create_task(_watch(plan.changed, compiler)) if plan.changed else None
        try:
            yield
        finally:
            if watching:
                watching.cancel()
            await exchange.stop()
            await with_others.stop()
            await origin.aclose()
            await others.aclose()
            await pool.stop()

    return context


async def _watch(changed: Callable[[], Site | None], compiler: Compiler) -> None:
    while True:
        await asyncio.sleep(_LOOKS_EVERY)
        site = await asyncio.to_thread(changed)
        if site is not None:
            compiler.adopt(site)
