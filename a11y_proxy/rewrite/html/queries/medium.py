"""Says what a film or a sound in the page plainly is, and what its author says beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.elements import OURS
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.file import SOUNDS, linked_files

_FRAME = re.compile(r"ratio|aspect|embed|responsive|video|media|player|wrap", re.IGNORECASE)
_RATIO = re.compile(r"padding(?:-top|-bottom)?\s*+:[^;:%]*+%", re.IGNORECASE)
_SOUND = re.compile(r"\.(?:mp3|wav|og[ga]|m4a|aac|flac|wma|midi?)(?:[?#]|$)", re.IGNORECASE)
_PIECES = 12
"""Runs of text beside a medium that are looked at: an article may stand there."""


def addresses(medium: Element) -> list[str]:
    """Gives the addresses of its files, as they are written."""
    written = (source.get("src") for source in (medium, *medium.iterchildren("source")))
    return [address.strip() for address in written if address and address.strip()]


def is_decoration(medium: Element) -> bool:
    """Says whether it is a silent film that goes round and round."""
    return all(medium.get(name) is not None for name in ("muted", "loop"))


def is_sound(element: Element) -> bool:
    """Says whether it plays a file of sound, whichever element plays it."""
    if element.tag == "audio":
        return bool(addresses(element))
    if element.tag not in {"embed", "object"}:
        return False
    if (element.get("type") or "").strip().lower().startswith("audio/"):
        return True
    address = element.get("src" if element.tag == "embed" else "data") or ""
    return _SOUND.search(address) is not None


def sound_links(page: Page) -> list[Element]:
    """Gives the authors' links to files of sound, one for each file that nothing on the page plays."""
    found: dict[str, Element] = {}
    for link, ending in page.ask(linked_files).items():
        if ending in SOUNDS and link.get(OURS) is None:
            found.setdefault(link.get("href") or "", link)
    players = page.root.iter("audio", "embed", "object", "source") if found else ()
    played = {player.get("src") or player.get("data") for player in players}
    return [link for address, link in found.items() if address not in played]


def box_of(medium: Element) -> Element:
    """Gives the medium, or the box around it alone that only gives it its shape: no words fit in there."""
    box = medium
    while (outer := box.getparent()) is not None and _shapes(outer, box):
        box = outer
    return box


def words_beside(medium: Element) -> str:
    """Gives the first words that stand right before and right behind a medium's box."""
    box = box_of(medium)
    return " ".join(piece for beside in _beside(box) for piece in islice(beside, _PIECES))


def _shapes(outer: Element, inner: Element) -> bool:
    if outer.tag not in {"div", "span"} or len(outer) != 1:
        return False
    if (outer.text or "").strip() or (inner.tail or "").strip():
        return False
    told = _FRAME.search(outer.get("class") or "") or _RATIO.search(outer.get("style") or "")
    return told is not None


def _beside(box: Element) -> Iterator[Iterator[str]]:
    before, behind = box.getprevious(), box.getnext()
    if before is not None:
        # what is told last is the nearest, and a paragraph is no longer than that
        yield before.itertext()
        yield iter((before.tail or "",))
    elif (around := box.getparent()) is not None:
        yield iter((around.text or "",))
    yield iter((box.tail or "",))
    if behind is not None:
        yield behind.itertext()
