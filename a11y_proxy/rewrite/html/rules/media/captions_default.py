"""
Shows the captions that a film has, in the page's language.

Who hears badly must find a small sign in the player's bar before a word can be read. Where the author
chose none, the captions in the page's language are on from the start, and can be turned off as before.

Before:

    <video src="/day.mp4" controls><track kind="subtitles" src="/en.vtt" srclang="en"><track kind="captions" src="/uk.vtt" srclang="uk"></video>

After:

    <video src="/day.mp4" controls><track kind="subtitles" src="/en.vtt" srclang="en" default=""><track kind="captions" src="/uk.vtt" srclang="uk"></video>

Leaves alone:

    <video src="/day.mp4" controls><track src="/en.vtt" srclang="en"><track src="/uk.vtt" srclang="uk" default></video>

    <video src="/day.mp4" controls><track src="/uk.vtt" srclang="uk"></video>

    <video src="/day.mp4" controls><track kind="chapters" src="/en.vtt" srclang="en"></video>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H95
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.captions import captions, language_of
from a11y_proxy.rewrite.html.queries.language import primary
from a11y_proxy.rewrite.html.rule import rule

_WHY = "The film has captions that were not shown"


@rule(criterion="1.2.2", selects="video")
def captions_default(element: Element, page: Page) -> Iterator[Edit]:
    tracks = captions(element)
    if any(track.get("default") is not None for track in tracks):
        return
    # a lone track that states no language has the language around it
    wanted = {primary(page.language), ""} if len(tracks) == 1 else {primary(page.language)}
    fitting = (track for track in tracks if language_of(track) in wanted)
    if (track := next(fitting, None)) is not None:
        yield SetAttribute(track, "default", "", why=_WHY)
