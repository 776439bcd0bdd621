"""One page or sheet through the engine, without a server: for the command line, and for trying out."""

from __future__ import annotations

import asyncio
import mimetypes
import sys
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from a11y_proxy.caching.entry import media_type
from a11y_proxy.core.artifact import Slot, render
from a11y_proxy.core.fields import Fields
from a11y_proxy.core.preferences import Appearance, Preferences, Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.origin.client import OriginClient
from a11y_proxy.origin.guard import Origins
from a11y_proxy.origin.limits import Limits
from a11y_proxy.origin.reply import Whole
from a11y_proxy.recipe import read_recipe
from a11y_proxy.rewrite import transform as rewrite
from a11y_proxy.server.views import Views
from a11y_proxy.server.views.report import as_json, report
from a11y_proxy.settings import Settings, SiteSettings
from a11y_proxy.stores.files import read_phrases, read_themes

_NOWHERE = "http://localhost/"
"""The address of a page that told us none: no link of a real site is taken for its own."""


class UnusableSourceError(ValueError):
    """The source cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Filtered:
    """The rewritten bytes, and what was done as JSON."""

    output: bytes
    report: str


def transform(
    source: str, base_url: str | None, theme: str | None, *, css: bool, settings: Settings
) -> Filtered:
    """
    Rewrites a file, an address, or standard input ("-").

    The appearance sheet stands inside the page; there is no panel. Raises UnusableSourceError,
    RecipeError, ThemeError, UnparsableError or an OriginError.
    """
    given = _read(source, base_url, css=css)
    parts = urlsplit(given.url)
    origin = f"{parts.scheme}://{parts.netloc}"
    known = _known(settings, origin)
    site = Site(origin, language=known.language, credentials=known.credentials)
    if known.recipe:
        site = read_recipe(known.recipe).applied(site)
    phrases = read_phrases()
    themes = read_themes(settings.themes.folder, theme or known.theme or settings.themes.default)
    looks = Preferences(Appearance(themes.default, known.scale or settings.themes.scale))
    views = Views(themes, phrases, site.origin)
    artifact = rewrite(given, Rendition(), site, phrases)

    def fill(slot: Slot) -> bytes:
        if slot.name == "panel":
            return b""
        if slot.name in {"head", "framed"}:
            sheet = f"<style data-a11y-ui>{views.stylesheet(looks.appearance)}</style>"
            return (sheet if slot.name == "head" else escape(sheet)).encode()
        return views.fill(slot, looks, "/")

    told = report(given.url, artifact.repairs, artifact.gave_up)
    return Filtered(render(artifact, fill), as_json(told, partial(phrases.say, "en")))


def _known(settings: Settings, origin: str) -> SiteSettings:
    """Gives what is set for the site of a page: any page is of the only one, of several only their own."""
    if len(settings.site) == 1:
        return settings.site[0]
    own = (one for one in settings.site if origin in {one.origin, *one.aliases})
    return next(own, SiteSettings())


def _read(source: str, base_url: str | None, *, css: bool) -> Source:
    if source.startswith(("http://", "https://")):
        found = asyncio.run(_fetched(source))
        return replace(found, media_type="text/css") if css else found
    if source == "-":
        body = sys.stdin.buffer.read()
    else:
        try:
            body = Path(source).read_bytes()
        except OSError as error:
            raise UnusableSourceError(f"{source} cannot be read: {error.strerror}") from error
    sheet = css or mimetypes.guess_type(source)[0] == "text/css"
    return Source(base_url or _NOWHERE, "text/css" if sheet else "text/html", body)


async def _fetched(url: str) -> Source:
    parts = urlsplit(url)
    client = OriginClient.open(Origins([f"{parts.scheme}://{parts.netloc}"]), Limits())
    try:
        reply = await client.send("GET", url, Fields((("Accept-Encoding", "gzip"),)))
        body = await reply.read()
        reply.close()
    finally:
        await client.aclose()
    if not isinstance(body, Whole):
        raise UnusableSourceError(f"{url} is too large or too slow, or coded in an unknown way")
    if reply.status >= 300:
        raise UnusableSourceError(f"{url} answered {reply.status}")
    essence, charset = media_type(reply.fields.get("content-type"))
    return Source(url, essence, body.body, charset)
