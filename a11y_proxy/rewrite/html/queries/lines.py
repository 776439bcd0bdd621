"""Cuts what stands in an element into lines, as `<br>` and blocks do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.text import INLINE

DASHES = frozenset("-–—*")
"""Signs of items that are also used otherwise, in talk and in poems."""

MARK = re.compile(
    r"\s*(?:(?P<sign>[-–—•·▪●○■□►✓✔*])\s+|(?P<bullet>[•▪●○■□►])|(?P<number>[1-9]\d{0,2})[.)]\s)"
)
_BLOCKS = frozenset({
    "a11y-fragment", "article", "aside", "blockquote", "body", "center", "dd", "div", "fieldset",
    "footer", "form", "header", "li", "main", "nav", "p", "section", "td",
})  # fmt: skip
_LETTERING = frozenset({"b", "big", "em", "font", "i", "small", "span", "strong"})
IN_LINE = INLINE | {"br", "img", "input", "button", "select", "picture", "svg"}
"""Elements that may stand in a line of text."""

_TALK = re.compile(r"[!?…]\s*$|[,.!?…]\s+[-–—]\s")


@dataclass(frozen=True, slots=True)
class Line:
    """
    What stands in `parent` behind `after` (None: from its start) and before `until` (None: to its end).

    `text` is what it begins with; `mark` is how many characters of it only mark the line as an item;
    `sign` is the bullet, or "1" for any number; `number` is 0 where there is none.
    """

    parent: Element
    after: Element | None
    until: Element | None
    text: str
    mark: int
    sign: str
    number: int

    def words(self) -> str:
        """Gives all words of the line."""
        inside = takewhile(lambda node: node is not self.until, self._nodes())
        return " ".join((self.text, *map(_text, inside))).strip()

    def _nodes(self) -> Iterator[Element]:
        return iter(self.parent) if self.after is None else self.after.itersiblings()


def _text(node: Element) -> str:
    # a comment, too, has words behind it
    within = "".join(node.itertext("*")) if isinstance(node.tag, str) else ""
    return within + (node.tail or "")


def begins_item(text: str | None) -> bool:
    """Says whether a text begins as the items of typed lists do, with a bullet, dash or number."""
    return text is not None and MARK.match(text) is not None


def block_around(element: Element) -> Element | None:
    """Gives the block in whose lines the element's content stands; None where no list may be."""
    here: Element | None = element
    while here is not None and here.tag in _LETTERING:
        here = here.getparent()
    return here if here is not None and here.tag in _BLOCKS else None


def is_talk(words: str) -> bool:
    """Says whether what stands behind a dash is spoken: "— I asked, — he said.", "— When?"."""
    return _TALK.search(words) is not None


def lines_of(parent: Element) -> Iterator[Line]:
    """Gives the lines of an element in order; blocks inside it part them and are none."""
    after, text = None, parent.text or ""
    for child in parent:
        if isinstance(child.tag, str) and (child.tag == "br" or child.tag not in IN_LINE):
            yield _line(parent, after, child, text)
            after, text = child, child.tail or ""
    yield _line(parent, after, None, text)


def _line(parent: Element, after: Element | None, until: Element | None, text: str) -> Line:
    found = MARK.match(text)
    if found is None or (not text[found.end() :].strip() and _is_bare(parent, after, until)):
        return Line(parent, after, until, text, 0, "", 0)
    number = int(found["number"] or 0)
    sign = "1" if found["number"] else found["sign"] or found["bullet"]
    return Line(parent, after, until, text, found.end(), sign, number)


def _is_bare(parent: Element, after: Element | None, until: Element | None) -> bool:
    """Says whether no element stands in the line."""
    first = next(iter(parent), None) if after is None else after.getnext()
    return first is until
