"""
Says what stood where a plug-in is missing, and keeps the way to its file.

Browsers have no Flash, Java or Silverlight any more: there is a grey box without a word, or nothing. What
its author wrote for this case stays; what is shown in its place by pictures or a film needs no words.

Before:

    <object type="application/x-shockwave-flash" data="/map.swf" width="400"><param name="quality" value="high"><p>Map of the streets</p></object>

After:

    <div type="application/x-shockwave-flash" data="/map.swf" width="400"><span class="a11y-notice" data-a11y-ui="">This was made for Flash, which browsers no longer have: <a href="/map.swf" data-a11y-ui="">map.swf</a></span><param name="quality" value="high"><p>Map of the streets</p></div>

Leaves alone:

    <object type="application/x-shockwave-flash" data="/film.swf"><video src="/film.mp4" controls></video></object>

    <object data="/plan.pdf" type="application/pdf" title="The plan"></object><embed src="/drawing.svg">

    <embed src="/counter.swf" width="1" height="1"><div hidden><applet code="clock.class"></applet></div>

    <p>Our site needs <a href="/intro.swf">Flash</a>.</p>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H53
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Insert, Rename
from a11y_proxy.rewrite.html.elements import OURS, ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.plugin import (
    dead_plugin,
    file_of,
    has_substitute,
    is_unseen,
)
from a11y_proxy.rewrite.html.queries.text import INLINE, normalised
from a11y_proxy.rewrite.html.queries.wording import worded
from a11y_proxy.rewrite.html.rule import rule

_WHY = "It was made for a plug-in that browsers no longer have"
_PLAYERS = ("object", "applet")
_IN_LINE = INLINE | {"br", "embed", "object", "param"}


@rule(criterion="1.1.1", selects="object, embed, applet")
def plugin_notice(element: Element, page: Page) -> Iterator[Edit]:
    plugin = dead_plugin(element)
    if not plugin or has_substitute(element) or is_unseen(element, page):
        return
    if len(element) and element[0].get(OURS) is not None:
        return  # it says so already
    outer = next(element.iterancestors(*_PLAYERS), None)
    if outer is not None and has_substitute(outer):
        return
    # a block would end the paragraph that it stands in: there the object stays, and shows what is in it
    in_line = element.tag == "embed" or next(element.iterancestors("p"), None) is not None
    if not in_line or all(part.tag in _IN_LINE for part in element.iterdescendants()):
        yield Rename(element, "span" if in_line else "div", why=_WHY)
    if outer is None or not dead_plugin(outer):
        yield Insert(element, _notice(plugin, element, page), "first", why=_WHY)


def _notice(plugin: str, element: Element, page: Page) -> Element:
    phrase = "This was made for {plugin}, which browsers no longer have"
    notice = worded("span", phrase, element, page, class_="a11y-notice")
    notice.text = (notice.text or "").format(plugin=plugin)
    title = normalised(element.get("aria-label") or element.get("title"))
    address, name = file_of(element)
    if address:
        notice.text += ": "
        notice.append(ours("a", title or name, href=address))
    elif title:
        notice.text += f": {title}"
    return notice
