"""
Makes paragraphs of text that only empty lines part.

Two line breaks make a gap to the eye and nothing to the ear: the text is one piece, and no key goes to its
next paragraph. It looks as before. Only lines as long as those of prose are taken for paragraphs.

Before:

    <div>The waterworks have laid a new main along the whole of Embankment Street.<br><br>The street opens again on Friday, and the buses take their usual way from then on.</div>

After:

    <div><p class="a11y-paragraph">The waterworks have laid a new main along the whole of Embankment Street.<br></p><br><p class="a11y-paragraph">The street opens again on Friday, and the buses take their usual way from then on.</p></div>

Leaves alone:

    <div>Council of Stepovets<br>12 Central Square<br><br>Reception: 5-01-01<br>Fax: 5-01-02</div>

    <div>Far over the river the evening lies<br>and the boats come home with the tide,<br><br>and nobody asks them where they were<br>nor what they have left aside.</div>

    <div><p>The waterworks have laid a new main along the whole of Embankment Street.</p><br><br><p>The street opens again on Friday, and the buses take their usual way from then on.</p></div>

See: https://www.w3.org/WAI/WCAG22/Techniques/general/G115
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, WrapRun
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.runs import begins_gap, typed_paragraphs
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="1.3.1", selects="body, a11y-fragment")
def br_paragraph(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body:
        return
    gaps = filter(begins_gap, element.iter("br"))
    for parent in dict.fromkeys(gap.getparent() for gap in gaps):
        for run in [] if parent is None else typed_paragraphs(parent):
            paragraph = around("p", class_="a11y-paragraph")
            why = "The text was parted by empty lines only"
            yield WrapRun(run.lines[0].parent, run.lines[0].after, run.until, paragraph, why=why)
