"""Finds what stands at the place on this page where a link leads."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.address import page_urls
from a11y_proxy.rewrite.html.queries.identity import ids
from a11y_proxy.rewrite.html.queries.text import INLINE, normalised, text_of

_LONGEST = 80


def words_at_target(link: Element, page: Page) -> str:
    """Gives the first words of the place that a link to a part of this page leads to; "" for none."""
    address, mark, fragment = (link.get("href") or "").strip().partition("#")
    if not mark or not fragment:
        return ""
    if address and page.ask(page_urls).absolute(address) != page.url.partition("#")[0]:
        return ""
    target = page.ask(ids).get(fragment)
    if target is None:
        target = page.ask(anchors).get(fragment)
    return "" if target is None else next(_first_words(target), "")


@reads("a", "name")
def anchors(page: Page) -> dict[str, Element]:
    """Gives the old anchors of the page by their names."""
    named = (element for element in page.index.having("name") if element.tag == "a")
    return {element.get("name") or "": element for element in named}


def _first_words(target: Element) -> Iterator[str]:
    """Gives a heading or a few words in the target, or right behind an empty one."""
    letters = 0
    for piece in target.itertext():  # a whole page may be the target
        letters += len(piece.strip())
        if letters > _LONGEST:
            return
    if words := text_of(target):
        yield words
        return
    if normalised(target.tail):
        return
    behind = target.getnext()
    if behind is not None and isinstance(behind.tag, str):
        loud = behind.tag in INLINE or behind.tag.startswith("h")
        words = text_of(behind)
        if loud and 0 < len(words) <= _LONGEST:
            yield words
