"""
Says before a film whether it has captions, and in which languages.

Who does not hear learns it otherwise by playing the film to its end. The line says only what the markup
tells: words that are part of the picture nobody can know of, nor what a script's player or another
site's brings along; of a sound it says nothing. Where many films are alike, it is said once.

Before:

    <video src="/day.mp4" controls><track kind="captions" src="/uk.vtt" srclang="uk"></video><p>Or:</p><video src="/fair.mp4" controls></video>

After:

    <span class="a11y-media" data-a11y-ui="">Video: captions in Ukrainian</span><video src="/day.mp4" controls><track kind="captions" src="/uk.vtt" srclang="uk"></video><p>Or:</p><span class="a11y-media" data-a11y-ui="">Video without captions that can be turned on</span><video src="/fair.mp4" controls></video>

Leaves alone:

    <p>A film without captions</p><video src="/fair.mp4" controls></video>

    <video src="/waves.webm" muted loop controls></video>

    <video src="/live.m3u8" controls></video><video src="/fair.mp4" controls data-setup="{}"></video>

    <video src="/fair.mp4"></video>

    <audio src="/anthem.mp3" controls></audio><iframe src="https://www.youtube.com/embed/x1" title="Speech"></iframe>

See: https://www.w3.org/WAI/WCAG22/Understanding/captions-prerecorded
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, Insert
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.captions import captions, language_of
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.medium import (
    addresses,
    box_of,
    is_decoration,
    words_beside,
)
from a11y_proxy.rewrite.html.queries.wording import IN_LANGUAGE, said, worded
from a11y_proxy.rewrite.html.rule import rule

_SAID = re.compile(
    r"титр|caption|subtitle|транскри|transcript|стенограм|сурдо|жестов", re.IGNORECASE
)
_FILE = re.compile(r"\.(?:mp4|m4v|webm|ogv|ogg|mov|avi|wmv|mpe?g|3gp)(?:[?#]|$)", re.IGNORECASE)
"""A file holds what the markup says of it; a stream may bring captions along."""

_WITH, _WITHOUT = "Video with captions", "Video without captions that can be turned on"
_IN = "Video: captions {languages}"
_SEVERAL = "Videos on this page without captions that can be turned on: {count}"
_FEW = 3


@rule(criterion="1.2.2", selects="video")
def media_notice(element: Element, page: Page) -> Iterator[Edit]:
    if element.get("controls") is None or out_of_reach(element, page):
        return
    if _SAID.search(words_beside(element)):
        return
    if _has_none(element):
        yield Flag(element, why="The film has no captions that can be turned on")
    phrase, values = _notice(element, page)
    if phrase:
        note = worded("span", phrase, element, page, class_="a11y-media")
        note.text = (note.text or "").format(**values)
        why = "Nothing said whether the film has captions"
        yield Insert(box_of(element), note, "before", why=why)


def _notice(film: Element, page: Page) -> tuple[str, dict[str, object]]:
    """Gives the phrase for a film and what stands in its holes; "" where there is nothing to say."""
    if tracks := captions(film):
        known = filter(None, (IN_LANGUAGE.get(language_of(track)) for track in tracks))
        languages = ", ".join(said(each, film, page) for each in dict.fromkeys(known))
        return (_IN, {"languages": languages}) if languages else (_WITH, {})
    if not _has_none(film):
        return "", {}
    alike = page.ask(_films_without)
    if len(alike) <= _FEW:
        return _WITHOUT, {}
    return (_SEVERAL, {"count": len(alike)}) if film is alike[0] else ("", {})


def _films_without(page: Page) -> list[Element]:
    films = page.root.iter("video")
    return [film for film in films if _has_none(film) and not out_of_reach(film, page)]


def _has_none(film: Element) -> bool:
    """Says whether the film plainly has no captions: the browser plays a file, and no track is there."""
    if film.get("controls") is None or is_decoration(film) or captions(film):
        return False
    files = addresses(film)
    scripted = any(name.startswith("data-") for name in film.keys())  # noqa: SIM118  # no mapping
    return bool(files) and all(map(_FILE.search, files)) and not scripted
