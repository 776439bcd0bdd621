"""
Explains an abbreviation by the words that the page itself gives for it.

Who goes to a paragraph in the middle of a page meets «ГУНП» without ever having heard what it is. Words count
as an explanation only where they stand right before the abbreviation in brackets and begin with its
letters, one after the other; the operator's list counts everywhere.

Before:

    <p>Керівництво Головного управління Національної поліції (ГУНП) було присутнє.</p><p>До ГУНП також завітали офіцери.</p>

After:

    <p>Керівництво Головного управління Національної поліції (ГУНП) було присутнє.</p><p>До <abbr title="Головного управління Національної поліції">ГУНП</abbr> також завітали офіцери.</p>

Leaves alone:

    <p>Голова ОТГ прибув. До ОТГ увійшли села.</p>

    <p>Рішення схвалено (ДСТУ). За ДСТУ так і є.</p>

    <p>Відділ освіти (ВО), ВО-12, <abbr title="x">ВО</abbr></p>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H28
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, WrapText
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.letters import exact_elements, texts
from a11y_proxy.rewrite.html.queries.wholetext import whole_text
from a11y_proxy.rewrite.html.rule import rule

_IN_BRACKETS = re.compile(r"\(([А-ЯІЇЄҐA-Z]{2,8})\)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PARTICLES = frozenset(
    {"і", "й", "та", "з", "із", "в", "у", "на", "по", "до", "при", "для", "of", "and", "the", "for"}
)
_FARTHEST = 300
"""Characters before an abbreviation in which its words are looked for."""

_WHY = "The page says what the abbreviation stands for"


@rule(criterion="3.1.4", selects="body, a11y-fragment")
def abbreviation(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body:
        return
    known = dict(page.site.abbreviations)
    names = known.keys() | _defined_in(page.ask(whole_text))
    if not names:
        return
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
    exact = {inside for outer in exact_elements(page) for inside in outer.iter()}
    exact.update(element.iter("abbr", "acronym", "dfn", "option", "title"))
    for place, which, text in texts(element, exact):
        if not any(map(text.__contains__, names)):
            continue
        for start, end, words in reversed(list(_uses(text, pattern, known))):
            theirs = text[start:end] in page.site.abbreviations
            why = "The operator explained this abbreviation" if theirs else _WHY
            yield WrapText(place, which, start, end, around("abbr", title=words), why=why)


def _defined_in(whole: str) -> set[str]:
    return {
        found[1]
        for found in _IN_BRACKETS.finditer(whole)
        if _words_before(whole[max(0, found.start() - _FARTHEST) : found.start()], found[1])
    }


def _uses(
    text: str, pattern: re.Pattern[str], known: dict[str, str]
) -> Iterator[tuple[int, int, str]]:
    """Gives where a known abbreviation stands, and its words; learns what the text defines."""
    for found in pattern.finditer(text):
        name = found[0]
        in_brackets = text[: found.start()].endswith("(") and text[found.end() :].startswith(")")
        words = _words_before(text[: found.start() - 1], name) if in_brackets else ""
        if words:
            known.setdefault(name, words)
        elif name in known:
            yield found.start(), found.end(), known[name]


def _words_before(text: str, letters: str) -> str:
    """Gives the last words of a text if they begin with the letters, particles aside; else ""."""
    left, start = letters, len(text)
    for word in reversed(list(_WORD.finditer(text[-_FARTHEST:]))):
        if not left:
            break
        if word[0].upper().startswith(left[-1]):
            left = left[:-1]
            start = word.start() + max(0, len(text) - _FARTHEST)
        elif word[0] not in _PARTICLES:
            return ""
    return " ".join(text[start:].split()) if not left else ""
