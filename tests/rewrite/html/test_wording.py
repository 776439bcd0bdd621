"""Words of ours: in the language around them, and never taken for the site's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.site import Site
from a11y_proxy.rewrite.html import engine
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.wording import worded
from a11y_proxy.rewrite.html.rules import RULES
from a11y_proxy.rewrite.html.rules.document.html_lang import html_lang
from a11y_proxy.rewrite.html.rules.landmarks.navigation_landmark import navigation_landmark

Read = Callable[..., Page]
Write = Callable[[Page], str]

PHRASES = Phrases({"uk": {"Skip": "Далі"}, "en": {"Skip": "Skip"}}, default="uk")


@pytest.mark.parametrize(
    ("markup", "words", "marked"),
    [
        ("<html lang=uk><p id=x>", "Далі", None),
        ("<html lang=uk-UA><p id=x>", "Далі", None),
        ("<html lang=uk><div lang=en><p id=x>", "Skip", None),
        ("<html lang=en><div lang=UK><p id=x>", "Далі", None),
        ("<html lang=de><p id=x>", "Далі", "uk"),
        ("<html lang=en><p id=x lang=ru>", "Далі", "uk"),
        ("<html lang=uk><div lang=''><p id=x>", "Далі", None),
        ("<html><p id=x>", "Далі", None),
    ],
)
def test_words_of_ours_are_in_the_language_around_them_or_say_that_they_are_not(
    read_page: Read, markup: str, words: str, marked: str | None
) -> None:
    page = read_page(markup, phrases=PHRASES, language="uk")
    place = next(element for element in page.root.iter("p") if element.get("id") == "x")
    element = worded("span", "Skip", place, page)
    assert (element.text, element.get("lang")) == (words, marked)


def test_a_name_for_a_foreign_menu_is_in_the_menus_language(read_page: Read) -> None:
    markup = "<html lang=en><nav>x</nav><div lang=uk><nav>x</nav></div>"
    page = read_page(markup, phrases=Phrases({"uk": {"Menu {number}": "Меню {number}"}, "en": {}}))
    engine.run([navigation_landmark], page, strict=True)
    names = [menu.get("aria-label") for menu in page.root.iter("nav")]
    assert names == ["Main menu", "Меню 2"]


def test_a_notice_of_ours_gives_no_name_to_a_link_of_the_site(
    read_page: Read, write_page: Write
) -> None:
    page = read_page(
        '<head><meta http-equiv="refresh" content="60; url=/news"></head>'
        '<body><a href="/news"><i class="rss"></i></a><p><a href="/news">News</a></p></body>'
    )
    engine.run(RULES, page, strict=True)
    assert '<a href="/news" aria-label="News"><i class="rss">' in write_page(page)


UNTOLD = "<html><body><p>Kakhovka 2024</p></body></html>"


def test_the_operator_says_the_language_where_the_page_does_not(
    read_page: Read, write_page: Write
) -> None:
    page = read_page(UNTOLD, site=Site("https://town.example", language="uk"))
    repairs, _ = engine.run([html_lang], page, strict=True)
    assert write_page(page).startswith('<html lang="uk">')
    assert [repair.why for repair in repairs] == ["The operator says in which language the site is"]


@pytest.mark.parametrize(
    "markup",
    ['<html lang="en"><p>Kakhovka</p></html>', "<html><p>Объявление: вы, мы, эти дни</p></html>"],
)
def test_the_operator_does_not_overrule_what_the_page_says_or_shows(
    read_page: Read, write_page: Write, markup: str
) -> None:
    page = read_page(markup, site=Site("https://town.example", language="uk"))
    engine.run([html_lang], page, strict=True)
    assert 'lang="uk"' not in write_page(page)
