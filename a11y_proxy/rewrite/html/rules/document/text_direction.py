"""
Lets what is written from right to left be read and laid out so.

Arabic or Hebrew without a direction has its full stops at the wrong end, and its tables and lists at
the wrong side; braille and speech follow the order of the text.

Before:

    <p lang="ar">مرحبا بكم في المدينة.</p>

After:

    <p lang="ar" dir="rtl">مرحبا بكم في المدينة.</p>

Leaves alone:

    <p lang="ar" dir="auto">مرحبا بكم في المدينة.</p>

    <div dir="rtl"><p lang="he">שלום לכולם</p></div>

    <p lang="ar-Latn">Marhaba</p><p lang="ar">Marhaba</p>

    <p lang="uk">Вітаємо</p>

See: https://www.w3.org/International/questions/qa-html-dir
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.language import primary
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.rule import rule

_RIGHT_TO_LEFT = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"}
)


@rule(criterion="1.3.2", selects="[lang]")
def text_direction(element: Element, _page: Page) -> Iterator[Edit]:
    if primary(element.get("lang") or "") not in _RIGHT_TO_LEFT:
        return
    if element.get("dir") or any(around.get("dir") for around in element.iterancestors()):
        return
    letters = [letter for letter in text_of(element) if letter.isalpha()]
    if sum("\u0590" <= letter <= "\u08ff" for letter in letters) * 2 > len(letters):
        why = "The text is written from right to left, and did not say so"
        yield SetAttribute(element, "dir", "rtl", why=why)
