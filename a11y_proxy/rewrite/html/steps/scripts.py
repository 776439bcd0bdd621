"""Keeps the page's own scripts with us where they write the site's address into themselves."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from a11y_proxy.rewrite.html.page import Page

# Statements about the site, not addresses to go to: the site stays who it is.
_ABOUT_THE_SITE = frozenset({"application/ld+json"})


def scripts(page: Page) -> None:
    r"""
    Makes the site's absolute address root-relative inside inline scripts and JSON.

    Only where it opens a quoted string and a slash or the closing quote follows, plain or with
    `\/` as JSON writes it: what a browser would refuse as cross-origin then comes to us. Nothing
    else in a script is touched.
    """
    pattern = _address(page.site.origin, *page.site.aliases)
    for script in page.root.iter("script"):
        text = script.text
        if text and script.get("type", "").lower() not in _ABOUT_THE_SITE and pattern.search(text):
            script.text = pattern.sub(r"\1", text)


@lru_cache
def _address(*origins: str) -> re.Pattern[str]:
    hosts = "|".join(re.escape(urlsplit(origin).netloc) for origin in origins)
    return re.compile(rf"""(["'`])(?:https?:)?\\?/\\?/(?:{hosts})(?=\\?/|\1)""", re.IGNORECASE)
