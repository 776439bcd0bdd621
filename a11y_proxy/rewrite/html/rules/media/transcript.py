"""
Offers the captions of a film or a sound as a text to read.

Who neither hears nor sees well, who reads by fingers, or has no time for the film, reads its words
instead. They are in the site's own captions; a link behind the medium leads to them. A sound that has
none, and beside which no text is offered, is told to a person.

Before:

    <video src="/day.mp4" controls><track kind="captions" src="/media/day.vtt" srclang="en"></video>

After:

    <video src="/day.mp4" controls><track kind="captions" src="/media/day.vtt" srclang="en"></video><a href="/_a11y/transcript?path=/media/day.vtt&amp;srclang=en" class="a11y-media" data-a11y-ui="">Text of the recording</a>

Leaves alone:

    <video src="/day.mp4" controls><track src="/media/day.vtt" srclang="en"></video><p><a href="/day.html">Transcript</a></p>

    <video src="/day.mp4" controls><track src="https://cdn.example/day.vtt" srclang="en"></video>

    <video src="/day.mp4" controls><track src="/day.srt" srclang="en"><track kind="chapters" src="/parts.vtt"></video>

Flags:

    <audio src="/session.mp3" controls></audio>

    <object data="/anthem.mid" type="audio/midi" title="The anthem"></object>

    <p><a href="/session.mp3">The session of 10 December</a></p>

See: https://www.w3.org/WAI/WCAG22/Techniques/general/G69
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, Insert
from a11y_proxy.rewrite.html.elements import ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import page_urls
from a11y_proxy.rewrite.html.queries.captions import captions, language_of
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.medium import (
    box_of,
    is_sound,
    sound_links,
    words_beside,
)
from a11y_proxy.rewrite.html.queries.section import heading_over
from a11y_proxy.rewrite.html.queries.text import normalised, text_of
from a11y_proxy.rewrite.html.queries.wording import worded
from a11y_proxy.rewrite.html.rule import rule

_OFFERED = re.compile(
    r"transcript|транскри|стенограм|розшифр|расшифр|text (?:of|version)|текст(?:ова|овий)? (?:верс|відео|запис|звук)",
    re.IGNORECASE,
)
_TEXT = re.compile(r"[^?#]+\.vtt(?:\?[^#]*)?", re.IGNORECASE)
_WHY = "The words of the recording could be read only while it played"
_UNWRITTEN = "Nothing beside the recording offers its words in text"


@rule(criterion="1.2.1", selects="video, audio, object, embed, body, a11y-fragment")
def transcript(element: Element, page: Page) -> Iterator[Edit]:
    if element is page.body:
        for link in sound_links(page):
            if not _is_offered(link, page):
                yield Flag(link, why=_UNWRITTEN)
        return
    tracks = captions(element)
    if not (tracks or is_sound(element)) or _is_offered(element, page):
        return
    if not tracks:
        yield Flag(element, why=_UNWRITTEN)
        return
    track = next((track for track in tracks if track.get("default") is not None), tracks[0])
    if href := _address(track, page):
        link = worded("a", "Text of the recording", element, page, href=href, class_="a11y-media")
        if (name := _name(element, page)) and link.get("lang") is None:
            link.append(ours("span", f": {name}", class_="a11y-hidden"))
        yield Insert(box_of(element), link, "after", why=_WHY)


def _is_offered(medium: Element, page: Page) -> bool:
    """Says whether its words are offered beside it, or it is out of everyone's reach itself."""
    return out_of_reach(medium, page) or bool(_OFFERED.search(words_beside(medium)))


def _name(medium: Element, page: Page) -> str:
    """Gives what the recording is called, or the heading over it; "" where nothing says it."""
    named = normalised(medium.get("title") or medium.get("aria-label"))
    if named or (heading := heading_over(medium, page)) is None:
        return named
    return text_of(heading)


def _address(track: Element, page: Page) -> str:
    """Gives the address at which we show a track as text; "" where we cannot."""
    urls = page.ask(page_urls)
    address = urls.absolute((track.get("src") or "").strip())
    # under a base abroad an address of ours would not be ours
    if urls.abroad or not urls.is_ours(address) or not _TEXT.fullmatch(address):
        return ""
    language = language_of(track)
    more = f"&srclang={quote(language)}" if language else ""
    return f"/_a11y/transcript?path={quote(urls.map(address), safe='/')}{more}"
