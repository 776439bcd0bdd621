"""
Says which page of the town stands at which address and in which bytes, so that a wrong encoding
is a line in a table and never an accident.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "pages"
INCLUDE: Final = re.compile(r'<!--#include file="([\w./-]+)" -->\n?')
ITEM: Final = re.compile(r"<!--item-->(.*?)<!--/item-->\n?", re.DOTALL)
NOT_TEXT: Final = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL | re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the file it is made of, the encoding of its bytes and the header it is sent with."""

    file: str
    encoding: str = "utf-8"
    content_type: str = "text/html; charset=utf-8"
    status: int = 200


def _cyrillic(file: str, content_type: str = "text/html; charset=windows-1251") -> Page:
    return Page(file, "windows-1251", content_type)


MISSING: Final = Page("404.html", status=404)

ADDRESSES: Final[dict[str, Page]] = {
    "/": Page("home.html", content_type="text/html"),
    "/news/": Page("news.html", content_type="text/html"),
    "/news/1187.html": Page("news-1187.html"),
    "/news/1186.html": Page("news-1186.html"),
    "/news/1185.html": Page("news-1185.html"),
    "/documents/": Page("documents.html"),
    "/services/": Page("services.html"),
    "/appeal/": Page("appeal.html"),
    "/search/": _cyrillic("search.html"),
    "/contacts/": Page("contacts.html"),
    "/contacts/map.html": Page("map.html"),
    "/media/": Page("media.html"),
    "/en/": Page("en.html", content_type="text/html; charset=UTF-8"),
    "/rada/": _cyrillic("rada.html", "text/html"),
    # The byte order mark outranks the header, so browsers read it well all the same.
    "/rada/412.html": Page("rada-412.html", "utf-8-sig", "text/html; charset=windows-1251"),
    "/rada/protokol.html": _cyrillic("rada-protokol.html", "text/html; charset=utf-8"),
    "/development/": Page("development.html"),
    "/old/": _cyrillic("old/index.html", "text/html"),
    "/old/top.html": _cyrillic("old/top.html", "text/html"),
    "/old/menu.html": _cyrillic("old/menu.html", "text/html"),
    "/old/main.html": _cyrillic("old/main.html", "text/html"),
    "/budget/": Page("budget.html"),
    "/ajax/weather.html": Page("weather.html", content_type="text/html"),
    "/nemaye-takoyi-storinky.html": MISSING,
}


def read(page: Page, origin: str) -> str:
    """The text of a page with its included parts in place and its own address filled in."""
    return _with_parts(page.file).replace("{{origin}}", origin)


def encode(page: Page, text: str) -> bytes:
    """The bytes of a page's text; what its encoding lacks becomes a character reference."""
    return text.encode(page.encoding, "xmlcharrefreplace")


def only_items(text: str, word: str) -> str:
    """The page with only those of its listed items that contain `word`, in any case."""
    wanted = word.casefold()
    return ITEM.sub(lambda item: item[0] if wanted in item[1].casefold() else "", text)


def plain_text(markup: str) -> str:
    """What a search index would keep of a page: its words, single-spaced."""
    return " ".join(NOT_TEXT.sub(" ", markup).replace("&nbsp;", " ").split())


def _with_parts(file: str) -> str:
    text = (FOLDER / file).read_text(encoding="utf-8")
    return INCLUDE.sub(lambda include: _with_parts(include[1]), text)
