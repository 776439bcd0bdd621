"""Says what a reply is for us: a page to rewrite, a style sheet to rewrite, or neither."""

from __future__ import annotations

import re
from email.message import Message
from typing import Literal

from a11y_proxy.core.fields import Fields
from a11y_proxy.core.source import Source

Kind = Literal["text/html", "text/css"]

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_PAGE_DESTINATIONS = frozenset(
    {None, "document", "iframe", "frame", "embed", "object", "empty", ""}
)
_SHEET_DESTINATIONS = frozenset({None, "style", "document", "empty", ""})
_DOCUMENT = re.compile(rb"<(?:!doctype|html|head|body|frameset)\b", re.IGNORECASE)
_FIRST = 1024


def kind_of(status: int, fields: Fields, destination: str | None) -> Kind | None:
    """
    Gives the kind by what the origin says and what the browser wants it for, never by the address.

    A page that comes where a picture or a script was asked for is an error page that nobody
    sees: it is left alone.
    """
    essence, _ = media_type(fields)
    if essence in _PAGES and destination in _PAGE_DESTINATIONS:
        return "text/html"
    if essence == "text/css" and destination in _SHEET_DESTINATIONS:
        return "text/css"
    # In quirks mode browsers apply a sheet whatever its type.
    return "text/css" if destination == "style" and status == 200 else None


def media_type(fields: Fields) -> tuple[str, str | None]:
    """Gives the essence and the charset of Content-Type, lower case (RFC 9110 §8.3)."""
    message = Message()
    message["Content-Type"] = fields.get("content-type") or "application/octet-stream"
    charset = message.get_param("charset")
    return message.get_content_type(), charset.strip().lower() if isinstance(charset, str) else None


def source_of(url: str, reply: Fields, request: Fields, body: bytes, kind: Kind) -> Source:
    """Gives what the engine is told about a body."""
    _, charset = media_type(reply)
    language = (reply.get("content-language") or "").partition(",")[0].strip()
    return Source(
        url=url,
        media_type=kind,
        body=body,
        charset=charset,
        language=language or None,
        fragment=kind == "text/html" and _is_fragment(request, body),
    )


def _is_fragment(request: Fields, body: bytes) -> bool:
    by_script = (
        request.get("sec-fetch-dest") == "empty"
        or (request.get("x-requested-with") or "").lower() == "xmlhttprequest"
    )
    return by_script and not _DOCUMENT.search(body[:_FIRST].replace(b"\0", b""))
