"""Gives the words of an element as a reader meets them."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.hidden import unseen

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
"""Elements that do not part the word before them from the word after them."""

_UNPRINTABLE = dict.fromkeys([*range(9), 11, *range(14, 32), 0x7F, 0xAD, 0xFEFF, 0xFFFE, 0xFFFF])


def normalised(text: str | None) -> str:
    """Gives text with single spaces, without control characters and soft hyphens."""
    words = " ".join(text.split()) if text else ""
    return words if words.isprintable() else " ".join(words.translate(_UNPRINTABLE).split())


def pieces(element: Element, instead: Callable[[Element], str | None]) -> list[str]:
    """
    Gives the text inside the element piece by piece, a space where words must part.

    `instead` is asked about each element inside: what it gives stands for the whole of it, None
    means that its own content counts.
    """
    found: list[str] = []
    _gather(element, instead, found)
    return found


def _gather(element: Element, instead: Callable[[Element], str | None], found: list[str]) -> None:
    around = () if element.tag in INLINE else (" ",)
    found += around
    if text := element.text:
        found.append(text)
    for child in element if len(element) else ():  # an iterator over nothing is dear in lxml
        tag = child.tag
        if isinstance(tag, str):
            replacement = instead(child)
            if replacement is None:
                _gather(child, instead, found)  # no deeper than `limits.MAX_DEPTH`
            else:
                found += (replacement,) if tag in INLINE else (" ", replacement, " ")
        if tail := child.tail:
            found.append(tail)
    found += around


def text_of(element: Element) -> str:
    """Gives the visible words of the element in reading order, normalised."""
    if len(element) == 0:
        return normalised(element.text)
    return normalised("".join(pieces(element, _nothing_unseen)))


def is_longer(element: Element, most: int) -> bool:
    """Says whether `text_of` the element has more characters; of a large one it reads no more."""
    return _left(element, most) < 0 or len(text_of(element)) > most


def _left(element: Element, most: int) -> int:
    """Gives what the texts inside leave of so many characters, spaces between them not counted."""
    left = most - len(normalised(element.text))
    for child in element if len(element) else ():
        if left < 0:
            break
        if isinstance(child.tag, str) and not unseen(child):
            left = _left(child, left)  # no deeper than `limits.MAX_DEPTH`
        left -= len(normalised(child.tail))
    return left


def _nothing_unseen(element: Element) -> str | None:
    return "" if unseen(element) else None
