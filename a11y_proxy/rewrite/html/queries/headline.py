"""
Finds what a page is headed by: its own heading of level 1, or what plainly is one.

A level 1 that only holds the way home is the site's name, which every page repeats. Else the evidence
is, in this order: the first thing in the content is dressed as a title or says what the document's
title says; the first page is headed by the site's name; the first heading, before all prose, is the
only one of its rank; a line before all prose looks like a heading, and there is no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import chain

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import HEADINGS, level_of, outline
from a11y_proxy.rewrite.html.queries.hidden import unseen
from a11y_proxy.rewrite.html.queries.landmark import main_of
from a11y_proxy.rewrite.html.queries.line import is_date, loud_lines
from a11y_proxy.rewrite.html.queries.loud import is_titled
from a11y_proxy.rewrite.html.queries.sitename import (
    is_at_home,
    is_site_name,
    line_of,
    title_parts,
)
from a11y_proxy.rewrite.html.queries.text import INLINE, normalised, text_of

_FURNITURE = ("aside", "footer", "nav", "header")
_CRUMBS = ("crumb", "pathway")
_HOLDERS = frozenset({"div", "p", "span", "font", "b", "strong", "center", *HEADINGS})
_LONGEST = 250
_LONGEST_LEAD = 200
_NOT_PROSE = frozenset({"a", *_FURNITURE})


def headline(page: Page) -> Element | None:
    """Gives the element that heads the page; None where nothing plainly does."""
    return page.ask(_headline)


def own_heading(page: Page) -> Element | None:
    """Gives the page's own heading of level 1 as it stands; None without one."""
    tops = [heading for heading in outline(page) if level_of(heading) == 1 and text_of(heading)]
    content = main_of(page)
    inside = (top for top in tops if content is not None and content in top.iterancestors())
    own = (top for top in tops if not is_site_name(top, page))
    return next(chain(inside, own), None)


def _headline(page: Page) -> Element | None:
    if page.body is None or page.fragment:
        return None
    found = (
        look(page)
        for look in (
            own_heading,
            _first_in_content,
            _site_name_at_home,
            _highest_heading,
            _first_line,
        )
    )
    return next((element for element in found if element is not None), None)


def _first_in_content(page: Page) -> Element | None:
    content = main_of(page)
    if content is None:
        return None
    titles = title_parts(page)
    for thing in _things(content):
        if is_date(words := text_of(thing)) or not words:
            continue
        if len(words) > _LONGEST or thing.get("role") or thing.tag not in _HOLDERS:
            return None
        if next(thing.iterdescendants("a"), None) is not None:
            return None
        return thing if is_titled(thing) or words.lower() in titles else None
    return None


def _things(region: Element) -> Iterator[Element]:
    """Gives the outermost elements that hold one line each, and stops at bare text."""
    for child in region:
        if isinstance(child.tag, str) and not unseen(child) and not _is_crumbs(child):
            inner = [each for each in child if isinstance(each.tag, str)]
            bare = normalised(child.text) or any(normalised(each.tail) for each in child)
            if bare or child.tag in HEADINGS or all(each.tag in INLINE for each in inner):
                if child.tag != "a" and text_of(child):
                    yield child
            else:
                yield from _things(child)  # no deeper than `limits.MAX_DEPTH`


def _is_crumbs(element: Element) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return element.tag == "nav" or any(word in named for word in _CRUMBS)


def _site_name_at_home(page: Page) -> Element | None:
    titles = title_parts(page)
    line = line_of(titles[0], page) if titles and is_at_home(page) else None
    return line if line is not None and line.tag in _HOLDERS and not line.get("role") else None


def _highest_heading(page: Page) -> Element | None:
    own = [
        heading
        for heading in outline(page)
        if heading.tag in HEADINGS and next(heading.iterancestors(*_FURNITURE), None) is None
    ]
    if not own or not text_of(own[0]):
        return None
    highest = min(map(level_of, own))
    alone = sum(level_of(each) == highest for each in own) == 1
    first = alone and level_of(own[0]) == highest and _before_prose(own[0], page)
    return own[0] if first else None


def _first_line(page: Page) -> Element | None:
    lines = () if outline(page) else loud_lines(page)
    if not lines or text_of(lines[0]).endswith(":") or not _before_prose(lines[0], page):
        return None
    # among lines that are all alike, the first heads no more than its own part
    alike = len(lines) > 1 and _shape(lines[0]) == _shape(lines[1])
    return None if alike else lines[0]


def _shape(line: Element) -> list[tuple[object, ...]]:
    return [(part.tag, part.get("size"), part.get("class")) for part in line.iter()]


def _before_prose(found: Element, page: Page) -> bool:
    content = main_of(page)
    inside = content is not None and content in found.iterancestors()
    region = content if inside else page.body
    words = 0
    for piece in () if region is None else _reading(region, {found, content}):
        if not isinstance(piece, str):
            return piece is found
        words += len(normalised(piece))
        if words > _LONGEST_LEAD:
            return False
    return False


def _reading(region: Element, stops: AbstractSet[Element | None]) -> Iterator[str | Element]:
    """Gives the texts outside links and furniture, and each stop, in reading order."""
    yield region.text or ""
    for child in region:
        if child in stops:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _NOT_PROSE and not unseen(child):
            yield from _reading(child, stops)  # no deeper than `limits.MAX_DEPTH`
        yield child.tail or ""
