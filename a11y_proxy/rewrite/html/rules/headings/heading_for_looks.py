"""
Takes a heading that is only large print for what it is.

Paragraphs and dates set as headings to make them large or bold fill the list of headings, which is
read instead of the page. They keep their looks, and are read as the text that they are.

Before:

    <h1>Water</h1><h5>There will be no water in School Street tomorrow. Water will be brought by lorry, twice a day. It can be had in front of the school, and is free.</h5><h4>19.11.2026</h4>

After:

    <h1>Water</h1><h5 role="presentation">There will be no water in School Street tomorrow. Water will be brought by lorry, twice a day. It can be had in front of the school, and is free.</h5><h4 role="presentation">19.11.2026</h4>

Leaves alone:

    <h1>There will be no water in School Street tomorrow. Water will be brought by lorry, twice a day. It can be had in front of the school, and is free.</h1>

    <h2>What the council decided on the water supply of School Street, on the repair of the square, and on the school's new roof in the year to come</h2>

    <h2>2026</h2><p>Decisions of the year.</p>

    <h3 role="tab">19.11.2026</h3>

See: https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.rule import rule

_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:,?\s+\d{1,2}:\d{2})?")
_PARAGRAPH = 120

# A short word with a full stop is an abbreviation as often as a sentence's last.
_SENTENCES = re.compile(r".*\w{5}[.!?…]+[»\")]*\s+[^\W\d_a-zа-яіїєґ].*[.!?…][»\")]*")


@rule(criterion="1.3.1", selects="h2, h3, h4, h5, h6")
def heading_for_looks(element: Element, _page: Page) -> Iterator[Edit]:
    if element.get("role") or element.get("aria-level"):
        return
    words = text_of(element)
    if _DAY.fullmatch(words):
        why = "A date was set as a heading for its looks"
    elif len(words) >= _PARAGRAPH and _SENTENCES.fullmatch(words):
        why = "A paragraph was set as a heading for its looks"
    else:
        return
    yield SetAttribute(element, "role", "presentation", why=why)
