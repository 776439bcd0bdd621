"""Knows a picture again: the same one, in the same place, may have its words on another page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import page_urls
from a11y_proxy.rewrite.html.queries.picture import address_of, says_nothing
from a11y_proxy.rewrite.html.queries.text import normalised

_MOST = 32
"""Pictures of one page."""
_LONGEST = 300
"""Characters of an address and of a text; what is longer is no banner that a site repeats."""


def described_elsewhere(image: Element, page: Page) -> str:
    """Gives the words that other pages of the site have for this picture; "" for none."""
    alts = page.known.alts
    return alts.get(_key(image, page), "") if alts else ""


def described(page: Page) -> tuple[tuple[str, str], ...]:
    """Gives the key and the words of each picture that the page describes."""
    return tuple(islice(_described(page), _MOST))


def _described(page: Page) -> Iterator[tuple[str, str]]:
    for image in page.root.iter("img"):
        words = normalised(image.get("alt"))
        if 0 < len(words) <= _LONGEST and not says_nothing(words, image):
            key = _key(image, page)
            if 0 < len(key) <= _LONGEST:
                yield key, words


def _key(image: Element, page: Page) -> str:
    # In a link the words say where it leads: the same picture in another link is not the same.
    link = next(image.iterancestors("a"), None)
    target = _address(link.get("href") or "", page) if link is not None else ""
    address = _address(address_of(image), page)
    return f"{address} {target}".strip() if address else ""


def _address(written: str, page: Page) -> str:
    if not written or written[:5].lower() == "data:":
        return ""
    urls = page.ask(page_urls)
    rooted = written[0] == "/" != written[1:2] and not urls.abroad
    return (written if rooted else urls.map(urls.absolute(written))).partition("#")[0]
