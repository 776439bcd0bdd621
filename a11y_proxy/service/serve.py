"""The way of a request, from its target to a reply whose slots are still open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from a11y_proxy.caching.client import cache_control
from a11y_proxy.caching.shareable import languages, shareable
from a11y_proxy.core.fingerprint import Key, entry_key
from a11y_proxy.core.site import Site
from a11y_proxy.core.urlmap import to_origin
from a11y_proxy.service.compile import Compiler
from a11y_proxy.service.credentials import refuse_password
from a11y_proxy.service.exchange import Exchange
from a11y_proxy.service.fallback import CANNOT_REWRITE, INCOMPLETE
from a11y_proxy.service.fetch import Copy, Found, Open, whole
from a11y_proxy.service.kinds import kind_of, source_of
from a11y_proxy.service.moved import refuse_circle
from a11y_proxy.service.overview import Overview
from a11y_proxy.service.pictures import digested, is_anyones
from a11y_proxy.service.request import Plain, Reply, Request, Rewritten, Streamed

_OWN = frozenset({"no-store", "private"})
"""What says that no part of a reply may be kept, or not for others (RFC 9111 §5.2.2)."""


class Service:
    """Serves one site."""

    def __init__(
        self,
        site: Site,
        exchange: Exchange,
        compiler: Compiler,
        now: Callable[[], float],
    ) -> None:
        self._site = site
        self._exchange = exchange
        self._compiler = compiler
        self._now = now

    @property
    def site_key(self) -> Key:
        """The key of the site as its recipe has it now, on which every reply depends."""
        return self._compiler.site_key

    @property
    def overview(self) -> Overview:
        """The pages met so far, and what of them a person must look at."""
        return self._compiler.overview

    async def serve(self, request: Request) -> Reply:
        """Gives the reply; raises RefusedTargetError, or an OriginError where nothing can stand in."""
        named = request.target.partition("?")[0] in self._compiler.site.scripts
        overrides = self._site.no_transform == "override"
        if named or overrides:
            request = replace(request, named=named, overrides=overrides)
        reply = await self._reply(request, await self._found(request))
        refuse_circle(self._site, request, reply)
        refuse_password(self._site, reply)
        return reply

    async def body(self, request: Request) -> bytes | None:
        """Gives the decoded body of a file of the site; None where there is none. Raises as `serve`."""
        return await whole(await self._found(request))

    async def _found(self, request: Request) -> Found:
        url = to_origin(self._site, request.target)
        if not shareable(request.method, request.fields):
            return await self._exchange.own(request, url)
        key = entry_key(url, languages(request.fields))
        return await self._exchange.remembered(request, url, key)

    async def _reply(self, request: Request, found: Found) -> Reply:
        if isinstance(found, Open):
            return self._passed_on(request, found)
        entry, fields = found.entry, found.entry.fields
        reply = partial(Reply, entry.url, entry.status, fields, handling=found.handling)
        kind = kind_of(entry.status, fields, request)
        if kind is None:
            return reply(Plain(entry.body), notice=found.notice)
        source = source_of(entry, kind, request.fields)
        body = await self._compiler.compile(
            source, request.rendition, teaches=_teaches(request, found)
        )
        kept = cache_control(entry, self._now(), page=kind == "text/html")
        return reply(
            body,
            changed=True,
            notice=_notice(found, body),
            cache_control=kept if found.complete and not body.fallback else "no-store",
            lasts=None if body.fallback else found.lasts,
        )

    def _passed_on(self, request: Request, found: Open) -> Reply:
        reply = found.reply
        # a HEAD tells of the page that a GET would give, and that one is ours
        kind = kind_of(reply.status, reply.fields, request)
        changed = request.method == "HEAD" and kind is not None
        chunks = reply.chunks()
        if is_anyones(request, reply.status, reply.fields):
            chunks = digested(chunks, partial(self._compiler.knowledge.see, request.target))
        body = Streamed(chunks, reply.close)
        return Reply(found.url, reply.status, reply.fields, body, found.handling, changed=changed)


def _teaches(request: Request, found: Copy) -> bool:
    """Whether the page may be learnt from: who asked for it has nothing that others have not."""
    entry = found.entry
    kept_from_others = not _OWN.isdisjoint(entry.cache_control)
    plain = shareable(request.method, request.fields) and entry.status == 200
    return plain and found.complete and not kept_from_others


def _notice(found: Copy, body: Rewritten) -> str | None:
    if not found.complete:
        return INCOMPLETE
    return CANNOT_REWRITE if body.fallback else found.notice
