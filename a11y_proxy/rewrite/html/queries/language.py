"""
Tells the language of a page from what it declares and from the letters that it uses.

Letters are evidence only where a language has them to itself: Ukrainian і ї є ґ, Russian ы э ё.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.text import text_of

_LETTERS = {"uk": "іїєґІЇЄҐ", "ru": "ыэёЫЭЁ"}
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
_NEVER_CYRILLIC = frozenset({"en", "de", "fr", "pl", "es", "it", "cs", "sk", "hu", "ro", "tr"})

# No language has this code: sites write the country for the language.
_NO_LANGUAGE = frozenset({"ua"})
_ENOUGH = 20


def declared_language(element: Element) -> str | None:
    """Gives the `lang` of the element as a language tag (BCP 47); None where it is no such thing."""
    written = element.get("lang")
    if not written:
        return None
    tag = written.strip().replace("_", "-")
    known = _TAG.fullmatch(tag) and tag.partition("-")[0].lower() not in _NO_LANGUAGE
    return tag if known else None


def written_language(root: Element, enough: int = 3) -> str | None:
    """
    Gives "uk" or "ru" where the letters of the text leave no doubt, else None.

    At least `enough` letters of that language, and ten for each one of the other: a quotation
    does not count, and Belarusian, which has letters of both, is neither.
    """
    body = root.find("body")
    raw = etree.tostring(root if body is None else body, method="text", encoding="utf-8")
    if raw.isascii():
        return None
    counts = _counts(raw)
    for name, other in (("uk", "ru"), ("ru", "uk")):
        if counts[name] >= enough and counts[name] >= 10 * counts[other]:
            return name
    return None


@lru_cache(maxsize=1)  # a page is asked twice in a row: before its rules, and by the first of them
def _counts(text: bytes) -> Mapping[str, int]:
    letters = text.decode()
    return {name: sum(map(letters.count, own)) for name, own in _LETTERS.items()}


def page_language(root: Element, header: str | None) -> str | None:
    """
    Gives the language of a page: as declared, unless its letters prove otherwise.

    `header` is what Content-Language said; a list of languages there is the audience's, not the
    text's (RFC 9110 §8.5), and proves nothing.
    """
    declared = declared_language(root)
    if declared is not None:
        return _contradiction(root, declared) or declared
    written = written_language(root)
    return written or (header if header and _TAG.fullmatch(header.strip()) else None)


def _contradiction(root: Element, declared: str) -> str | None:
    primary = declared.partition("-")[0].lower()
    if primary not in _NEVER_CYRILLIC and primary not in _LETTERS:
        return None
    written = written_language(root, _ENOUGH)
    if written in {primary, None}:
        return None
    if primary in _LETTERS:
        return written
    words = text_of(root)
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in words)
    return written if cyrillic > 0.9 * sum(map(str.isalpha, words)) else None
