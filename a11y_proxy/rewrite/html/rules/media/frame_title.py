"""
Says what a frame holds before a reader goes into it.

A frame without a title is announced as "frame", or by its address. Its address tells truthfully
whose content it holds; a frame of the site itself is left for a person to name.

Before:

    <iframe src="https://www.youtube.com/embed/x1"></iframe><iframe src="https://www.google.com/maps/embed?pb=1"></iframe>

After:

    <iframe src="https://www.youtube.com/embed/x1" title="Video: YouTube"></iframe><iframe src="https://www.google.com/maps/embed?pb=1" title="Map: Google"></iframe>

Leaves alone:

    <iframe src="https://www.youtube.com/embed/x1" title="The mayor's speech"></iframe>

    <iframe src="/map" aria-label="Map of bus stops"></iframe>

    <iframe src="https://tracker.example/p" width="1" height="1"></iframe><iframe src="/x" hidden></iframe>

Flags:

    <iframe src="/schedule.html"></iframe>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H64
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.picture import side
from a11y_proxy.rewrite.html.queries.service import foreign_host, service_name
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.rewrite.html.rule import rule

# Part of an address, what it holds, whose it is. The first that fits.
_KINDS = (
    ("google.com/maps", "Map: {service}", "Google"),
    ("maps.google.", "Map: {service}", "Google"),
    ("openstreetmap.org", "Map: {service}", "OpenStreetMap"),
    ("visicom.ua", "Map: {service}", "Visicom"),
    ("docs.google.com/forms", "Form: {service}", "Google"),
    ("youtube.com/embed", "Video: {service}", "YouTube"),
    ("youtube-nocookie.com/embed", "Video: {service}", "YouTube"),
    ("player.vimeo.com", "Video: {service}", "Vimeo"),
    ("facebook.com/plugins/video", "Video: {service}", "Facebook"),
)


@rule(criterion="4.1.2", selects="iframe, frame")
def frame_title(element: Element, page: Page) -> Iterator[Edit]:
    named = element.get("title") or element.get("aria-label") or element.get("aria-labelledby")
    if normalised(named) or _is_invisible(element, page):
        return
    address = (element.get("src") or element.get("data-src") or "").strip()
    if words := _own_name(element):
        yield SetAttribute(element, "title", words, why="The frame had no title; its name is one")
    elif words := _holding(address, page):
        yield SetAttribute(
            element, "title", words, why="The frame had no title; its address says whose it is"
        )
    else:
        yield Flag(
            element, why="The frame has no title, and its address does not say what it holds"
        )


def _own_name(element: Element) -> str:
    name = normalised(element.get("name"))
    return "" if name.isascii() and " " not in name else name


def _holding(address: str, page: Page) -> str:
    host = foreign_host(address, page)
    if not host:
        return ""
    for part, phrase, service in _KINDS:
        if part in address.partition("?")[0]:
            return page.say(phrase, service=service)
    return page.say("Content from {service}", service=service_name(host))


def _is_invisible(element: Element, page: Page) -> bool:
    sides = [side(element, "width"), side(element, "height")]
    return any(length is not None and length <= 1 for length in sides) or out_of_reach(
        element, page
    )
