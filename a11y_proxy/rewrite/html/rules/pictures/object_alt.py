"""
Says what an embedded object is, and of which file.

A screen reader comes to something without a name. That it is sound, film or a document, and its
file's name, stand in its code.

Before:

    <object data="/media/anthem.mp3" type="audio/mpeg"><a href="/media/anthem.mp3">mp3</a></object>

After:

    <object data="/media/anthem.mp3" type="audio/mpeg" title="Sound: anthem.mp3"><a href="/media/anthem.mp3">mp3</a></object>

Leaves alone:

    <object data="/plan.pdf" type="application/pdf" title="The plan"></object><object data="/plan.pdf" aria-label="The plan"></object>

    <object data="/line.svg" type="image/svg+xml" role="presentation"></object>

    <div hidden><object data="/media/anthem.mp3" type="audio/mpeg"></object></div>

    <object type="audio/mpeg"></object>

Flags:

    <object data="/x.swf"></object>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H53
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename
from urllib.parse import unquote

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.rule import rule
from a11y_proxy.standards.aria import NONE_ROLES

_KINDS = {
    "audio": "Sound: {text}",
    "video": "Film: {text}",
    "image": "Picture: {text}",
    "application/pdf": "Document: {text}",
}
_SPEAKING = ("title", "aria-label", "aria-labelledby")


@rule(criterion="1.1.1", selects="object[data]")
def object_alt(element: Element, page: Page) -> Iterator[Edit]:
    if element.tag != "object":  # another rule made something else of it
        return
    if any(map(element.get, _SPEAKING)) or role_of(element) in NONE_ROLES:
        return
    if out_of_reach(element, page):
        return
    kind = (element.get("type") or "").strip().lower()
    phrase = _KINDS.get(kind) or _KINDS.get(kind.partition("/")[0])
    file = unquote(basename((element.get("data") or "").partition("?")[0]))
    if phrase and file:
        words = page.say(phrase, text=file)
        yield SetAttribute(element, "title", words, why="What the object is stands in its code")
    else:
        yield Flag(element, why="The object has no name, and its code does not say what it is")
