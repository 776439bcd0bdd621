"""What lives as long as the server does: the worker processes, and the sites that share them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack

from aiohttp import web

from a11y_proxy.core.visitors import Networks
from a11y_proxy.server.hosting import Plan, hosting
from a11y_proxy.server.keys import EDGE, Edge
from a11y_proxy.server.names import Names
from a11y_proxy.workers.pool import Pool


def lifespan(
    plans: Sequence[Plan], pool: Pool, *, https: bool, trusted: Networks
) -> Callable[[web.Application], AsyncIterator[None]]:
    """Gives the application's clean-up context: opens the edge, and takes all behind it apart again."""

    async def context(app: web.Application) -> AsyncIterator[None]:
        async with AsyncExitStack() as opened:
            opened.push_async_callback(pool.stop)
            await pool.start()
            served = [
                (plan.names, await opened.enter_async_context(hosting(plan, pool)))
                for plan in plans
            ]
            app[EDGE] = Edge(Names(served), https, trusted)
            yield

    return context
