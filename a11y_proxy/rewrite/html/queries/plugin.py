"""Says which plug-in an element waits for that no browser has any more, and what it would play."""

from __future__ import annotations

from posixpath import splitext
from urllib.parse import unquote

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import is_place
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.picture import side
from a11y_proxy.standards.plugins import BY_CLASS, BY_ENDING, BY_TYPE, FILE_PARAMETERS

_INSTEAD = ("audio", "canvas", "iframe", "img", "picture", "svg", "video")
"""Content that takes the place of what does not play: browsers show it."""


def dead_plugin(element: Element) -> str:
    """Gives the name of the plug-in; "" for an element that waits for none."""
    if element.tag == "applet":
        return "Java"
    kind = (element.get("type") or "").partition(";")[0].strip().lower()
    number = (element.get("classid") or "").strip().lower().removeprefix("clsid:").strip("{}")
    ending = splitext(_path(_address(element)))[1].lstrip(".").lower()
    return BY_TYPE.get(kind) or BY_CLASS.get(number) or BY_ENDING.get(ending, "")


def has_substitute(element: Element) -> bool:
    """Says whether something else is in the element that browsers show in its place."""
    return next(element.iterdescendants(*_INSTEAD), None) is not None


def is_unseen(element: Element, page: Page) -> bool:
    """Says whether nobody ever saw the element: it has no size, or is out of everyone's reach."""
    sides = (side(element, "width"), side(element, "height"))
    return any(length is not None and length <= 1 for length in sides) or out_of_reach(
        element, page
    )


def file_of(element: Element) -> tuple[str, str]:
    """Gives address and name of the file that would be played; two times "" where no link can lead there."""
    inner = next(
        (address for part in element.iter("object", "embed") if (address := _address(part))), ""
    )
    name = unquote(_path(inner).rpartition("/")[2])
    return (inner, name) if name and is_place(inner) else ("", "")


def _address(element: Element) -> str:
    written = element.get("data") if element.tag == "object" else element.get("src")
    if written and written.strip():
        return written.strip()
    named = (
        param.get("value") or ""
        for param in element.iterchildren("param")
        if (param.get("name") or "").strip().lower() in FILE_PARAMETERS
    )
    return next(filter(None, map(str.strip, named)), "")


def _path(address: str) -> str:
    return address.partition("?")[0].partition("#")[0]
