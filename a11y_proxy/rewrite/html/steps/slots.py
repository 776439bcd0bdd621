"""Marks the places that are filled for each visitor: our style sheet and the panel."""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.core.artifact import Slot
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.scripted import is_scripted


def slots(page: Page) -> None:
    """
    Puts slot `head` first in the head and slot `panel` first in the body.

    Before them stand the charset declaration and our skip link: the declaration must be within
    the first 1024 bytes (HTML §4.2.5.4). Our sheet must come before every author's, since its
    cascade layer has to be the first one declared. A page with scripts gets ours there, too: it must
    run before theirs. A frameset has no body and gets no panel; a
    fragment gets neither.
    """
    if page.fragment:
        return
    if page.head is not None:
        scripted = "live" if is_scripted(page.root) else ""
        _mark_after_charset(page.head, page.mark.word(Slot("head", scripted)))
    if page.body is not None:
        _mark_after_skip_link(page.body, page.mark.word(Slot("panel")))


def _mark_after_skip_link(body: Element, word: str) -> None:
    """The skip link is the first stop of the keyboard: it leads past our panel, too."""
    first = body[0] if len(body) else None
    if first is not None and first.get("class") == "a11y-skip" and not (body.text or "").strip():
        first.tail = word + (first.tail or "")
    else:
        body.text = word + (body.text or "")


def _mark_after_charset(head: Element, word: str) -> None:
    declaration = next(filter(_declares_charset, head.iterchildren("meta")), None)
    if declaration is None:
        head.text = word + (head.text or "")
        return
    if declaration is not head[0]:
        head.insert(0, declaration)
    declaration.tail = word + (declaration.tail or "")


def _declares_charset(meta: Element) -> bool:
    return meta.get("charset") is not None or meta.get("http-equiv", "").lower() == "content-type"
