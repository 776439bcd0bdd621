"""
Writes a Cyrillic word with Cyrillic letters throughout.

A Latin "i" in «Украiна» looks right; a voice breaks the word in two or spells it, and no search finds it.
Only a word whose other letters are Cyrillic, and more than half, is mended, and only where each
Latin letter has a twin.

Before:

    <p>Рiшення мiської ради про Cтеповець</p>

After:

    <p>Рішення міської ради про Степовець</p>

Leaves alone:

    <p>Заява у форматі PDF, e-mail: rada@town.example, COVID-19, kВт</p>

    <p>PDFфайл, www.мiсто.example, код АА123I</p>

    <code>мiсто</code>

See: https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetText
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.letters import letters
from a11y_proxy.rewrite.html.rule import rule

_CLASSES = re.compile(rb"CL|LC")
_WORD = re.compile(r"(?<![\w@/.:\\#&=%-])[^\W\d_]{3,}(?![\w@/\\=%-]|[.:]\w)")
TWINS = str.maketrans("aceiopxyABCEHIKMOPTX", "асеіорхуАВСЕНІКМОРТХ")
"""Latin letters, each with the Cyrillic one that looks the same."""


@rule(criterion="3.1.2", selects="body, a11y-fragment")
def lookalike_letters(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body:
        return
    for place, which, text in page.ask(letters).holding(_CLASSES):
        mended = _WORD.sub(_mended, text)
        if mended != text:
            yield SetText(place, which, mended, why="Latin letters stood in a Cyrillic word")


def _mended(found: re.Match[str]) -> str:
    word = found[0]
    strangers = sum(map(str.isascii, word))
    mended = word.translate(TWINS)
    return mended if 0 < 2 * strangers < len(word) and not any(map(str.isascii, mended)) else word
