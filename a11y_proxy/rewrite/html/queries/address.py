"""Says where the addresses of a page lead, and what one may become when we make a link of it."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from a11y_proxy.core.urlmap import UrlMap
from a11y_proxy.rewrite.html.page import Page

_PATH = re.compile(r"[/?#]")
_GOES = re.compile(
    r"\s*(?:window\.|document\.|self\.|top\.)?location(?:\.href)?\s*=\s*(['\"])([^'\"\\]+)\1\s*;?\s*"
)


def page_urls(page: Page, query_encoding: str = "utf-8") -> UrlMap:
    """
    Gives the map of the page's addresses; its base is the page's first `<base href>`.

    `query_encoding` is that of the addresses in attributes; those in style sheets are read in UTF-8.
    """
    bases = (element.get("href") for element in page.root.iter("base"))
    base = next((base for base in bases if base is not None), None)
    return UrlMap(page.site, page.url, base, query_encoding)


def is_place(address: str) -> bool:
    """
    Says whether the address is a place on the web: relative, or http(s).

    What a browser loads by itself it never runs; as a link, `javascript:` would. Browsers read past
    controls and line breaks in a scheme, so only what is plainly a place counts as one.
    """
    before = _PATH.split(address, maxsplit=1)[0]
    return ":" not in before or before.strip().lower() in {"http:", "https:"}


def place_opened(code: str) -> str:
    """Gives the place that a piece of script opens while it does nothing else; "" for any other."""
    goes = _GOES.fullmatch(code)
    return goes[2] if goes and is_place(goes[2]) else ""


def is_home(link: Element, page: Page) -> bool:
    """Says whether the link leads to the site's first page."""
    address = (link.get("href") or "").strip()
    return address in {"/", page.site.origin, f"{page.site.origin}/"}
