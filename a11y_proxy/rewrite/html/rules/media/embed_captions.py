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

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.language import primary
from a11y_proxy.rewrite.html.queries.player import captioned
from a11y_proxy.rewrite.html.rule import rule

_ADDRESSES = ("src", "data-src")
"""The second is what a script loads when the frame comes into sight."""

_WHY = "Captions, where the film has any, had to be turned on"


@rule(criterion="1.2.2", selects="iframe")
def embed_captions(element: Element, page: Page) -> Iterator[Edit]:
    for name in _ADDRESSES:
        asking = captioned(element.get(name) or "", primary(page.language))
        if asking is not None:
            yield SetAttribute(element, name, asking, why=_WHY)
