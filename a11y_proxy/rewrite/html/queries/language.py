"""Tells the language of a page: as it declares, unless its words prove otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.elements import OURS
from a11y_proxy.rewrite.html.index import AUTHORS
from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.content import content_of
from a11y_proxy.rewrite.html.queries.wholetext import has_cyrillic, octets_of, whole_octets
from a11y_proxy.rewrite.html.queries.written import (
    Evidence,
    evidence_by_element,
    evidence_within,
    is_mostly_english,
)

_LETTERS = {"uk": "іїєґІЇЄҐ", "ru": "ыэёЫЭЁ"}
_SMALL_WORDS = (b" the ", b" and ", b" of ")
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
NEVER_CYRILLIC = frozenset({"en", "de", "fr", "pl", "es", "it", "cs", "sk", "hu", "ro", "tr"})

# No language has this code: sites write the country for the language.
_NO_LANGUAGE = frozenset({"ua"})
_MARGIN = 10
_SIGNS = 3
_SIGNS_AGAINST = 20
"""Letters that prove another language than the declared one."""


def declared_language(element: Element) -> str | None:
    """Gives the `lang` of the element as a language tag (BCP 47); None where it is no such thing."""
    written = element.get("lang")
    if not written:
        return None
    return _as_tag(written)


@lru_cache(maxsize=256)
def _as_tag(written: str) -> str | None:
    tag = written.strip().replace("_", "-")
    known = _TAG.fullmatch(tag) and tag.partition("-")[0].lower() not in _NO_LANGUAGE
    return tag if known else None


def primary(tag: str) -> str:
    """Gives the language of a tag without its script and region."""
    return tag.partition("-")[0].lower()


def has_signs_beside(spoken: str, page: Page) -> bool:
    """Says whether a first look at the page shows signs of another language than this."""
    return any(count >= _SIGNS for name, count in page.ask(signs).items() if name != spoken)


def page_language(page: Page) -> str | None:
    """
    Gives the language of a page: as declared, unless its letters prove otherwise.

    What Content-Language said counts last, and a list of languages there is the audience's, not the
    text's (RFC 9110 §8.5), and proves nothing.
    """
    declared = declared_language(page.root)
    if declared is not None:
        return _contradiction(page, declared) or declared
    header = (page.header_language or "").strip()
    proved = _english(page) or _written(page, _SIGNS)
    return proved or (header if _TAG.fullmatch(header) else None)


@reads(AUTHORS)
def signs(page: Page) -> Mapping[str, int]:
    """Gives how many signs of each language the authors' text has: a quick first look at the page."""
    found = _signs_in(page.ask(whole_octets))
    body = page.root if page.body is None else page.body
    several = sum(count >= _SIGNS for count in found.values()) > 1
    scripts = (
        body.iter("script", "style") if several else ()
    )  # else it does not matter whose they are
    for element in (*scripts, *filter(_is_outermost_in_body, page.index.having(OURS))):
        found.subtract(_signs_in(octets_of(element)))
    return found


def _is_outermost_in_body(element: Element) -> bool:
    around = element.getparent()
    return around is not None and around.tag != "head" and around.get(OURS) is None


def _signs_in(raw: bytes) -> Counter[str]:
    letters = raw.decode() if has_cyrillic(raw) else ""
    found = Counter({name: sum(map(letters.count, own)) for name, own in _LETTERS.items()})
    found["en"] = sum(map(raw.count, _SMALL_WORDS))
    return found


def _written(page: Page, enough: int) -> str | None:
    """
    Gives "uk" or "ru" where the letters of the text leave no doubt, else None.

    Ten letters for each one of the other: a quotation does not count, and Belarusian, which has
    letters of both, is neither.
    """
    counts = page.ask(signs)
    for name, other in (("uk", "ru"), ("ru", "uk")):
        if counts[name] >= enough and counts[name] >= _MARGIN * counts[other]:
            return name
    return None


def _english(page: Page) -> str | None:
    """Gives "en" where the content is English, whatever the menus around it are in."""
    if page.ask(signs)["en"] < _SIGNS:
        return None
    content = content_of(page)
    region = page.body if content is None else content
    if region is None:
        return None
    evidence = evidence_within(region, page).get(region, Evidence())
    return "en" if is_mostly_english(evidence) else None


def _contradiction(page: Page, declared: str) -> str | None:
    language = primary(declared)
    written = _written(page, _SIGNS_AGAINST)
    if language in _LETTERS:
        return _english(page) or (None if written == language else written)
    if language not in NEVER_CYRILLIC or written is None or page.body is None:
        return None
    whole = page.ask(evidence_by_element)[page.body]
    return written if whole.cyrillic > 9 * whole.latin else None
