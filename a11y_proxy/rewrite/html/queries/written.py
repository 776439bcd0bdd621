"""
Tells in which language words are written: Ukrainian, Russian or English, and else none.

Evidence is what a language has to itself: the letters і ї є ґ, the letters ы э ё, the small words
that every English sentence is full of. Belarusian, which has letters of both, has no и.

Libraries that know a hundred languages were weighed. The best (py3langid) is as seldom wrong, and tells
more of single sentences, but it brings numpy into every worker, seventy megabytes, and takes five
times as long; what is marked here are paragraphs, menus and quotations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from operator import add, sub
from typing import NamedTuple

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.elements import OURS
from a11y_proxy.rewrite.html.index import AUTHORS
from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.hidden import UNRENDERED

LANGUAGES = frozenset({"uk", "ru", "en"})
"""The languages whose signs are known."""

_CODE = "cp1251"
_UKRAINIAN = "іїєґ".encode(_CODE)
_RUSSIAN = "ыэё".encode(_CODE)
_IN_BOTH = "и".encode(_CODE)
_OTHER = "ђѓѕјљњћќўџ".encode(_CODE)
"""Cyrillic letters of neither language: those of Belarusian, Serbian and others."""
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъьюя".encode(_CODE) + _UKRAINIAN + _RUSSIAN + _OTHER
_LATIN = bytes(range(ord("a"), ord("z") + 1))
_FAR_CYRILLIC = re.compile("[\u0460-\u048f\u0492-\u04ff\u0450\u045d]")
"""Those that the code page has not: Kazakh, Tatar and others."""
_FAR_LATIN = re.compile("[\u00c0-\u024f]")
_SMALL_WORDS = (
    "an", "and", "are", "be", "by", "can", "from", "have", "if", "not", "or", "that", "the", "this", "to",
    "which", "will", "with", "you", "your",
)  # fmt: skip
_INITIALS = "".join(sorted({word[0] for word in _SMALL_WORDS}))
_ENGLISH = re.compile(
    rf"[{_INITIALS}](?<!\w.)(?:{'|'.join(f'{word[1:]}(?<={word})' for word in _SMALL_WORDS)})\b"
)
"""One of these words; begun with its letter, which is skimmed for, as a boundary is not."""
_SILENT = (UNRENDERED - {"noscript"}) | {"code", "pre", "samp", "kbd", "textarea", "svg"}

_ENOUGH_LETTERS = 40
_ENOUGH_SIGNS = 2
_MARGIN = 10
"""For each sign of another language there must be this many."""
_RAREST = {"uk": 60, "ru": 120, "en": 40}
"""The most letters for each sign. Running text has one in about 12, 40 and 15."""
_MOST = 0.8


class Evidence(NamedTuple):
    """How many letters there are, и, letters of further languages, and signs of each known one."""

    latin: int = 0
    cyrillic: int = 0
    common: int = 0
    other: int = 0
    uk: int = 0
    ru: int = 0
    en: int = 0

    def and_of(self, other: Evidence) -> Evidence:
        """Gives the evidence of both."""
        return Evidence._make(map(add, self, other)) if any(self) else other

    def without(self, other: Evidence) -> Evidence:
        """Gives this evidence without that of a part."""
        return Evidence._make(map(sub, self, other))

    def signs(self) -> Mapping[str, int]:
        """Gives the signs of each language that there is enough of to speak of."""
        counts = {"uk": self.uk, "ru": self.ru, "en": self.en}
        return {name: count for name, count in counts.items() if count >= _ENOUGH_SIGNS}


def evidence_in(text: str) -> Evidence:
    """Gives the evidence of a text."""
    lower = text.lower()
    coded = lower.encode(_CODE, "ignore")  # bytes are counted five times as fast
    far_latin = far_cyrillic = 0
    if len(coded) < len(lower):
        far_latin = len(_FAR_LATIN.findall(lower))
        far_cyrillic = len(_FAR_CYRILLIC.findall(lower))
    latin = far_latin + _count(coded, _LATIN)
    english = len(_ENGLISH.findall(lower)) if latin else 0
    if coded.isascii() and not far_cyrillic:
        return Evidence(latin=latin, en=english)
    return Evidence(
        latin=latin,
        cyrillic=far_cyrillic + _count(coded, _CYRILLIC),
        common=_count(coded, _IN_BOTH),
        other=far_cyrillic + _count(coded, _OTHER),
        uk=_count(coded, _UKRAINIAN),
        ru=_count(coded, _RUSSIAN),
        en=english,
    )


def _count(coded: bytes, letters: bytes) -> int:
    return len(coded) - len(coded.translate(None, letters))


# menus and labels come again on every page
_remembered = lru_cache(maxsize=4096)(evidence_in)
_SHORT = 100


def _of_text(text: str) -> Evidence:
    return _remembered(text) if len(text) <= _SHORT else evidence_in(text)


def is_mostly_english(evidence: Evidence) -> bool:
    """Says whether most of the words are English, a few of another language among them or not."""
    letters = evidence.latin + evidence.cyrillic
    dense = _ENOUGH_LETTERS <= letters <= _RAREST["en"] * evidence.en
    return dense and evidence.latin >= _MOST * letters


def language_of(evidence: Evidence) -> str | None:
    """Gives the language of which the evidence leaves no doubt; None for all others, or too little."""
    letters = evidence.latin + evidence.cyrillic
    if letters < _ENOUGH_LETTERS:
        return None
    signs = evidence.signs()
    name = max(signs, key=lambda each: signs[each], default="")
    if not name or letters > _RAREST[name] * signs[name]:
        return None
    against = evidence.uk + evidence.ru + evidence.en + evidence.other - signs[name]
    if against > signs[name] / _MARGIN:
        return None
    written = evidence.latin if name == "en" else evidence.cyrillic * bool(evidence.common)
    return name if written >= _MOST * letters else None


def evidence_of(element: Element, page: Page) -> Evidence:
    """Gives the evidence of what is read in one element, without a look at the rest of the page."""
    if len(element) == 0 and element.tag not in _SILENT:
        return evidence_in(element.text or "")
    return page.ask(evidence_by_element).get(element, Evidence())


@reads(AUTHORS)
def evidence_by_element(page: Page) -> Mapping[Element, Evidence]:
    """Gives the evidence of what is read in each element of the page that has any words."""
    return {} if page.body is None else evidence_within(page.body, page)


def evidence_within(region: Element, page: Page) -> Mapping[Element, Evidence]:
    """Gives that of the region and of the elements inside, without a look at the rest of the page."""
    found: dict[Element, Evidence] = {}
    nothing = Evidence()
    ours = set(page.index.having(OURS))
    for element in reversed(tuple(region.iter())):  # children before their parents
        inside = found.get(element, nothing)
        if element.tag in _SILENT or not isinstance(element.tag, str) or element in ours:
            inside = nothing
            found.pop(element, None)
        elif (text := element.text) and not text.isspace():
            inside = found[element] = inside.and_of(_of_text(text))
        if (tail := element.tail) and not tail.isspace():
            inside = inside.and_of(_of_text(tail))
        parent = element.getparent()
        if parent is not None and inside is not nothing:
            found[parent] = found.get(parent, nothing).and_of(inside)
    return found
