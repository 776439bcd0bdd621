"""
Turns on the captions of films from YouTube and Vimeo, in the page's language.

A player inside a frame shows captions only to those who find its button, and in whatever language it
thinks best. Its address can ask: a film that has captions then shows them, any other is as before.

Before:

    <iframe src="https://www.youtube.com/embed/x1?rel=0" title="Speech"></iframe><iframe src="https://player.vimeo.com/video/15#t=30s" title="Speech"></iframe>

After:

    <iframe src="https://www.youtube.com/embed/x1?rel=0&amp;cc_load_policy=1&amp;cc_lang_pref=en&amp;hl=en" title="Speech"></iframe><iframe src="https://player.vimeo.com/video/15?texttrack=en#t=30s" title="Speech"></iframe>

Leaves alone:

    <iframe src="https://www.youtube.com/embed/x1?cc_load_policy=0&amp;cc_lang_pref=de&amp;hl=de" title="Speech"></iframe>

    <iframe src="https://player.vimeo.com/video/15?texttrack=de" title="Speech"></iframe>

    <iframe src="https://www.youtube.com/live_chat?v=x1" title="Chat"></iframe><iframe src="/embed/x1" title="Speech"></iframe>

See: https://www.w3.org/WAI/WCAG22/Understanding/captions-prerecorded
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.language import primary
from a11y_proxy.rewrite.html.rule import rule

_YOUTUBE = {"cc_load_policy": "1", "cc_lang_pref": "{language}", "hl": "{language}"}
_PLAYERS: tuple[tuple[re.Pattern[str], Mapping[str, str]], ...] = (
    (re.compile(r"\s*(?:https?:)?//(?:www\.|m\.)?youtube(?:-nocookie)?\.com/embed/", re.IGNORECASE), _YOUTUBE),
    (re.compile(r"\s*(?:https?:)?//player\.vimeo\.com/video/", re.IGNORECASE), {"texttrack": "{language}"}),
)  # fmt: skip
"""How an address of a player begins, and what may be asked of it there, as its maker documents it."""

_ADDRESSES = ("src", "data-src")
"""The second is what a script loads when the frame comes into sight."""

_WHY = "Captions, where the film has any, had to be turned on"


@rule(criterion="1.2.2", selects="iframe")
def embed_captions(element: Element, page: Page) -> Iterator[Edit]:
    for name in _ADDRESSES:
        address = element.get(name) or ""
        for player, wishes in _PLAYERS:
            if player.match(address):
                asking = _asking(address.strip(), wishes, primary(page.language))
                yield SetAttribute(element, name, asking, why=_WHY)


def _asking(address: str, wishes: Mapping[str, str], language: str) -> str:
    """Gives the address with the wishes that its author said nothing about."""
    before, mark, fragment = address.partition("#")
    path, _, query = before.partition("?")
    said = {pair.partition("=")[0] for pair in query.split("&")}
    new = [
        f"{name}={value.format(language=language)}"
        for name, value in wishes.items()
        if name not in said
    ]
    return f"{path}?{'&'.join(filter(None, (query, *new)))}{mark}{fragment}"
