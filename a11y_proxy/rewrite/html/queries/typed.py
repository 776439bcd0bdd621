"""Finds runs of paragraphs that were typed as the items of one list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.lines import DASHES, MARK, is_talk
from a11y_proxy.rewrite.html.queries.text import INLINE, normalised

_HOLDERS = frozenset({
    "a11y-fragment", "article", "aside", "blockquote", "body", "center", "dd", "div", "fieldset",
    "form", "li", "main", "section", "td",
})  # fmt: skip
_IN_ITEM = INLINE | {"br", "img", "picture", "svg"}
"""Not fields: a number before one is its label."""

_WORD_ITEM = "mso-list"
"""In a style: a word processor's own mark of an item, whose sign may be any letter of a font of signs."""

_ANY_SIGN = re.compile(r"\s*(?:(?P<number>[1-9]\d{0,2})[.)]|(?P<sign>\S)|(?P<bullet>(?!)))\s*$")
_ENDS_SENTENCE = re.compile(r"[.!?…][»”\")]*$")
_ENDS_ITEM = (";", ",")


@dataclass(frozen=True, slots=True)
class Item:
    """
    A block that begins as an item does.

    The first `mark` characters of the text of `lead`, which is the block or the first element in it, only mark
    the item; `sign` is the bullet, or "1" for any number; `number` is 0 where there is none. The item ends with
    the block `last`, which is its own or that of a list in it.
    """

    block: Element
    last: Element
    lead: Element
    mark: int
    sign: str
    number: int

    def words(self) -> str:
        """Gives the words of the item, without its mark."""
        return normalised("".join(self.block.itertext("*")).lstrip()[1:])


def typed_lists(page: Page) -> list[list[Item]]:
    """Gives each run of paragraphs that is a list; what stands within an item of another comes first."""
    runs: list[list[Item]] = []
    for item in _items(page):
        if runs and _continues(runs[-1][-1], item):
            runs[-1].append(item)
        else:
            runs.append([item])
    inner = [run for run in runs if not run[0].number]
    return [run for run in (*inner, *_joined(runs)) if _is_list(run)]


def _joined(runs: list[list[Item]]) -> list[list[Item]]:
    """Gives the numbered runs; "2. Among them:" takes the items that follow it into its own."""
    found: list[list[Item]] = []
    within: list[Item] = []
    for run in runs:
        if not run[0].number:
            within = run
            continue
        if found and within and _announces(last := found[-1][-1], within[0]):
            longer = replace(last, last=within[-1].block)
            if _continues(longer, run[0]):
                found[-1][-1:] = (longer, *run)
                continue
        found.append(run)
    return found


def _items(page: Page) -> Iterator[Item]:
    if page.body is None:
        return
    for block in page.body.iter("p", "div"):
        lead: Element | None = block
        while lead is not None and (not (text := lead.text) or text.isspace()):
            lead = _first_inside(lead)
        if lead is None:
            continue
        # a sign in an element of its own may have its space in the next one
        text = lead.text or ""
        pattern = _ANY_SIGN if _WORD_ITEM in (lead.get("style") or "") else MARK
        found = pattern.match(text if lead is block else f"{text} ")
        if found is not None and _is_plain(block):
            number = int(found["number"] or 0)
            sign = "1" if number else found["sign"] or found["bullet"]
            yield Item(block, block, lead, min(found.end(), len(text)), sign, number)


def _first_inside(element: Element) -> Element | None:
    """Gives the element in the line with which its content begins."""
    for child in element if len(element) else ():  # an iterator over nothing is dear in lxml
        if isinstance(child.tag, str):
            return child if child.tag in INLINE else None
        if normalised(child.tail):
            return None
    return None


def _is_plain(block: Element) -> bool:
    """Says whether the block holds lines of text only, and means nothing else."""
    parent = block.getparent()
    if parent is None or parent.tag not in _HOLDERS or parent.get("role") or block.get("role"):
        return False
    return all(part.tag in _IN_ITEM for part in block.iterdescendants("*"))


def _continues(last: Item, item: Item) -> bool:
    follows = not item.number or item.number == last.number + 1
    return item.sign == last.sign and follows and _adjoin(last.last, item.block)


def _announces(item: Item, within: Item) -> bool:
    return item.words().endswith(":") and _adjoin(item.block, within.block)


def _adjoin(block: Element, following: Element) -> bool:
    """Says whether nothing stands between two blocks."""
    here: Element | None = block
    while here is not None and not normalised(here.tail):
        here = here.getnext()
        if here is not None and isinstance(here.tag, str):
            return here is following
    return False


def _is_list(run: list[Item]) -> bool:
    """Two bullets are a list; numbers take three, and dashes the signs of items at their ends."""
    if not run or run[0].sign not in DASHES:
        return len(run) >= (3 if run and run[0].number else 2)
    words = [item.words() for item in run]
    if len(run) < 2 or any(map(is_talk, words)):
        return False
    if all(each.endswith(_ENDS_ITEM) for each in words[:-1]):
        return True
    plain = all(each[:1].islower() for each in words) or not any(map(_ENDS_SENTENCE.search, words))
    return len(run) >= 3 and plain
