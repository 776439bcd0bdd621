"""
Takes away keys that a page gives to its links and that belong to somebody else.

Alt with a letter opens a menu of the browser, another one in each browser and language, or a command of
a screen reader: there no letter is safe. Digits are free; of two elements with one key, the first keeps it.

Before:

    <a href="/" accesskey="h">Home</a><a href="/news" accesskey="2">News</a><a href="/map" accesskey="2">Map</a>

After:

    <a href="/">Home</a><a href="/news" accesskey="2">News</a><a href="/map">Map</a>

Leaves alone:

    <a href="/" accesskey="1">Home</a><a href="/news" accesskey="2">News</a><input accesskey="/" title="Search">

    <a href="/" accesskey="">Home</a>

    <a href="/" accesskey="Home">Home</a>

See: https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, RemoveAttribute, SetAttribute
from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.rule import rule

_KEYED = ("a", "area", "button", "input", "label", "legend", "select", "textarea")
"""Elements that HTML 4 gave keys to; a page that has them on others has a script for them."""

_WHY = "The key belongs to the browser, or to another link of the page"


@rule(criterion="2.1.4", selects=", ".join(f"{tag}[accesskey]" for tag in _KEYED))
def access_key(element: Element, page: Page) -> Iterator[Edit]:
    written = (element.get("accesskey") or "").split()
    kept = [key for key in written if _is_free(key) and page.ask(_owners).get(key) is element]
    if kept == written:
        return
    if kept:
        yield SetAttribute(element, "accesskey", " ".join(kept), why=_WHY)
    else:
        yield RemoveAttribute(element, "accesskey", why=_WHY)


def _is_free(key: str) -> bool:
    # HTML §6.7: what is longer than one character is no key
    return len(key) != 1 or not key.isalpha()


@reads("accesskey")
def _owners(page: Page) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for element in page.index.having("accesskey"):
        for key in (element.get("accesskey") or "").split():
            found.setdefault(key, element)
    return found
