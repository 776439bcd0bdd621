"""The site's own address inside the strings of scripts, data and escaped markup."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from urllib.parse import urlsplit

from a11y_proxy.core.site import Site


def in_strings(text: str, site: Site, place: str = "") -> str:
    r"""
    Gives the text with the site's absolute address made root-relative, or one at our `place`.

    Only where it opens a quoted string and a slash or the closing quote follows, plain or with
    `\/` as JSON writes it: what a browser would refuse as cross-origin then comes to us. Nothing
    else is touched. Alone, the address becomes `/.`, which leads to the root with any path behind it:
    nothing at all would be the page itself, and with a path of two slashes another host.
    """
    return _address(site.origin, *site.aliases).sub(partial(_placed, place), text)


def names(site: Site, body: bytes) -> bool:
    """Says whether the host of the site stands anywhere in the bytes; where not, nothing is to be mapped."""
    lower = body.lower()
    return any(urlsplit(origin).netloc.encode() in lower for origin in (site.origin, *site.aliases))


def _placed(place: str, found: re.Match[str]) -> str:
    quote, slash, end = found["quote"], found["slash"], found["end"]
    root = f"{slash}." if end == quote else ""
    return f"{quote}{place or root}{end}"


@lru_cache
def _address(*origins: str) -> re.Pattern[str]:
    hosts = "|".join(re.escape(urlsplit(origin).netloc) for origin in origins)
    return re.compile(
        rf"""(?P<quote>["'`])(?:https?:)?(?P<slash>\\?/)\\?/(?:{hosts})(?P<end>\\?/|(?P=quote))""",
        re.IGNORECASE,
    )
