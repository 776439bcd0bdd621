"""The questions that rules ask about elements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.site import Site
from a11y_proxy.rewrite.html import engine
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.language import page_language
from a11y_proxy.rewrite.html.queries.name import name_of
from a11y_proxy.rewrite.html.queries.picture import says_nothing
from a11y_proxy.rewrite.html.queries.service import foreign_host, service_name
from a11y_proxy.rewrite.html.queries.table import kind_of
from a11y_proxy.rewrite.html.queries.text import normalised, text_of
from a11y_proxy.rewrite.html.rules import RULES

Read = Callable[..., Page]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("a\u00a0\n b", "a b"),
        ("a<b>b</b>c", "abc"),
        ("a<br>b", "a b"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("a<!-- no -->b", "ab"),
        ("a<script>no</script><style>no</style>b", "a b"),
        ("a <span hidden>no <i>no</i></span>b", "a b"),
        ("a <span style='color:red; DISPLAY : none'>no</span>b", "a b"),
        ("a <span aria-hidden=true>b</span>", "a b"),
        ("роз\u00adмова", "розмова"),
    ],
)
def test_text_is_what_a_reader_meets(markup: str, words: str, read_page: Read) -> None:
    body = read_page(f"<div id=x>{markup}</div>").root.find(".//div")
    assert text_of(body) == words


def test_nothing_and_white_space_are_no_words() -> None:
    assert normalised(None) == normalised("") == normalised(" \u00a0\t\n\u00ad") == ""


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ("<a id=x href=/>News <b>today</b></a>", "News today"),
        ("<a id=x href=/ aria-label=L title=T>News</a>", "L"),
        ("<a id=x href=/ aria-labelledby='n gone m' aria-label=L>News</a>", "One Two"),
        ("<a id=x href=/><img alt='A b'> c</a>", "A b c"),
        ("<a id=x href=/><img alt='' title=T></a>", "T"),
        ("<a id=x href=/><img></a>", ""),
        ("<a id=x href=/><svg><title>Home</title><path/></svg></a>", "Home"),
        ("<a id=x href=/><i aria-hidden=true>no</i><i aria-label=Yes>no</i></a>", "Yes"),
        ("<a id=x href=/ title=T><script>no</script></a>", "T"),
        ("<img id=x alt=A title=T>", "A"),
        ("<input id=x type=submit value=Send>", "Send"),
        ("<input id=x type=image alt=Go value=no>", "Go"),
        ("<label for=x>Name:</label><input id=x placeholder=no>", "Name:"),
        ("<label>Name <input id=x value=no></label>", "Name"),
        ("<label>A</label><label for=x>B</label><label for=x>C</label><input id=x>", "B C"),
        ("<input id=x placeholder=no value=no>", ""),
        ("<button id=x><span>Go</span></button>", "Go"),
    ],
)
def test_a_name_is_what_a_screen_reader_says(markup: str, name: str, read_page: Read) -> None:
    page = read_page(f"<b id=n>One</b><b id=m>Two</b><div>{markup}</div>")
    element = next(found for found in page.root.iter() if found.get("id") == "x")
    assert name_of(element, page) == name


@pytest.mark.parametrize(
    ("alt", "address", "expected"),
    [
        ("subscribe_img", "x.png", True),
        ("IMG_0311.jpg", "x.png", True),
        ("DSC 0423", "x.png", True),
        ("kaxobka", "/img/kaxobka.png", True),
        ("photo", "x.png", True),
        ("001", "x.png", True),
        ("clip_image002", "x.png", True),
        ("kaxobka", "x.png", False),
        ("Facebook", "facebook.png", False),
        ("facebook", "facebook.png", False),
        ("Mayor", "mayor.png", False),
        ("герб", "герб.png", False),
        ("Photo of the mayor", "x.png", False),
        ("", "x.png", False),
    ],
)
def test_a_file_name_says_nothing(
    alt: str, address: str, expected: object, read_page: Read
) -> None:
    image = read_page(f'<img src="{address}">').root.find(".//img")
    assert says_nothing(alt, image) is expected


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<table><tr><th>a</th></tr></table>", "data"),
        ("<table><thead><tr><td>a</td></tr></thead></table>", "data"),
        ("<table><tr><td scope=row>a</td><td>b</td></tr></table>", "data"),
        ("<table role=grid><tr><td>a</td></tr></table>", "data"),
        ("<table role=presentation><tr><th>a</th></tr></table>", "layout"),
        ("<table><tr><td><table></table></td><td>b</td></tr></table>", "layout"),
        ("<table><tr><td><table><tr><th>a</th></tr></table></td><td>b</td></tr></table>", "layout"),
        ("<table><tr><td role=main>a</td><td>b</td></tr></table>", "layout"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "layout"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>a</td><td>b</td></tr></table>", "unknown"),
        ("<table border=1><tr><td>a</td><td>b</td></tr></table>", "unknown"),
        ("<table></table>", "unknown"),
        ("<table border=1></table>", "unknown"),
    ],
)
def test_a_table_is_judged_by_evidence(markup: str, kind: str, read_page: Read) -> None:
    page = read_page(markup)
    assert kind_of(page.root.find(".//table"), page) == kind


@pytest.mark.parametrize(
    ("lang", "text", "header", "expected"),
    [
        ("", "Її їжа", None, "uk"),
        ("", "Kakhovka", "de", "de"),
        ("", "Kakhovka", "uk, en", None),
        ("", "Kakhovka", None, None),
        ("uk", "мы вы этот ёж" * 9, None, "ru"),
        ("uk", "Її їжа: «мы», «вы»", None, "uk"),
        ("fr", "Bonjour", "uk", "fr"),
    ],
)
def test_the_language_is_declared_or_proved(
    lang: str, text: str, header: str | None, expected: str | None, read_page: Read
) -> None:
    page = read_page(f'<html lang="{lang}"><p>{text}', header_language=header)
    assert page_language(page) == expected


def test_what_stands_in_noscript_is_within_reach(read_page: Read) -> None:
    page = read_page(
        "<p></p><noscript><b>x</b></noscript><div aria-hidden=true><p><i>y</i></p></div>"
    )
    assert not out_of_reach(page.root.find(".//b"), page)
    assert out_of_reach(page.root.find(".//i"), page)


def test_a_host_is_foreign_unless_the_site_calls_itself_so(read_page: Read) -> None:
    page = read_page("", site=Site("https://town.example", aliases=("https://old.example:8080",)))
    assert foreign_host("https://www.town.example/x", page) == ""
    assert foreign_host("//old.example/x", page) == ""
    assert foreign_host("/x", page) == foreign_host("mailto:a@b.c", page) == ""
    assert foreign_host("http://[", page) == ""
    assert service_name(foreign_host("https://uk-ua.facebook.com/x", page)) == "Facebook"
    assert service_name("notfacebook.com") == "notfacebook.com"


def test_the_operators_words_come_before_all_others(read_page: Read) -> None:
    site = Site(
        "https://town.example",
        main="#text .inner",
        alts={"a.jpg": "Набережна", "https://town.example/img/b.jpg": "Школа"},
    )
    page = read_page(
        '<a href="/">x</a><img src="a.jpg" alt="old"><img src="/img/b.jpg">'
        '<div id="text"><div class="inner">Y</div></div>',
        site=site,
    )
    engine.run(RULES, page, strict=True)
    assert [image.get("alt") for image in page.root.iter("img")] == ["Набережна", "Школа"]
    assert page.root.find(".//div[@class='inner']").get("role") == "main"


def test_a_picture_that_the_operator_calls_decorative_is_silent(read_page: Read) -> None:
    site = Site("https://town.example", alts={"a.jpg": "", "b.jpg": "School"})
    page = read_page(
        '<img src="a.jpg" alt="old" title="old"><img src="b.jpg" class="line">'
        '<form><input type="image" src="a.jpg" value="Send"></form>',
        site=replace(site, alts_by_selector={".line": ""}),
    )
    engine.run(RULES, page, strict=True)
    assert [dict(image.attrib) for image in page.root.iter("img")] == [
        {"src": "a.jpg", "alt": ""},
        {"src": "b.jpg", "class": "line", "alt": ""},
    ]
    # a button says something, whatever its picture is like
    assert page.root.find(".//input").get("alt") == "Send"


def test_a_selector_of_the_operators_that_finds_nothing_is_no_evidence(read_page: Read) -> None:
    page = read_page("<p>x</p>", site=Site("https://town.example", main="#gone"))
    assert engine.run(RULES, page, strict=True)[1] == ()
    assert page.root.find(".//*[@role]") is None


def test_words_of_ours_are_in_the_pages_language(read_page: Read) -> None:
    table = {"Photo {number} of {total}: {title}": "Фото {number} з {total}: {title}"}
    page = read_page(
        "<h1>Меморандум {підписано}</h1><p>Фото:</p><img src=1.jpg><br><img src=2.jpg>",
        phrases=Phrases({"uk": table}),
        language="uk",
    )
    engine.run(RULES, page, strict=True)
    alts = [image.get("alt") for image in page.root.iter("img")]
    assert alts == ["Фото 1 з 2: Меморандум {підписано}", "Фото 2 з 2: Меморандум {підписано}"]


@pytest.mark.parametrize(
    ("markup", "alt"),
    [
        ('<a href="/"><img src="gerb.png" alt="kaxobka"></a>', "Home page"),
        ('<a href="/"><img src="f.png" alt="telegram"></a>', "telegram"),
        ('<a href="/about"><img src="f.png" alt="prozorro"></a>', "prozorro"),
        ('<p>text <img src="gerb.png" alt="kaxobka"></p>', "kaxobka"),
        ('<a href="/"><img src="gerb.png" alt="Kakhovka"></a>', "Kakhovka"),
    ],
)
def test_a_small_latin_word_on_a_ukrainian_page_gives_way_to_a_fact(
    markup: str, alt: str, read_page: Read
) -> None:
    page = read_page(markup, language="uk")
    engine.run(RULES, page, strict=True)
    assert [image.get("alt") for image in page.root.iter("img")] == [alt]


def test_a_fragment_gets_names_but_no_page_furniture(read_page: Read) -> None:
    page = read_page('<li><a href="/x" target="_blank">News</a><img src="a_b.gif">', fragment=True)
    repairs, _ = engine.run(RULES, page, strict=True)
    assert [repair.rule for repair in repairs] == ["image-place", "image-place", "new-window-hint"]


def test_a_frameset_is_survived(read_page: Read) -> None:
    page = read_page('<html lang="en"><title>T</title><frameset><frame src="a"></frameset>')
    repairs, _ = engine.run(RULES, page, strict=True)
    assert {repair.rule for repair in repairs} == {"zoom-allowed", "no-frameset", "frame-title"}
