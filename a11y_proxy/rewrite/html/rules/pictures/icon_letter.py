"""
Keeps silent the letters of icon fonts that stand in the text.

Such a letter means nothing but what one font draws for it: a voice says "unknown character", or a link of
such a letter only seems to have a name. It stays to be seen.

Before:

    <a href="/print">&#xf02f; Print</a> <button>&#xe001;</button>

After:

    <a href="/print"><span aria-hidden="true">&#xf02f;</span> Print</a> <button><span aria-hidden="true">&#xe001;</span></button>

Leaves alone:

    <p>Ґанок, їжак, ﬁ, ＡＢ, → and 漢字</p>

    <span aria-hidden="true">&#xf02f;</span> Print <div hidden>&#xf02f;</div>

    <pre>&#xf02f;</pre><select aria-label="Sign"><option>&#xf02f;</option></select>

See: https://www.w3.org/WAI/WCAG22/Techniques/aria/ARIA24
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
from a11y_proxy.rewrite.html.queries.wholetext import whole_octets, whole_text
from a11y_proxy.rewrite.html.rule import rule

_PRIVATE = re.compile("[\ue000-\uf8ff]+")
"""Characters to which nobody but a font gives a sign (Unicode §23.5, Private Use Area)."""

_LEADS = (b"\xee", b"\xef")
"""In UTF-8 they begin with one of these, as little else does: to look for these first costs nothing."""

_TEXT_ONLY = ("option", "plaintext", "title")


@rule(criterion="1.1.1", selects="body, a11y-fragment")
def icon_letter(element: Element, page: Page) -> Iterator[Edit]:
    octets = page.ask(whole_octets)
    if element is not page.body or not any(lead in octets for lead in _LEADS):
        return
    if not _PRIVATE.search(page.ask(whole_text)):
        return
    exact = {inside for outer in exact_elements(page) for inside in outer.iter()}
    exact.update(element.iter(*_TEXT_ONLY))
    for place, which, text in texts(element, exact):
        for found in reversed(list(_PRIVATE.finditer(text))):
            holder = place if which == "text" else place.getparent()
            if holder is not None and not out_of_reach(holder, page):
                silent = around("span", aria_hidden="true")
                why = "The letter is a sign of an icon font and says nothing"
                yield WrapText(place, which, *found.span(), silent, why=why)
