"""
Finds the words that stand as a picture's caption.

In `<figcaption>`; in something beside it whose class says so; or alone with it in one block, a line
break between. More than a few words, or words on both sides, are the text that it stands in.
"""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.text import INLINE, text_of

_LONGEST = 160
_CAPTION_CLASS = re.compile(r"caption|pidpys|podpis|підпис", re.IGNORECASE)
_HOLDERS = frozenset({"p", "div", "center", "td", "dd", "figure"})
_AROUND = frozenset({"a", "picture"})
_NO_CAPTION = ("h1", "h2", "h3", "h4", "h5", "h6", "button", "form", "ul", "table")
"""What stands in the text of a card or a slide, whatever its class calls it."""

_PRESSED = ("a", "button", "form", "img", "input", "li", "table")


def caption_of(image: Element) -> str:
    """Gives the caption of a picture that has one to itself; "" where there is none."""
    holder, outermost = _holder(image)
    if holder is None or outermost is None or _holds_more(holder, image):
        return ""
    figcaption = next(holder.iter("figcaption"), None)
    if figcaption is not None:
        return text_of(figcaption)
    for beside in (*holder.iterchildren(),):
        if beside is not outermost and _CAPTION_CLASS.search(beside.get("class") or ""):
            return _short(text_of(beside))
    breaks = list(holder.iter("br"))
    if breaks and _parts(outermost, breaks):
        return _short(text_of(holder))
    return ""


def caption_beside(image: Element) -> Element | None:
    """Gives what its class calls the caption, where a box holds it, the picture and nothing else."""
    outermost = image
    while (caption := outermost.getnext()) is None:
        above = outermost.getparent()
        if above is None or above.tag not in _AROUND:
            return None
        outermost = above
    box = caption.getparent()
    others = outermost.getprevious() is not None or caption.getnext() is not None
    if box is None or others or not _CAPTION_CLASS.search(caption.get("class") or ""):
        return None
    alone = not any(map(_says, (box.text, outermost.tail, caption.tail)))
    if not alone or next(caption.iter(*_NO_CAPTION), None) is not None:
        return None
    return caption if _short(text_of(caption)) else None


def _holder(image: Element) -> tuple[Element | None, Element | None]:
    """Gives the block around the image, and the child of it that the image is or stands in."""
    figure = next(image.iterancestors("figure"), None)
    here = image
    for above in image.iterancestors():
        if above is figure or (figure is None and above.tag in _HOLDERS):
            return above, here
        if figure is None and above.tag not in INLINE and above.tag != "picture":
            return None, None
        here = above
    return None, None


def _holds_more(holder: Element, image: Element) -> bool:
    around = set(image.iterancestors())
    return any(
        other is not image and other not in around for other in holder.iterdescendants(*_PRESSED)
    )


def _parts(image: Element, breaks: list[Element]) -> bool:
    """Whether a line break is right beside the image, and words on the other side of it only."""
    after, before = image.getnext(), image.getprevious()
    if after in breaks and not _says(image.tail):
        return before is None and not _says(_parent_text(image))
    return before in breaks and not _says(before.tail) and not _says(image.tail) and after is None


def _parent_text(image: Element) -> str | None:
    parent = image.getparent()
    return None if parent is None else parent.text


def _says(text: str | None) -> bool:
    return bool(text and not text.isspace())


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST and any(map(str.isalpha, words)) else ""
