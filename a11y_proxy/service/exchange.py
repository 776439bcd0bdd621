"""All exchanges with one site's origin: one visitor's own, or one for everyone who waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import assert_never
from weakref import ref

from a11y_proxy.caching.client import Handling
from a11y_proxy.caching.decide import Fetch, Revalidate, Serve, ServeThenRefresh, decide
from a11y_proxy.caching.entry import Entry
from a11y_proxy.caching.store import Fallback, Freshen, Keep, Pass, outcome, stand_in
from a11y_proxy.core.fingerprint import Key
from a11y_proxy.core.site import Site
from a11y_proxy.origin.client import Client
from a11y_proxy.origin.errors import OriginError
from a11y_proxy.service import outbound
from a11y_proxy.service.allowance import Allowance
from a11y_proxy.service.fallback import EARLIER_COPY
from a11y_proxy.service.fetch import Copy, Found, Open, drop, fetch, is_piece, shared
from a11y_proxy.service.request import Request
from a11y_proxy.service.singleflight import SingleFlight
from a11y_proxy.service.store import Store
from a11y_proxy.standards.http import RANGE


class Exchange:
    """
    Asks the origin of a site.

    `now` gives seconds since the epoch; `grace` is how many seconds past its freshness a copy may
    stand in for an origin that fails.
    """

    def __init__(  # noqa: PLR0913 - plain arguments instead of a settings object
        self,
        site: Site,
        origin: Client,
        entries: Store[Entry],
        *,
        now: Callable[[], float],
        grace: float,
        user_agent: str,
        allowance: Allowance,
    ) -> None:
        self._site = site
        self._origin = origin
        self._entries = entries
        self._now = now
        self._grace = grace
        self._user_agent = user_agent
        self._allowance = allowance
        self._flights: SingleFlight[Found] = SingleFlight(now, shared, drop)
        self._behind: set[asyncio.Task[None]] = set()

    async def own(self, request: Request, url: str) -> Found:
        """Gives the answer to one visitor; raises an OriginError, or TooManyRequestsError."""
        self._allowance.take(request.client)
        fields = outbound.own(request, self._site, self._user_agent)
        found = await fetch(self._origin, request, url, fields, self._now)
        if not is_piece(found, request):
            return found
        drop(found)
        return await fetch(self._origin, request, url, fields.without(RANGE), self._now)

    async def remembered(self, request: Request, url: str, key: Key) -> Found:
        """Gives an answer that may be anyone's, kept or asked for; raises as `common` and `own` do."""
        stored = self._entries.get(key)
        match decide(stored, request.fields, self._now()):
            case Serve(entry):
                return Copy(entry, Handling(), shared=True, lasts=self._lasting(key, entry))
            case ServeThenRefresh(entry):
                self.refresh(request, url, key, entry)
                return Copy(entry, Handling(), shared=True)
            case Revalidate() | Fetch():
                self._allowance.take(request.client)
                return await self.common(request, url, key, stored)
            case never:
                assert_never(never)

    def _lasting(self, key: Key, entry: Entry) -> Callable[[], bool]:
        # what the store forgot is not to be held here
        held = ref(entry)

        def lasts() -> bool:
            stored = self._entries.get(key)
            return stored is not None and stored is held() and stored.fresh(self._now())

        return lasts

    async def common(self, request: Request, url: str, key: Key, stored: Entry | None) -> Found:
        """Gives the answer to all who ask at once; raises an OriginError where nothing stands in."""
        found, joined = await self._flights.do(key, partial(self._ask, request, url, key, stored))
        if joined and isinstance(found, Copy):
            return replace(found, handling=replace(found.handling, collapsed=True))
        return found

    def refresh(self, request: Request, url: str, key: Key, stored: Entry) -> None:
        """Asks behind the visitor's back, so that the next one has it fresh."""

        async def ask() -> None:
            with suppress(OriginError):
                drop(await self.common(request, url, key, stored))

        task = asyncio.create_task(ask())
        self._behind.add(task)
        task.add_done_callback(self._behind.discard)

    async def stop(self) -> None:
        """Ends what goes on behind the visitors' backs."""
        for task in self._behind:
            task.cancel()
        await asyncio.gather(*self._behind, return_exceptions=True)

    async def _ask(self, request: Request, url: str, key: Key, stored: Entry | None) -> Found:
        try:
            found = await self._fetch(request, url, stored)
        except OriginError:
            earlier = self._earlier(stored)
            if earlier is None:
                raise
            return earlier
        if isinstance(found, Open):
            return found
        if not found.complete:
            return self._earlier(stored) or found
        match outcome(found.entry, request.fields, stored, self._now(), self._grace):
            case Keep(entry) | Freshen(entry):
                self._entries.put(key, entry)
                handling = replace(found.handling, stored=True)
                return Copy(entry, handling, shared=True)
            case Fallback(entry):
                return Copy(entry, found.handling, shared=True, notice=EARLIER_COPY)
            case Pass():
                return found
            case never:
                assert_never(never)

    async def _fetch(self, request: Request, url: str, stored: Entry | None) -> Found:
        fields = outbound.common(request, stored, self._user_agent)
        return await fetch(self._origin, request, url, fields, self._now, stored=stored)

    def _earlier(self, stored: Entry | None) -> Copy | None:
        entry = stand_in(stored, self._now(), self._grace)
        if entry is None:
            return None
        return Copy(entry, Handling("stale"), shared=True, notice=EARLIER_COPY)
