"""Says what is known of a picture, and what its text alternative is worth."""

from __future__ import annotations

import re
from posixpath import basename
from urllib.parse import unquote, urljoin, urlsplit

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.service import SERVICES
from a11y_proxy.rewrite.html.queries.text import normalised

_SPACER = re.compile(
    r"(?:spacer|blank|pixel|transparent|transp|clear|shim|empty|1x1|px)\d*", re.IGNORECASE
)
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|avif|pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|zip|rar)",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(
    r"[\d\s._-]+|[a-z0-9]+(?:_[a-z0-9]+)+"
    r"|(?:img|image|images|dscn?|dscf|photo|foto|pic|picture|screenshot|icon|alt|null|undefined)"
    r"[\s_-]*\d*",
    re.IGNORECASE | re.ASCII,
)
_KNOWN_NAMES = frozenset(name.lower() for name in SERVICES.values())


def address_of(image: Element) -> str:
    """Gives the address of a picture as written, a lazily loaded one's too; "" for none."""
    for name in ("data-src", "data-original", "data-lazy-src"):
        if value := image.get(name):
            return value.strip()
    return (image.get("src") or "").strip()


def operators_alt(image: Element, page: Page) -> str:
    """Gives the alternative that the operator wrote for this picture; "" for none."""
    address = address_of(image)
    alts = page.site.alts
    if not alts or not address:
        return ""
    return alts.get(address) or alts.get(_absolute(page.url, address)) or ""


def is_spacer(image: Element) -> bool:
    """Says whether the picture only takes room: at most two pixels, or a spacer's file name."""
    width, height = side(image, "width"), side(image, "height")
    if width is not None and height is not None and max(width, height) <= 2:
        return True
    return bool(_SPACER.fullmatch(stem(image))) and address_of(image).lower().endswith(
        (".gif", ".png")
    )


def says_nothing(alt: str, image: Element) -> bool:
    """Says whether an alternative is a file's or a variable's name, which nobody understands."""
    words = normalised(alt)
    if words.lower() in _KNOWN_NAMES:
        return False
    if is_file_name(words) or _IDENTIFIER.fullmatch(words):
        return True
    return words.isascii() and words.islower() and words == stem(image).lower()


def is_file_name(words: str) -> bool:
    """Says whether the words are one word with the ending of a file."""
    return bool(_FILE_NAME.fullmatch(words))


def stem(image: Element) -> str:
    """Gives the picture's file name without its ending."""
    try:
        path = urlsplit(address_of(image)).path
    except ValueError:
        return ""
    return basename(unquote(path)).rpartition(".")[0]


def side(image: Element, name: str) -> float | None:
    """Gives the `width` or `height` attribute in CSS pixels; None for none or a percentage."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*", image.get(name) or "")
    return float(found[1]) if found else None


def _absolute(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address
