"""
Says beforehand that a link opens a file, and of which type.

A document in another program costs time and money on a telephone, and a screen reader may not read
it at all. The type stands in the address, another language in the link; a size stays where the page
states it.

Before:

    <a href="/files/budget.pdf">The budget</a>

After:

    <a href="/files/budget.pdf">The budget<span class="a11y-hint" data-a11y-ui=""> (PDF)</span></a>

Leaves alone:

    <a href="/files/budget.pdf">The budget, PDF, 2 MB</a><a href="/files/budget.pdf">The budget</a> (pdf)

    <a href="/files/budget.doc">budget.doc</a><a href="/files/budget.xls" title="Excel, 20 KB">The budget</a>

    <a href="/budget.html">The budget</a><a href="/photo.jpg">The bridge</a><a href="/pdf/">PDF files</a>

    <a href="/files/budget.pdf"></a><p hidden><a href="/files/budget.pdf">The budget</a></p>

See: https://www.w3.org/WAI/WCAG22/Techniques/general/G91
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Insert, SetAttribute
from a11y_proxy.rewrite.html.elements import ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.file import linked_files
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.name import says_words
from a11y_proxy.rewrite.html.queries.wording import IN_LANGUAGE
from a11y_proxy.rewrite.html.rule import rule

_WORD, _SHEET, _SLIDES = "doc|word|ворд", "xls|excel|ексель", "ppt|powerpoint"
_TYPES = {
    "pdf": "pdf|пдф", "doc": _WORD, "docx": _WORD, "odt": "odt", "rtf": "rtf", "txt": "txt",
    "xls": _SHEET, "xlsx": _SHEET, "ods": "ods", "csv": "csv", "ppt": _SLIDES, "pptx": _SLIDES,
    "odp": "odp", "epub": "epub", "zip": "zip|архів|архив|archive", "rar": "rar|архів|архив|archive",
    "7z": "7z|архів|архив|archive", "mp3": "mp3|аудіо|аудио|audio", "mp4": "mp4|відео|видео|video",
}  # fmt: skip
"""By the ending of an address: the words by which people know the type."""

_NEAR = 40
"""Characters beside a link in which its type may stand."""

_PIECES = 4
_WHY = "The link opens a file and did not say of which type"


@rule(criterion="2.4.4", selects="body, a11y-fragment")
def file_link(_element: Element, page: Page) -> Iterator[Edit]:
    for link, ending in page.ask(linked_files).items():
        if (words := _TYPES.get(ending)) is not None and _is_untold(link, words, page):
            yield from _told(link, ending.upper(), page)


def _is_untold(link: Element, words: str, page: Page) -> bool:
    if not _has_path(link) or not says_words(link):
        return False
    return not (re.search(words, _said(link), re.IGNORECASE) or out_of_reach(link, page))


def _told(link: Element, kind: str, page: Page) -> Iterator[Edit]:
    language = _foreign(link, page)
    hint = f"({kind}, {page.say(language)})" if language else f"({kind})"
    label = link.get("aria-label")
    if label and not link.get("aria-labelledby"):
        yield SetAttribute(link, "aria-label", f"{label} {hint}", why=_WHY)
    yield Insert(link, ours("span", f" {hint}", class_="a11y-hint"), "last", why=_WHY)


def _foreign(link: Element, page: Page) -> str:
    """Gives the phrase for the file's language where the link states another than the page's."""
    stated = (link.get("hreflang") or "").strip().partition("-")[0].lower()
    return "" if stated == page.language.partition("-")[0].lower() else IN_LANGUAGE.get(stated, "")


def _has_path(link: Element) -> bool:
    """Whether the ending is of a path: a host may end in one, too."""
    try:
        return len(urlsplit(link.get("href") or "").path) > 1
    except ValueError:
        return False


def _said(link: Element) -> str:
    """Gives the words in and around the link that may say its type."""
    behind = link.getnext()
    beside = "" if behind is None or not isinstance(behind.tag, str) else _beginning(behind)
    return " ".join(
        (
            *link.itertext(),
            link.get("title") or "",
            link.get("aria-label") or "",
            (link.tail or "")[:_NEAR],
            beside[:_NEAR],
        )
    )


def _beginning(element: Element) -> str:
    return "".join(islice(element.itertext(), _PIECES))
