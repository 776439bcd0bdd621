"""
Joins a Cyrillic word in which characters stand that nobody sees.

Soft hyphens and spaces without width come along from word processors and PDF files. A voice may read the word
in pieces, and no search finds it. Where lines are narrow, the browser hyphenates by itself.

Before:

    <p>Про бла&shy;го&shy;устрій території міс&#8203;та та ре&#65279;монт доріг</p>

After:

    <p>Про благоустрій території міста та ремонт доріг</p>

Leaves alone:

    <p>Bürger&shy;meister, камера&#8203;/фото, &#65279;Новини, як?так</p>

    <p>будинок&shy; 5, <b>міс</b>&shy;<i>то</i></p>

    <code>міс&shy;то</code>

See: https://www.w3.org/WAI/WCAG22/Techniques/failures/F32
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetText
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.letters import letters
from a11y_proxy.rewrite.html.rule import rule

UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, space without width, word joiner, byte order mark."""

_CLASSES = re.compile(rb"C[-?]++C")
_CUT = re.compile(rf"(?<=[\u0400-\u052f])[{UNSEEN}]+(?=[\u0400-\u052f])")


@rule(criterion="1.3.2", selects="body, a11y-fragment")
def cut_word(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body:
        return
    for place, which, text in page.ask(letters).holding(_CLASSES):
        joined = _CUT.sub("", text)
        if joined != text:
            yield SetText(place, which, joined, why="Characters that nobody sees cut a word")
