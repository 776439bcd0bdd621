"""Marks the places that are filled for each visitor: our style sheet and the panel."""

from __future__ import annotations

from lxml.etree import Comment
from lxml.etree import _Element as Element

from a11y_proxy.core.artifact import Slot, SlotName
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.scripted import is_scripted

_AROUND_LINKS = frozenset({"div", "li", "nav", "p", "ul"})
_SHOWS_NOTHING = frozenset({Comment, "script", "style", "template"})


def slots(page: Page) -> None:
    """
    Puts slot `head` first in the head and slot `panel` first in the body.

    Before them stand the charset declaration and the skip links: the declaration must be within
    the first 1024 bytes (HTML §4.2.5.4). Our sheet must come before every author's, since its
    cascade layer has to be the first one declared. A page with scripts gets ours there, too: it must
    run before theirs. A fragment gets neither, and a framed document no panel.
    """
    if page.fragment:
        return
    if page.head is not None:
        scripted = "live" if is_scripted(page.root) else ""
        name: SlotName = "framed" if page.framed else "head"
        _mark_after_charset(page.head, page.mark.word(Slot(name, scripted)))
    if page.body is not None and not page.framed:
        _mark_after_skip_links(page.body, page.mark.word(Slot("panel")))


def _mark_after_skip_links(body: Element, word: str) -> None:
    """Ways past what every page repeats are the keyboard's first stops: they lead past our panel, too."""
    last: Element | None = None
    before = body.text
    for child in body:
        if (before or "").strip() or not (_leads_within(child) or child.tag in _SHOWS_NOTHING):
            break
        last = child if _leads_within(child) else last
        before = child.tail
    if last is None:
        body.text = word + (body.text or "")
    else:
        last.tail = word + (last.tail or "")


def _leads_within(element: Element) -> bool:
    """Says whether the element is a skip link, ours or the site's, or holds nothing else."""
    # a list of its own: elements may be nested as deep as Python lets functions be, and deeper
    waiting = [element]
    while waiting:
        here = waiting.pop()
        if here.tag == "a":
            if not _is_skip_link(here):
                return False
            continue
        if here.tag not in _AROUND_LINKS or (here.text or "").strip() or not len(here):
            return False
        if any((child.tail or "").strip() for child in here):
            return False
        waiting += here
    return True


def _is_skip_link(link: Element) -> bool:
    href = (link.get("href") or "").strip()
    return link.get("class") == "a11y-skip" or (href.startswith("#") and len(href) > 1)


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
