"""Says what is known of a picture, and what its text alternative is worth."""

from __future__ import annotations

import re
from functools import lru_cache
from posixpath import basename
from urllib.parse import unquote, urljoin, urlsplit

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.chosen import chosen
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.queries.service import SERVICES
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.standards.aria import NONE_ROLES

ADDRESSES = ("data-src", "data-original", "data-lazy-src", "src")
"""Where a picture's address stands, that of a lazily loaded one first."""

UNDESCRIBED = "Picture without a description"

_SPACER = re.compile(
    r"(?:spacer|blank|pixel|transparent|transp|clear|shim|empty|1x1|px)\d*", re.IGNORECASE
)
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|avif|pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|zip|rar)",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(
    r"[\d\s._-]+|[a-z0-9]+(?:_[a-z0-9]+)+"
    r"|(?:img|image|images|dscn?|dscf|photo|foto|pic|picture|screenshot|icon|alt|null|undefined)"
    r"[\s_-]*\d*",
    re.IGNORECASE | re.ASCII,
)
_ORNAMENT = re.compile(
    r"(?:bul|bullet|dot|line|hr|divider|separator|corner|shadow|arrow|marker|bg|background|fon)"
    r"[\d_-]*",
    re.IGNORECASE,
)
_KINDS = frozenset({
    "банер", "баннер", "зображення", "изображение", "картинка", "малюнок", "рисунок", "світлина",
    "фото", "фотографія", "фотография", "banner", "graphic", "без назви", "untitled", "no alt",
})  # fmt: skip
_PIXELS = re.compile(r"\s*+(\d++(?:\.\d++)?)\s*+(?:px)?\s*+")
_SMALL = 32
_ICON = 64
_LATIN_WORD = re.compile(r"[a-z]{3,}")
_CYRILLIC = frozenset({"be", "bg", "mk", "ru", "sr", "uk"})
"""Languages in which a small Latin word is most often a file's or a programmer's."""

_KNOWN_NAMES = frozenset(name.lower() for name in SERVICES.values())


def address_of(image: Element) -> str:
    """Gives the address of a picture as written, a lazily loaded one's too; "" for none."""
    return next(filter(None, map(image.get, ADDRESSES)), "").strip()


def operators_alt(image: Element, page: Page) -> str | None:
    """Gives the alternative that the operator wrote: "" for a decorative picture, None for none."""
    alts = page.site.alts
    if page.site.alts_by_selector and image in (written := page.ask(_chosen)):
        return written[image]
    if not alts or not (address := address_of(image)):
        return None
    return alts.get(address, alts.get(_absolute(page.url, address)))


def _chosen(page: Page) -> dict[Element, str]:
    return {
        image: words
        for selector, words in page.site.alts_by_selector.items()
        for image in chosen(selector, page)
    }


def is_spacer(image: Element) -> bool:
    """Says whether the picture only takes room: at most two pixels, or a spacer's file name."""
    if _kind_of_file(address_of(image)) == "spacer":
        return True
    width, height = side(image, "width"), side(image, "height")
    return width is not None and height is not None and max(width, height) <= 2


def is_ornament(image: Element) -> bool:
    """Says whether the picture's file is named for an ornament: a bullet, a line, a corner."""
    return _kind_of_file(address_of(image)) == "ornament"


@lru_cache(maxsize=1024)
def _kind_of_file(address: str) -> str:
    name = stem(address)
    if _SPACER.fullmatch(name) and address.lower().endswith((".gif", ".png")):
        return "spacer"
    return "ornament" if _ORNAMENT.fullmatch(name) else ""


def is_icon(image: Element) -> bool:
    """Says whether the picture is stated to be smaller than a photograph of a gallery would be."""
    return _least_side(image) < _ICON


def is_small(image: Element) -> bool:
    """Says whether the picture is stated to be about as high as a line."""
    return _least_side(image) <= _SMALL


def lacks_words(image: Element, page: Page, *, silent: bool = True) -> bool:
    """
    Says whether the picture is met by a screen reader that has nothing to say about it.

    `silent` tells that an empty alternative makes it one to pass over, as it does not a control.
    """
    alt = image.get("alt")
    if alt is not None and (silent if not alt.strip() else _tells(alt, image, page)):
        return False
    if image.get("aria-label") or image.get("aria-labelledby"):
        return False
    return role_of(image) not in NONE_ROLES and not out_of_reach(image, page)


def says_nothing(alt: str, image: Element) -> bool:
    """Says whether an alternative is a file's or a variable's name, or only says "picture"."""
    return _is_nothing(alt, address_of(image))


@lru_cache(maxsize=1024)
def _is_nothing(alt: str, address: str) -> bool:
    words = normalised(alt)
    if words.lower() in _KNOWN_NAMES:
        return False
    if words.lower() in _KINDS or is_file_name(words) or _IDENTIFIER.fullmatch(words):
        return True
    return _is_word_of(words, address)


def is_file_word(alt: str, image: Element, page: Page) -> bool:
    """Says whether an alternative only may be a word: a file's name, or Latin letters among Cyrillic."""
    words = normalised(alt)
    if _is_word_of(words, address_of(image)):
        return True
    cyrillic = page.language.partition("-")[0].lower() in _CYRILLIC
    return cyrillic and image.tag == "img" and _is_transliterated(words)


def _is_transliterated(words: str) -> bool:
    """Says whether it is one small Latin word, such as "kaxobka", and no name that people know."""
    return bool(_LATIN_WORD.fullmatch(words)) and words not in _KNOWN_NAMES


def _tells(alt: str, image: Element, page: Page) -> bool:
    return not (says_nothing(alt, image) or is_file_word(alt, image, page))


def _is_word_of(words: str, address: str) -> bool:
    return words.isascii() and words.islower() and words == stem(address).lower()


def is_file_name(words: str) -> bool:
    """Says whether the words are one word with the ending of a file."""
    return bool(_FILE_NAME.fullmatch(words))


@lru_cache(maxsize=1024)
def stem(address: str) -> str:
    """Gives the name of a picture's file without its ending; "" for none."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return basename(unquote(path)).rpartition(".")[0]


@reads("img", *ADDRESSES)
def first_of_its_file(page: Page) -> dict[str, Element]:
    """Gives the first picture of each file: one that a page repeats is one matter for a person."""
    found: dict[str, Element] = {}
    for image in page.root.iter("img"):
        found.setdefault(address_of(image), image)
    return found


def side(image: Element, name: str) -> float | None:
    """Gives the `width` or `height` attribute in CSS pixels; None for none or a percentage."""
    written = image.get(name)
    if written is None:
        return None
    found = _PIXELS.fullmatch(written)
    return float(found[1]) if found else None


def _least_side(image: Element) -> float:
    sides = side(image, "width"), side(image, "height")
    return min((length for length in sides if length is not None), default=_ICON)


def _absolute(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address
