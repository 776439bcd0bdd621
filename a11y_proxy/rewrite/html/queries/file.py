"""Finds the links that open files, and says of which type these are."""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page, reads

SOUNDS = frozenset({"mp3", "wav", "ogg", "m4a", "aac", "wma", "mid"})
"""Endings of files that are only heard."""

_ENDINGS = SOUNDS | {
    "pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp",
    "epub", "zip", "rar", "7z", "mp4",
}  # fmt: skip
_LONGEST = 8


@reads("a", "href")
def linked_files(page: Page) -> dict[Element, str]:
    """Gives the links to files that are no pages, each with the ending of its address."""
    found: dict[Element, str] = {}
    for link in page.index.having("href"):
        _, dot, rest = (link.get("href") or "").rpartition(".")
        if dot and not rest.startswith("htm"):
            ending = rest[:_LONGEST].partition("?")[0].partition("#")[0].strip().lower()
            if ending in _ENDINGS and link.tag == "a":
                found[link] = ending
    return found
