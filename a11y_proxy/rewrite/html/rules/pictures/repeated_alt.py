"""
Says once what a picture and the words beside it in one link say twice.

A screen reader reads the picture's words and then the same words again. The picture in such a link
is an ornament of its words.

Before:

    <a href="/news"><img src="n.png" alt="News"> News</a>

After:

    <a href="/news"><img src="n.png" alt=""> News</a>

Leaves alone:

    <a href="/news"><img src="n.png" alt="A newspaper"> News</a>

    <a href="/news"><img src="n.png" alt="News"></a> News

    <img src="n.png" alt="News"> News

    <a href="/news" aria-label="News of the town"><img src="n.png" alt="News"> News</a>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H2
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.lasting import has_lasting_words
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.rewrite.html.queries.twin import own_words
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="1.1.1", selects="img[alt]")
def repeated_alt(element: Element, page: Page) -> Iterator[Edit]:  # noqa: ARG001  # every rule is asked so
    alt = normalised(element.get("alt")).casefold()
    if not alt or element.get("aria-label") or element.get("aria-labelledby"):
        return
    link = next(element.iterancestors("a", "button"), None)
    if link is None or link.get("aria-label") or link.get("aria-labelledby"):
        return
    if own_words(link).casefold() == alt and has_lasting_words(link):
        why = "The words of the link say what this picture would"
        yield SetAttribute(element, "alt", "", why=why)
