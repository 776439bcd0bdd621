"""Marks the places that are filled for each visitor: our style sheet and the panel."""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.core.artifact import Slot
from a11y_proxy.rewrite.html.page import Page


def slots(page: Page) -> None:
    """
    Puts slot `head` after the charset declaration and slot `panel` first in the body.

    The charset declaration must stay within the first 1024 bytes (HTML §4.2.5.4); our sheet must
    come before every author's, since its cascade layer has to be the first one declared. A
    frameset has no body and gets no panel; a fragment gets neither.
    """
    if page.fragment:
        return
    if page.head is not None:
        _mark_after_charset(page.head, page.mark.word(Slot("head")))
    if page.body is not None:
        page.body.text = page.mark.word(Slot("panel")) + (page.body.text or "")


def _mark_after_charset(head: Element, word: str) -> None:
    first = head[0] if len(head) else None
    if first is not None and first.tag == "meta" and first.get("charset"):
        first.tail = word + (first.tail or "")
    else:
        head.text = word + (head.text or "")
