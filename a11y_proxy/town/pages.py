"""Says which page of the town stands where, in which bytes: wrong encodings are lines of a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "pages"
INCLUDE: Final = re.compile(r'<!--#include file="([\w./-]+)" -->\n?')
ITEM: Final = re.compile(r"<!--item-->(.*?)<!--/item-->\n?", re.DOTALL)
NOT_TEXT: Final = re.compile(
    r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>|{{\w+}}", re.DOTALL | re.IGNORECASE
)
TITLE: Final = re.compile(r"<title>(.*?)</title>", re.DOTALL | re.IGNORECASE)


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

RECEIVED: Final[dict[str, Page]] = {
    "/appeal/": Page("received.html"),
    "/poll/": Page("received.html"),
    "/rada/": _cyrillic("received.html"),
}
"""Where forms are sent to, and the page that shows what came."""

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


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that has the word looked for, and the text around it."""

    path: str
    title: str
    excerpt: str


def find(word: str) -> Iterator[Hit]:
    """The pages that have `word`, in any case, in their own text: menus and footers do not count."""
    for path, page in ADDRESSES.items():
        markup = (FOLDER / page.file).read_text(encoding="utf-8")
        titled = TITLE.search(markup)
        text = _plain_text(markup.partition("</head>")[2] or markup)
        at = text.casefold().find(word.casefold())
        if titled and at >= 0 and page.status == 200:
            yield Hit(path, titled[1], text[max(0, at - 60) : at + 120])


def _plain_text(markup: str) -> str:
    return " ".join(unescape(NOT_TEXT.sub(" ", markup)).split())


def _with_parts(file: str) -> str:
    text = (FOLDER / file).read_text(encoding="utf-8")
    return INCLUDE.sub(lambda include: _with_parts(include[1]), text)
