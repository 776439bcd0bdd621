"""
What is served where nothing could be rewritten: the page as it came, and a style sheet not at all.

A page loses no byte and gains a place for a notice. A sheet as it came would bring the author's
colours back; a page without it is plain, and can be read.
"""

from __future__ import annotations

import re

from a11y_proxy.core.artifact import Artifact, Slot
from a11y_proxy.core.source import Source

CANNOT_REWRITE = "This page could not be adapted. You see it as its authors made it."
EARLIER_COPY = "The site does not answer just now. This is an earlier copy of the page."
INCOMPLETE = "The site broke off in the middle of this page. Its end is missing; please reload it."

_SEARCHED = 2**18
_NO_SHEET = b"/* a11y-proxy: this style sheet could not be adapted, so none of it is applied. */\n"
_BASE = re.compile(rb"<base\b", re.IGNORECASE)
_OPENS = re.compile(
    rb"<(!--|(?:script|style|title|textarea|frameset)\b|body(?=[\s/>]))", re.IGNORECASE
)
# Each is matched from where its thing opens and never twice from one place: the server itself runs
# them, on pages that could not be parsed.
_ENDS = {
    b"!--": re.compile(rb".*?-->", re.DOTALL),
    b"body": re.compile(rb"(?>[^>\"']|\"[^\"]*\"|'[^']*')*+>"),
} | {
    name: re.compile(rb".*?</" + name + rb"\b", re.DOTALL | re.IGNORECASE)
    for name in (b"script", b"style", b"title", b"textarea")
}


def fallback(source: Source) -> Artifact:
    """Gives the safer view of a source that was not rewritten."""
    if source.media_type == "text/css":
        return Artifact("text/css; charset=utf-8", (_NO_SHEET,))
    return untouched(source)


def untouched(source: Source) -> Artifact:
    """
    Gives the source's own bytes, with a panel's slot after `<body>` where there is one.

    A page in UTF-16 gets none: no ASCII can be written into it. Nor does XHTML, which an element of
    HTML would break.
    """
    place = _place(source)
    if place is None:
        return Artifact(source.content_type, (source.body,))
    parts = (source.body[:place], source.body[place:])
    # its <base> stays, too: a link of ours must not stand on it
    slot = Slot("panel", "abroad" if _BASE.search(source.body) else "")
    return Artifact(source.content_type, parts, (slot,))


def _place(source: Source) -> int | None:
    body = source.body[:_SEARCHED]
    wide = body.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in body[:_SEARCHED:101][:64]
    if source.media_type != "text/html" or source.fragment or source.xml or wide:
        return None
    position = 0
    while opened := _OPENS.search(body, position):
        name = opened[1].lower()
        end = _ENDS[name].match(body, opened.end()) if name in _ENDS else None
        if end is None:
            return None  # a frameset; or a browser, too, finds no body behind what never ends
        position = end.end()
        if name == b"body":
            return position
    return None
