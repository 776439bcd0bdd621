"""Says what a page and its site are called: by the document's title, to machines, and in sight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import is_home
from a11y_proxy.rewrite.html.queries.landmark import main_of
from a11y_proxy.rewrite.html.queries.text import normalised, text_of

_SEPARATORS = re.compile(r" [-–—|/:•·»→]{1,2} | ?\| ?")
_LINES = ("div", "p", "span", "font", "b", "strong", "td", "center")
_MOST_LINES = 400


def title_parts(page: Page) -> tuple[str, ...]:
    """Gives what the document's title says, whole and part by part, in lower case."""
    if page.head is None:
        return ()
    written = normalised(next((title.text for title in page.head.iter("title")), None)).lower()
    return (written, *_SEPARATORS.split(written)) if written else ()


def is_site_name(heading: Element, page: Page) -> bool:
    """Says whether a heading is that of all pages: it stands on most, or holds the way home."""
    if heading in page.repeated:
        return True
    return any(is_home(link, page) for link in (*heading.iter("a"), *heading.iterancestors("a")))


def is_at_home(page: Page) -> bool:
    """Says whether this is the site's first page."""
    return not urlsplit(page.url).path.strip("/")


def site_names(words: str, page: Page) -> Iterator[str]:
    """Gives, in lower case, what the page says its site is called: to machines, and these words if in sight."""
    for meta in () if page.head is None else page.head.iter("meta"):
        if meta.get("property") == "og:site_name":
            yield normalised(meta.get("content")).lower()
    if (line := line_of(words.lower(), page)) is not None and main_of(page) not in set(
        line.iterancestors()
    ):
        yield words.lower()


def line_of(words: str, page: Page) -> Element | None:
    """Gives the first element, of the page's first ones, that holds these words and no others."""
    for line in () if page.body is None else islice(page.body.iter(*_LINES), _MOST_LINES):
        if line.text and normalised(line.text).lower() == words == text_of(line).lower():
            return line
    return None
