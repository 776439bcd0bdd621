"""
Lets nothing sound or move before it is asked to.

Sound that starts by itself covers the voice of a screen reader, so that one cannot even find what
makes it. Everything stays and can be started: what had no controls gets them.

Before:

    <video src="a.mp4" autoplay></video><iframe src="https://www.youtube.com/embed/x1?autoplay=1" allow="autoplay; fullscreen" title="Speech"></iframe>

After:

    <video src="a.mp4" controls=""></video><iframe src="https://www.youtube.com/embed/x1?autoplay=0" allow="fullscreen" title="Speech"></iframe>

Leaves alone:

    <video src="a.mp4" controls></video><audio src="a.mp3" controls></audio>

    <iframe src="https://www.youtube.com/embed/x1?rel=0" allow="fullscreen" title="Speech"></iframe>

    <iframe src="/plan?noautoplay=1&amp;q=autoplay" title="Plan"></iframe>

See: https://www.w3.org/WAI/WCAG22/Understanding/audio-control
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Insert, Remove, RemoveAttribute, SetAttribute
from a11y_proxy.rewrite.html.elements import ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import is_place
from a11y_proxy.rewrite.html.queries.wording import worded
from a11y_proxy.rewrite.html.rule import rule

_PLAYING = re.compile(
    r"(?<=[?&])((?:autoplay|auto_play|autostart)=)(?:1|true)(?=[&#]|$)", re.IGNORECASE
)
_WHY = "It started to play by itself"


@rule(criterion="1.4.2", selects="audio[autoplay], video[autoplay], iframe, embed, bgsound")
def no_autoplay(element: Element, page: Page) -> Iterator[Edit]:
    if element.tag in {"audio", "video"}:
        yield RemoveAttribute(element, "autoplay", why=_WHY)
        if element.get("controls") is None:
            yield SetAttribute(
                element, "controls", "", why="It could not be started without controls"
            )
    elif element.tag == "bgsound":
        address = element.get("src") or ""
        if address and is_place(address) and page.body is not None:
            line = ours("p")
            line.append(worded("a", "Background sound of the page", element, page, href=address))
            yield Insert(page.body, line, "last", why=_WHY)
        yield Remove(element, why=_WHY)
    else:
        yield from _quieten(element)


def _quieten(element: Element) -> Iterator[Edit]:
    for name in ("src", "data-src"):
        address = element.get(name) or ""
        if (quiet := _PLAYING.sub(r"\g<1>0", address)) != address:
            yield SetAttribute(element, name, quiet, why=_WHY)
    if element.tag == "embed":
        for name in ("autostart", "autoplay"):
            if (element.get(name) or "").strip().lower() in {"true", "1", "yes"}:
                yield SetAttribute(element, name, "false", why=_WHY)
        return
    allowed = [part.strip() for part in (element.get("allow") or "").split(";")]
    kept = [part for part in allowed if part.partition(" ")[0].lower() != "autoplay"]
    if len(kept) < len(allowed):
        yield SetAttribute(element, "allow", "; ".join(kept), why=_WHY)
