"""
Plays films of YouTube and Vimeo that were put in for Flash in the players of today.

Sites of 2010 are full of them, and most browsers show a grey box. The address names the film; its player
of today has it, with captions where there are any.

Before:

    <object width="425" height="344"><param name="movie" value="http://www.youtube.com/v/x1-y2&amp;rel=0&amp;autoplay=1"><embed src="http://www.youtube.com/v/x1-y2&amp;rel=0" type="application/x-shockwave-flash" width="425" height="344"></object>

After:

    <iframe src="https://www.youtube.com/embed/x1-y2?rel=0&amp;cc_load_policy=1&amp;cc_lang_pref=en&amp;hl=en" title="Video: YouTube" allowfullscreen="" width="425" height="344"></iframe>

Leaves alone:

    <iframe src="https://www.youtube.com/embed/x1?cc_load_policy=1&amp;cc_lang_pref=en&amp;hl=en" title="Speech"></iframe>

    <object data="http://www.youtube.com/v/x1" width="1" height="1" title="x"></object>

    <object data="/map.html" title="Map"></object><embed src="https://example.com/?u=http://www.youtube.com/v/x1">

    <a href="http://www.youtube.com/v/x1">The speech</a>

See: https://www.w3.org/WAI/WCAG22/Understanding/name-role-value
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Insert, Remove
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.language import primary
from a11y_proxy.rewrite.html.queries.player import captioned, present_player
from a11y_proxy.rewrite.html.queries.plugin import file_of, has_substitute, is_unseen
from a11y_proxy.rewrite.html.queries.text import normalised, text_of
from a11y_proxy.rewrite.html.rule import rule

_WHY = "The film was there for a plug-in that browsers no longer have"
_KEPT = ("id", "class", "style", "width", "height", "align")


@rule(criterion="4.1.2", selects="object, embed")
def flash_film(element: Element, page: Page) -> Iterator[Edit]:
    address, service = present_player(file_of(element)[0])
    if not address or next(element.iterancestors("object"), None) is not None:
        return
    # words for this case are the notice's to keep
    if has_substitute(element) or text_of(element) or is_unseen(element, page):
        return
    name = normalised(element.get("title") or element.get("aria-label"))
    player = around(
        "iframe",
        src=captioned(address, primary(page.language)) or address,
        title=name or page.say("Video: {service}", service=service),
        allowfullscreen="",
        **{kept: value for kept in _KEPT if (value := element.get(kept)) is not None},
    )
    yield Insert(element, player, "before", why=_WHY)
    yield Remove(element, why=_WHY)
