"""
Finds what the page calls the same address elsewhere.

News lists link a picture and its headline to one page: the headline says what the picture links to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.elements import OURS
from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.text import text_of

# Words that name nothing without what stands around them.
_AMBIGUOUS = frozenset({
    "детальніше", "докладніше", "далі", "читати далі", "тут", "сюди", "переглянути", "відкрити",
    "подробнее", "далее", "читать далее", "здесь", "more", "read more", "here", "details", "open",
})  # fmt: skip


def words_elsewhere(link: Element, page: Page) -> str:
    """Gives the words of another link to the same address; "" where there is none."""
    return next(_words(twins(link, page)), "")


def twins(link: Element, page: Page) -> list[Element]:
    """Gives the other links to the same address."""
    address = _address(link, page)
    links = page.ask(_links_by_address).get(address, ()) if address else ()
    return [other for other in links if other is not link]


def _words(links: Iterable[Element]) -> Iterator[str]:
    for link in links:
        # a notice of ours names what we do, not where it leads
        words = "" if link.get(OURS) is not None else text_of(link)
        if words and words.lower().strip(" .…»›>→") not in _AMBIGUOUS:
            yield words


@reads("a", "href")
def _links_by_address(page: Page) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    for link in page.root.iter("a"):
        found.setdefault(_address(link, page), []).append(link)
    return found


def _address(link: Element, page: Page) -> str:
    address = (link.get("href") or "").strip()
    if not address or address.lower().startswith(("#", "javascript:")):
        return ""
    return address.removeprefix(page.site.origin) or "/"
