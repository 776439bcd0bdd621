"""
Holds still what scrolls or blinks, and keeps its words.

Moving text cannot be read enlarged, and draws the eye from everything else.

Before:

    <marquee behavior="alternate">Attention! <b>No water</b> tomorrow</marquee>
    <p><blink>New</blink> hours</p>

After:

    <div behavior="alternate">Attention! <b>No water</b> tomorrow</div>
    <p><span>New</span> hours</p>

Leaves alone:

    <div class="marquee">Attention!</div><p>A marquee is a tent.</p>

See: https://www.w3.org/WAI/WCAG22/Understanding/pause-stop-hide
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Rename
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="2.2.2", selects="marquee, blink")
def no_marquee(element: Element, _page: Page) -> Iterator[Edit]:
    # a <div> would end the paragraph that it stands in
    in_line = element.tag == "blink" or next(element.iterancestors("p"), None) is not None
    yield Rename(element, "span" if in_line else "div", why="The text moved or blinked")
