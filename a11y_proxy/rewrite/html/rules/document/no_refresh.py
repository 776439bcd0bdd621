"""
Lets a page stay until its reader has finished.

A page that reloads or leaves by itself throws a slow reader back to its top, or to another page.
The way on becomes a link. A redirect that waits for nobody (0 seconds) is no harm.

Before:

    <head><meta http-equiv="refresh" content="30; url=/news"></head><body><p>News of today</p></body>

After:

    <head></head><body><p class="a11y-notice" data-a11y-ui=""><a href="/news" data-a11y-ui="">This page wanted to move on by itself. Go on</a></p><p>News of today</p></body>

Leaves alone:

    <head><meta http-equiv="refresh" content="0; url=/new-address"></head><body></body>

    <head><meta http-equiv="refresh" content="90000"></head><body></body>

    <head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body></body>

See: https://www.w3.org/WAI/WCAG22/Understanding/timing-adjustable
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from lxml.etree import _Element as Element

from a11y_proxy.core.refresh import parse_refresh
from a11y_proxy.rewrite.html.edits import Edit, Insert, Remove
from a11y_proxy.rewrite.html.elements import ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import is_place
from a11y_proxy.rewrite.html.queries.landmark import main_of
from a11y_proxy.rewrite.html.queries.wording import worded
from a11y_proxy.rewrite.html.rule import rule

_TWENTY_HOURS = 72_000


@rule(criterion="2.2.1", selects="meta[http-equiv=refresh]")
def no_refresh(element: Element, page: Page) -> Iterator[Edit]:
    refresh = parse_refresh(element.get("content") or "")
    if refresh is None or page.body is None:
        return
    delay, address = refresh.delay, refresh.url
    # 2.2.1 excepts limits of more than 20 hours
    if (delay == 0 and address) or delay > _TWENTY_HOURS or not is_place(address):
        return
    why = "The page moved on or reloaded by itself after a while"
    stays = urldefrag(urljoin(page.url, address)).url == page.url
    phrase = (
        "This page wanted to reload itself. Reload"
        if stays
        else "This page wanted to move on by itself. Go on"
    )
    notice = ours("p", class_="a11y-notice")
    content = main_of(page)
    place = page.body if content is None else content
    notice.append(worded("a", phrase, place, page, href=address or page.url))
    yield Insert(place, notice, "first", why=why)
    yield Remove(element, why=why)
