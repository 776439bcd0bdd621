"""
Finds what the page calls the same address elsewhere.

News lists link a picture and its headline to one page: the headline says what the picture links to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.elements import OURS
from a11y_proxy.rewrite.html.index import TREE
from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.address import page_urls
from a11y_proxy.rewrite.html.queries.ambiguity import is_ambiguous
from a11y_proxy.rewrite.html.queries.hidden import unseen
from a11y_proxy.rewrite.html.queries.picture import is_file_name
from a11y_proxy.rewrite.html.queries.text import normalised, pieces
from a11y_proxy.rewrite.html.queries.wholetext import text_in

_NO_PLACES = ("#", "javascript:")
_LANGUAGES = frozenset({
    "de", "deu", "en", "eng", "english", "pl", "pol", "ru", "rus", "ua", "uk", "ukr", "рус", "русский",
    "укр", "українська", "англ", "англійська",
})  # fmt: skip
"""Words of links to another language, which name no place."""

_NEAR = 4
"""How many levels above a link its card may be."""

_NEXT = 3
"""How many links before and after it are close by."""

_TOO_WIDE = frozenset(
    {"body", "main", "nav", "ul", "ol", "table", "tbody", "html", "a11y-fragment"}
)


@dataclass(slots=True)
class Links:
    """The page's links that lead somewhere: in order, with their places and addresses."""

    order: list[Element] = field(default_factory=list)
    place: dict[Element, int] = field(default_factory=dict)
    address: dict[Element, str] = field(default_factory=dict)
    by_address: dict[str, list[Element]] = field(default_factory=dict)


@reads("a", "href", "base")
def links_of(page: Page) -> Links:
    """Gives the links of the page."""
    found = Links()
    for link in page.root.iter("a"):
        if address := address_of(link, page):
            found.place[link] = len(found.order)
            found.order.append(link)
            found.address[link] = address
            found.by_address.setdefault(address, []).append(link)
    return found


@reads(TREE)
def link_texts(page: Page) -> dict[Element, str]:
    """Gives all text in each link, as it is written."""
    return {link: text_in(link) if len(link) else link.text or "" for link in page.root.iter("a")}


def address_of(link: Element, page: Page) -> str:
    """Gives where a link leads, the site's own origin left out; "" for what is no other place."""
    address = (link.get("href") or "").strip()
    if address.startswith("/"):
        return address
    if not address or address.lower().startswith(_NO_PLACES):
        return ""
    if ":" not in address.partition("/")[0]:
        address = page.ask(page_urls).absolute(address)
    return address.removeprefix(page.site.origin) or "/"


@reads("base", "href")
def base_of(page: Page) -> str:
    """Gives where an empty address leads: the page, or its `<base href>`."""
    return page_urls(page).absolute("").removeprefix(page.site.origin)


def twins(link: Element, page: Page) -> list[Element]:
    """Gives the other links to the same address."""
    same = page.ask(links_of).by_address.get(address_of(link, page), ())
    return [other for other in same if other is not link]


def words_elsewhere(link: Element, page: Page) -> str:
    """Gives the words of another link to the same address; "" where there is none."""
    address, told = address_of(link, page), page.ask(_told)
    if address not in told:
        links = page.ask(links_of).by_address.get(address, ())
        told[address] = next(filter(None, map(telling_words, links)), "")
    return told[address]


def words_beside(link: Element, page: Page) -> str:
    """Gives the words of a link to the same address close by in the same card; "" for none."""
    return next(filter(None, map(telling_words, _beside(link, page, _NEXT))), "")


def neighbours(link: Element, page: Page) -> Iterator[Element]:
    """Gives the links next before and after this one, in the same card and to the same address."""
    return _beside(link, page, 1)


def _beside(link: Element, page: Page, many: int) -> Iterator[Element]:
    """Gives those of so many links before and after this one that lead where it does, in its card."""
    links = page.ask(links_of)
    place = links.place.get(link)
    if place is not None:
        address = links.address[link]
        for other in links.order[max(place - many, 0) : place + many + 1]:
            same = other is not link and links.address[other] == address
            if same and not _card(link).isdisjoint(_card(other)):
                yield other


def _told(_page: Page) -> dict[str, str]:
    return {}


def telling_words(link: Element) -> str:
    """Gives the author's words in a link; "" for words that tell nothing, such as "more" or "UKR"."""
    # a notice of ours names what we do, not where it leads
    words = "" if link.get(OURS) is not None else own_words(link)
    empty = is_ambiguous(words) or is_file_name(words) or words.lower() in _LANGUAGES
    return "" if empty else words


def own_words(link: Element) -> str:
    """Gives the visible words in a link that are not ours."""
    if len(link) == 0:
        return normalised(link.text)
    return normalised("".join(pieces(link, _nothing_of_ours)))


def _nothing_of_ours(element: Element) -> str | None:
    return "" if element.get(OURS) is not None or unseen(element) else None


def _card(link: Element) -> set[Element]:
    card: set[Element] = set()
    here = link.getparent()
    while here is not None and here.tag not in _TOO_WIDE and len(card) < _NEAR:
        card.add(here)
        here = here.getparent()
    return card
