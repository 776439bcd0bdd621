"""
Joins the letters of a word that was spread with spaces.

A voice reads «В И Р І Ш И Л А» letter by letter, and no search finds the word. A row of letters is a word
if they are Cyrillic, all capitals or all small, one space apart, at least four, with a vowel, and in no
alphabetical order.

Before:

    <p align="center"><b>В И Р І Ш И Л А :</b></p><p>С О Р О К &nbsp; П Е Р Ш А &nbsp; сесія</p>

After:

    <p align="center"><b>ВИРІШИЛА :</b></p><p>СОРОК &nbsp; ПЕРША &nbsp; сесія</p>

Leaves alone:

    <p>А Б В Г Ґ Д Е Є Ж З</p>

    <p>Вона є і в тих, хто не з нас.</p>

    <pre>П Р О Т О К О Л</pre>

See: https://www.w3.org/WAI/WCAG22/Techniques/failures/F32
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetText
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.letters import letters
from a11y_proxy.rewrite.html.rule import rule

_CLASSES = re.compile(rb"(?<![CL])C C C C")
_SPREAD = re.compile(r"(?<!\S)[^\W\d_](?>[ \u00a0][^\W\d_](?!\w))++(?!\w|[’'-]|[ \u00a0]\w)")
_VOWELS = re.compile("[аеєиіїоуюяыэё]", re.IGNORECASE)
_ORDER = "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя"
_SHORTEST, _LONGEST = 4, 16


@rule(criterion="1.3.2", selects="body, a11y-fragment")
def spaced_word(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body:
        return
    for place, which, text in page.ask(letters).holding(_CLASSES):
        joined = _SPREAD.sub(_joined, text)
        if joined != text:
            yield SetText(place, which, joined, why="The letters of a word were spread with spaces")


def _joined(found: re.Match[str]) -> str:
    word = "".join(found[0].split())
    if not (_SHORTEST <= len(word) <= _LONGEST and (word.isupper() or word.islower())):
        return found[0]
    places = list(map(_ORDER.find, word.lower()))
    cyrillic = not any(map(str.isascii, word))
    return word if cyrillic and places != sorted(places) and _VOWELS.search(word) else found[0]
