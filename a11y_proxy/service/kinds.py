"""Says what a reply is for us: a page, a style sheet or data to rewrite, or none of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from a11y_proxy.caching.directives import directives
from a11y_proxy.caching.entry import Entry, media_type
from a11y_proxy.core.fields import Fields
from a11y_proxy.core.source import Source
from a11y_proxy.service.request import Request
from a11y_proxy.standards.media import DATA, DRAWING, FEEDS, SCRIPT, SCRIPTS, XHTML

Kind = str
"""The media type that the engine is told."""

_PAGES = frozenset({"text/html", XHTML})
_PAGE_DESTINATIONS = frozenset(
    {None, "document", "iframe", "frame", "embed", "object", "empty", ""}
)
_SHEET_DESTINATIONS = frozenset({None, "style", "document", "empty", ""})
_SHOWN = frozenset({"document", "iframe", "frame", "embed", "object"})
_DATA: Mapping[str, frozenset[str | None]] = MappingProxyType(
    {
        **dict.fromkeys(FEEDS, frozenset({None, "document", "empty", ""})),
        **dict.fromkeys(DATA, frozenset({None, "empty", "manifest", ""})),
        # no link of a drawing that is only a picture can be followed
        DRAWING: _SHOWN,
    }
)
"""By media type, what a browser has to want it for, so that its links matter."""
_DOCUMENT = re.compile(rb"<(?:!doctype|html|head|body|frameset)\b", re.IGNORECASE)
_FIRST = 1024


def kind_of(status: int, fields: Fields, request: Request) -> Kind | None:
    """
    Gives the kind by what the origin says and what the browser wants it for, never by the address.

    Only a script has to be named in the recipe. A page that comes where a picture or a script was asked for is an error page that nobody
    sees: it is left alone.
    """
    essence, _ = media_type(fields.get("content-type"))
    destination = request.destination
    if essence != "text/css" and not request.overrides and _untouchable(fields):
        return None
    if request.named and essence in SCRIPTS:
        return SCRIPT
    if essence in _PAGES and destination in _PAGE_DESTINATIONS:
        return "text/html"
    if essence == "text/css" and destination in _SHEET_DESTINATIONS:
        return "text/css"
    if destination in _DATA.get(essence, ()):
        return essence
    # In quirks mode browsers apply a sheet whatever its type.
    return "text/css" if destination == "style" and status == 200 else None


def _untouchable(fields: Fields) -> bool:
    """
    Whether the origin forbids that what it sent is transformed (RFC 9110 §7.7).

    A style sheet is read all the same: rewritten, it shows the author's values on pages as they came,
    and the theme's on ours.
    """
    line = fields.joined("cache-control")
    return "no-transform" in line.lower() and "no-transform" in directives(line)


def source_of(entry: Entry, kind: Kind, request: Fields) -> Source:
    """Gives what the engine is told about the body of an entry."""
    fragment = kind == "text/html" and _is_fragment(request, entry.body)
    if fragment or entry.source.media_type != kind:
        xml = entry.source.media_type == XHTML
        return replace(entry.source, media_type=kind, fragment=fragment, xml=xml)
    return entry.source


def _is_fragment(request: Fields, body: bytes) -> bool:
    by_script = (
        request.get("sec-fetch-dest") == "empty"
        or (request.get("x-requested-with") or "").lower() == "xmlhttprequest"
    )
    return by_script and not _DOCUMENT.search(body[:_FIRST].replace(b"\0", b""))
