"""Brings the virtual host of one site up, and takes it down again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

from a11y_proxy.caching.entry import Entry
from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Preferences
from a11y_proxy.core.site import Site
from a11y_proxy.core.visitors import Networks
from a11y_proxy.origin.client import OriginClient
from a11y_proxy.origin.guard import Origins
from a11y_proxy.origin.hosts import HostClient
from a11y_proxy.origin.limits import Limits
from a11y_proxy.origin.websocket import WebSocketClient
from a11y_proxy.server.fill import Filler
from a11y_proxy.server.hits import Hits
from a11y_proxy.server.preferences import read
from a11y_proxy.server.turns import Turns
from a11y_proxy.server.views import Views
from a11y_proxy.server.virtualhost import VirtualHost
from a11y_proxy.service.allowance import Allowance
from a11y_proxy.service.compile import Compiler, Transformer
from a11y_proxy.service.exchange import Exchange
from a11y_proxy.service.hosted import HostExchange
from a11y_proxy.service.hosts import Hosts
from a11y_proxy.service.serve import Service
from a11y_proxy.service.sockets import Sockets
from a11y_proxy.service.store import Store
from a11y_proxy.theming.registry import Themes

_LOOKS = 1024
"""How many different cookies of ours are remembered, read."""
_LOOKS_EVERY = 1.0
"""Seconds between two looks at the recipe's file."""


@dataclass(frozen=True, slots=True)
class Plan:
    """
    What a virtual host is built of.

    `names` are the Host fields that ask for it, lower case with port; `share` is its part of the room
    that all sites have; `hosts` are other hosts that may be asked wherever they are; `grace` is in
    seconds; `misses` is how much each visitor may have asked of the origin a second, but for those
    from `exempt` networks; `changed` gives the site where its recipe
    was changed since it was last asked.
    """

    site: Site
    names: Collection[str]
    themes: Themes
    phrases: Phrases
    defaults: Preferences
    limits: Limits
    entries: Store[Entry]
    artifacts: Store[Artifact]
    replies: Store[bytes]
    share: float
    grace: float
    user_agent: str
    misses: float
    exempt: Networks
    hosts: Collection[str] = ()
    changed: Callable[[], Site | None] | None = None


class _Ways(TypedDict):
    now: Callable[[], float]
    grace: float
    user_agent: str
    allowance: Allowance


@asynccontextmanager
async def hosting(plan: Plan, transformer: Transformer) -> AsyncIterator[VirtualHost]:
    """Gives the virtual host for as long as the context lasts."""
    guard = Origins([plan.site.origin])
    origin = OriginClient.open(guard, plan.limits)
    sockets = WebSocketClient.open(guard, plan.limits)
    others = HostClient.open(plan.hosts, plan.limits)
    allowance = Allowance(plan.misses, plan.exempt, time.monotonic)
    ways = _Ways(now=time.time, grace=plan.grace, user_agent=plan.user_agent, allowance=allowance)
    exchange = Exchange(plan.site, origin, plan.entries, **ways)
    with_others = HostExchange(plan.site, others, plan.entries, **ways)
    compiler = Compiler(plan.site, transformer, plan.artifacts, time.time, plan.share)
    views = Views(plan.themes, plan.phrases, plan.site.origin)
    watching = asyncio.create_task(_watch(plan.changed, compiler)) if plan.changed else None
    # the other half of the connections is always there for everybody else
    half = max(1, plan.limits.connections // 2)
    try:
        yield VirtualHost(
            plan.site,
            Service(plan.site, exchange, compiler, time.time),
            Sockets(plan.site, sockets, plan.limits.message, plan.user_agent, allowance),
            Hosts(plan.site, with_others, compiler, time.time),
            Turns(half, plan.limits.queue, plan.exempt),
            Turns(half, plan.limits.queue, plan.exempt),
            views,
            Filler(views, plan.share),
            Hits(plan.share),
            plan.replies,
            plan.defaults,
            lru_cache(_LOOKS)(lambda cookie: read(cookie, plan.themes, plan.defaults)),
        )
    finally:
        if watching:
            watching.cancel()
        await exchange.stop()
        await with_others.stop()
        await origin.aclose()
        await sockets.aclose()
        await others.aclose()


async def _watch(changed: Callable[[], Site | None], compiler: Compiler) -> None:
    while True:
        await asyncio.sleep(_LOOKS_EVERY)
        site = await asyncio.to_thread(changed)
        if site is not None:
            compiler.adopt(site)
