"""What a page teaches about its site, and how a page is told what others taught."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.known import Known
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.block import blocks
from a11y_proxy.rewrite.html.queries.described import described, described_elsewhere

Read = Callable[..., Page]

MENU = "<div id=menu><ul><li><a href=/>Головна</a><li><a href=/n>Новини</a></ul></div>"


def digests(read_page: Read, markup: str) -> set[int]:
    return set(blocks(read_page(markup)).values())


def shared(read_page: Read, one: str, other: str) -> int:
    return len(digests(read_page, one) & digests(read_page, other))


@pytest.mark.parametrize(
    "again",
    [
        MENU,
        MENU.replace("<a href=/n>Новини</a>", "<b class=on>Новини</b>"),
        MENU.replace("</div>", " 23.11.2026, 12:05</div>"),
        MENU.replace("id=menu", "id=menu class=open data-token=x"),
    ],
    ids=["as it was", "another current entry", "with today's date", "with other attributes"],
)
def test_a_block_is_known_again_on_another_page(again: str, read_page: Read) -> None:
    one, other = f"{MENU}<p>Рада<div>одне слово</div>", f"{again}<div>зовсім інше</div>"
    assert shared(read_page, one, other) == 1


def test_a_block_of_other_words_is_another_block(read_page: Read) -> None:
    one, other = (f"{MENU.replace('Новини', word)}<div>x</div>" for word in ("Рада", "Документи"))
    assert shared(read_page, one, other) == 0


def test_blocks_are_found_in_what_only_wraps_them_and_in_cells(read_page: Read) -> None:
    wrapped = f"<div><div><center>{MENU}<div>інше слово</div></center></div></div>"
    cells = f"<table><tr><td>{MENU}</td><td>інше слово</td></tr></table>"
    plain = f"{MENU}<div>інше слово</div>"
    assert shared(read_page, wrapped, plain) == 2
    assert shared(read_page, cells, plain) == 2


def test_what_holds_too_few_letters_to_be_known_is_no_block(read_page: Read) -> None:
    assert blocks(read_page("<div>12.05.2026</div><div></div><div>abc</div>")) == {}


def test_a_fragment_and_a_frameset_have_no_blocks(read_page: Read) -> None:
    assert blocks(read_page(MENU * 2, fragment=True)) == {}
    assert blocks(read_page("<frameset><frame src=a></frameset>")) == {}


def test_the_number_of_blocks_is_bounded(read_page: Read) -> None:
    page = read_page("".join(f"<div>{'слово ' * number}</div>" for number in range(500)))
    assert 0 < len(blocks(page)) <= 64


def made(markup: str, known: Known | None = None) -> Artifact:
    source = Source("http://town.example/", "text/html", markup.encode(), "utf-8")
    site = Site("http://town.example")
    return transform(source, Rendition(), site, Phrases({}), known, strict=True)


def test_an_artifact_carries_what_its_page_teaches_as_the_authors_made_it() -> None:
    page = f"{MENU}<div id=content><h1>Вода</h1><p>Немає води<img src=a.png alt='Фонтан'></div>"
    lesson = made(page).lesson
    assert len(lesson.blocks) == 2
    assert lesson.alts == (("/a.png", "Фонтан"),)
    repeated = Known(frozenset(lesson.blocks), dict(lesson.alts))
    assert made(page, repeated).lesson == lesson


@pytest.mark.parametrize("image", ["<img src=a.png>", "<img src=a.png alt=''>",
                                   "<img src=a.png alt='IMG_0311.jpg'>", "<img alt='Герб'>",
                                   "<img src='data:image/gif;base64,R0lGODlh' alt='Герб'>"])  # fmt: skip
def test_a_picture_without_good_words_or_an_address_teaches_nothing(
    image: str, read_page: Read
) -> None:
    assert described(read_page(image)) == ()


DESCRIBED = "<a href=/cnap><img src=/img/cnap.png alt='Центр послуг'></a><img src=g.png alt='Герб'>"


@pytest.mark.parametrize(
    ("image", "words"),
    [
        ("<a href=/cnap><img src=/img/cnap.png></a>", "Центр послуг"),
        ("<a href=https://town.example/cnap#top><img src=../img/cnap.png></a>", "Центр послуг"),
        ("<a href=/cnap><img data-src=/img/cnap.png src=x.gif></a>", "Центр послуг"),
        ("<base href=/img/><a href=/cnap><img src=cnap.png></a>", "Центр послуг"),
        ("<img src=/news/g.png>", "Герб"),
        # in another link, or in none, the words would say something that is not so
        ("<a href=/other><img src=/img/cnap.png></a>", ""),
        ("<img src=/img/cnap.png>", ""),
        ("<a href=/><img src=g.png></a>", ""),
        ("<img src=/img/g.png>", ""),
        ("<img>", ""),
    ],
)
def test_a_picture_is_known_again_by_its_address_and_that_of_its_link(
    image: str, words: str, read_page: Read
) -> None:
    known = Known(alts=dict(described(read_page(DESCRIBED))))
    page = read_page(image, known=known)
    assert described_elsewhere(page.root.find(".//img"), page) == words


def test_where_nothing_is_known_no_picture_is_known(read_page: Read) -> None:
    page = read_page(DESCRIBED)
    assert described_elsewhere(page.root.find(".//img"), page) == ""
