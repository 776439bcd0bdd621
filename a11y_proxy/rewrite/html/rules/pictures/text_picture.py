"""
Names to a person a picture that seems to hold words.

Drawn words stay small when the text grows, keep their colours when the page's change, and cannot be read by
ear beyond what the alternative says. Files named as banners or titles, strips with a sentence for an
alternative and pictures in place of a heading hold words nearly always; a logo may.

Leaves alone:

    <img src="/img/bridge.jpg" width="600" height="400" alt="The new bridge over the river">

    <h1><a href="/"><img src="/img/logo_title.png" alt="Kakhovka"></a></h1>

    <h2><img src="bus.png" alt="Bus"> Timetable</h2><img src="banner.jpg" alt=""><img src="urban.jpg" alt="City">

    <img src="panorama.jpg" width="800" height="150" alt="The river">

    <div hidden><img src="/img/ban_budget.png" alt="The budget of the town for 2026"></div>

Flags:

    <a href="/petition"><img src="/img/ban_petition.png"></a>

    <img src="/i/7.gif" width="600" height="90" alt="Hotline of the council: 0 800 000 412">

    <h2><img src="n.gif" alt="News of the town"></h2>

See: https://www.w3.org/WAI/WCAG22/Understanding/images-of-text
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import HEADINGS
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.picture import address_of, first_of_its_file, side, stem
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.rule import rule

_WORDED = re.compile(
    r"(?:ban|banner|baner|title|text|tekst|slogan|nadpys|zagolovok|zaholovok|afisha|plakat|poster)"
    r"(?:[-_ ].*|\d*)|.*[-_ ](?:banner|baner|title|text|tekst|slogan|afisha|plakat|poster)\d*",
    re.IGNORECASE,
)
_LOGO = re.compile(r"logo|gerb|herb|emblem|brand|coat", re.IGNORECASE)
"""A logotype may be a picture of text (WCAG 1.4.5)."""

_STRIP = 4
"""Times that a strip is wider than high; photographs rarely are."""
_SENTENCE = 4
"""Words that describe a strip only if they stand on it."""


@rule(criterion="1.4.5", selects="img")
def text_picture(element: Element, page: Page) -> Iterator[Edit]:
    alt = element.get("alt")
    if alt == "":
        return
    address = address_of(element)
    name = stem(address)
    worded = _WORDED.fullmatch(name) or (alt and (_is_strip(element, alt) or _is_heading(element)))
    if not worded or _LOGO.search(name) or out_of_reach(element, page):
        return
    if page.ask(first_of_its_file).get(address) is element:
        yield Flag(element, why="This picture seems to hold words, which do not grow with the text")


def _is_strip(image: Element, alt: str) -> bool:
    if len(alt.split()) < _SENTENCE:
        return False
    width, height = side(image, "width"), side(image, "height")
    return width is not None and height is not None and width >= _STRIP * height > 0


def _is_heading(image: Element) -> bool:
    heading = next(image.iterancestors(*HEADINGS), None)
    return heading is not None and not text_of(heading)
