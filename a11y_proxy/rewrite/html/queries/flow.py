"""Says what stands before and after a line: a sentence that goes on, or content that it heads."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.heading import HEADINGS
from a11y_proxy.rewrite.html.queries.hidden import unseen
from a11y_proxy.rewrite.html.queries.loud import is_all_loud
from a11y_proxy.rewrite.html.queries.text import INLINE, normalised, text_of

_SHOWN = frozenset({
    "audio", "dl", "figure", "form", "iframe", "img", "ol", "pre", "table", "ul", "video",
})  # fmt: skip
"""What a line may head besides flowing text."""
_PROSE = INLINE | {"p", "div"}
_FLOWING = 40
_FLOWING_AFTER_LABEL = 200
_ENDS_SENTENCE = '.!?:;…»”")]'


def continues(line: Element) -> bool:
    """Says whether a sentence is still going on before the line."""
    before = next(_before(line), "")
    return len(before) >= 2 * _FLOWING and before[-1] not in _ENDS_SENTENCE


def heads(line: Element, region: Element) -> bool:
    """Says whether content of its own follows."""
    enough = _FLOWING_AFTER_LABEL if text_of(line).endswith(":") else _FLOWING
    words = 0
    for thing in _after(line, region):
        if isinstance(thing, str):
            words += len(thing)
        elif thing.tag in HEADINGS or thing.tag == "hr" or is_all_loud(thing):
            return False
        elif next(thing.iter(*_SHOWN), None) is not None:
            return True
        else:
            words += len(text_of(thing))
        if words >= enough:
            return True
    return False


def _before(line: Element) -> Iterator[str]:
    for sibling in line.itersiblings(preceding=True):
        if words := normalised(sibling.tail):
            yield words
        if isinstance(sibling.tag, str) and not unseen(sibling) and (words := text_of(sibling)):
            yield words if sibling.tag in _PROSE else ""
    parent = line.getparent()
    if parent is not None and (words := normalised(parent.text)):
        yield words


def _after(line: Element, region: Element) -> Iterator[Element | str]:
    here: Element | None = line
    while here is not None and here is not region:
        if words := normalised(here.tail):
            yield words
        for sibling in here.itersiblings():
            if isinstance(sibling.tag, str) and not unseen(sibling):
                yield sibling
            if words := normalised(sibling.tail):
                yield words
        here = here.getparent()
