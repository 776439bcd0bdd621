"""
Keeps silent the lines that were drawn with characters.

"Dash, dash, dash", thirty times over, is what a row of hyphens sounds like. The row stays to be seen. Rows
of underscores are left to be filled in, and rows in code mean what they mean.

Before:

    <p>Call 5-01-01<br>- - - - - - - -<br>===== Important =====</p><div>* * *</div>

After:

    <p>Call 5-01-01<br><span aria-hidden="true">- - - - - - - -</span><br><span aria-hidden="true">=====</span> Important <span aria-hidden="true">=====</span></p><div><span aria-hidden="true">* * *</span></div>

Leaves alone:

    <p>Name ________, card 4000*****1234, five***** stars, 3 * 4 * 5 * 6 * 7</p>

    <p>a -- b --- c, ---&gt;</p><div>*****</div>

    <pre>-----------</pre><p aria-hidden="true">-----------</p><select aria-label="Street"><option>----- Choose -----</option></select>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H86
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, WrapText
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.letters import exact_elements, texts
from a11y_proxy.rewrite.html.queries.wholetext import whole_octets
from a11y_proxy.rewrite.html.rule import rule

_SIGNS = "-=~–—"
_TEXT_ONLY = ("option", "plaintext", "title")
_DRAWN = re.compile(rf"([{_SIGNS}])(?: ?\1){{4}}")
_LAST_OCTETS = {ord("*"): b"*"} | {sign.encode()[-1]: b"-" for sign in _SIGNS}
_ALIKE = b"".join(_LAST_OCTETS.get(octet, b"\0") for octet in range(256))
_BETWEEN = b" \xe2\x80"
"""What stands between the last octets of two signs in UTF-8: a space, the first octets of a dash."""

_ROW = re.compile(
    rf"(?<!\S)([{_SIGNS}])(?: ?\1){{4,}}(?!\S)|(?<!\S)(?<!\* )\*(?> \*){{2,}}+(?=\s*\Z)"
)


@rule(criterion="1.3.1", selects="body, a11y-fragment")
def drawn_line(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body or not _may_hold_rows(page.ask(whole_octets)):
        return
    exact = {inside for outer in exact_elements(page) for inside in outer.iter()}
    exact.update(element.iter(*_TEXT_ONLY))
    for place, which, text in texts(element, exact):
        for found in reversed(list(_ROW.finditer(text)) if _may_hold_row(text) else []):
            holder = place if which == "text" else place.getparent()
            if holder is not None and not out_of_reach(holder, page):
                silent = around("span", aria_hidden="true")
                yield WrapText(place, which, *found.span(), silent, why="The line was read out")


def _may_hold_rows(octets: bytes) -> bool:
    """A cheap look at the whole page first: with the signs all alike, one search tells."""
    signs = octets.translate(_ALIKE, _BETWEEN)
    return b"-----" in signs or (b"***" in signs and b"* * *" in octets)


def _may_hold_row(text: str) -> bool:
    """A cheap look at each text: the pattern takes far longer to find nothing."""
    return "* * *" in text or _DRAWN.search(text) is not None
