"""
Gives a link without words the name that its own code holds, or the place where it leads.

A screen reader reads out the address of a nameless link, letter by letter. The page may call the same
address by a name elsewhere. Where a link leads to (another site, the home page, a telephone, a
mailbox) is a fact; so is what its icon, its card's one heading or its row is called. What it is about is
not ours to say.

Before:

    <a href="/"><img src="logo.png" alt=""></a>
    <p><a href="/15"><img src="school.jpg"></a> <a href="/15">The school is open</a></p>
    <a href="https://www.facebook.com/kakhovka"><i class="fa fa-facebook"></i></a>
    <a href="/archive" data-original-title="Archive"><i class="fa fa-box"></i></a>
    <article><a href="/16"><img src="b.jpg" alt=""></a><h3>The bridge</h3></article>

After:

    <a href="/"><img src="logo.png" alt="Home page"></a>
    <p><a href="/15"><img src="school.jpg" alt="The school is open"></a> <a href="/15">The school is open</a></p>
    <a href="https://www.facebook.com/kakhovka" aria-label="Facebook"><i class="fa fa-facebook"></i></a>
    <a href="/archive" data-original-title="Archive" aria-label="Archive"><i class="fa fa-box"></i></a>
    <article><a href="/16"><img src="b.jpg" alt="The bridge"></a><h3>The bridge</h3></article>

Leaves alone:

    <a href="/">Home</a><a href="/x"><img src="x.png" alt="Map"></a><a href="/y" title="Plan"></a>

    <a href="/" aria-label="Home"><i class="icon"></i></a><a name="top"></a>

    <a href="/"><svg><title>Home</title></svg></a><a href="/z"><i title="Search"></i></a>

    <a href="/" aria-hidden="true" tabindex="-1"><img src="logo.png" alt=""></a>

Flags:

    <a href="/news/15"><img src="a.jpg"></a>

See: https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.context import card_title, row_label
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.icon import icon_meaning
from a11y_proxy.rewrite.html.queries.name import name_of, says_words
from a11y_proxy.rewrite.html.queries.picture import is_file_name, is_file_word
from a11y_proxy.rewrite.html.queries.service import foreign_host, service_name
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.rewrite.html.queries.tooltip import moved_title
from a11y_proxy.rewrite.html.queries.twin import words_elsewhere
from a11y_proxy.rewrite.html.rule import rule

_PICTURES = ("img", "svg", "input", "object")


@rule(criterion="2.4.4", selects="a[href]")
def link_name(element: Element, page: Page) -> Iterator[Edit]:
    if says_words(element) or out_of_reach(element, page):
        return
    name = name_of(element, page)
    if name and not _is_of_a_file(name, element, page):
        return
    for words, why in _sources(element, page, named=bool(name)):
        yield _named(element, words, why, page)
        return
    if not name:
        yield Flag(element, why="The link has no name, and nothing on the page gives one")
    elif is_file_name(name):
        yield Flag(element, why="The words for this picture are only a file name")
    # a small word of the author's may be one


def _sources(link: Element, page: Page, *, named: bool) -> Iterator[tuple[str, str]]:
    if words := moved_title(link, page):
        yield words, "The link had no name; its author's words were in its code"
    if words := words_elsewhere(link, page):
        yield words, "The link had no name; another link to the same place has one"
    if words := _target_words(link, page, named=named):
        yield words, "The link had no name; where it leads is a fact"
    if words := icon_meaning(link, page):
        yield words, "The link had no name; its sign has one that means the same everywhere"
    if words := card_title(link, page) or row_label(link):
        yield words, "The link had no name; its card or its row has words"


def _is_of_a_file(name: str, link: Element, page: Page) -> bool:
    """Says whether the link is only named by its picture's file."""
    image = next(link.iter("img"), None)
    if image is None or name != normalised(image.get("alt")):
        return False
    return is_file_name(name) or is_file_word(name, image, page)


def _target_words(link: Element, page: Page, *, named: bool) -> str:
    address = (link.get("href") or "").strip()
    scheme, _, rest = address.partition(":")
    if scheme.lower() in {"mailto", "tel"}:
        return normalised(unquote(rest.partition("?")[0]))
    if address in {"/", page.site.origin, page.site.origin + "/"}:
        return page.say("Home page")
    host = foreign_host(address, page)
    service = service_name(host)
    # files' names tell pictures apart; the name of a host that nobody knows would not
    return "" if named and service == host else service


def _named(link: Element, words: str, why: str, page: Page) -> SetAttribute:
    pictures = list(link.iter(*_PICTURES))
    if len(pictures) == 1 and pictures[0].tag == "img" and not out_of_reach(pictures[0], page):
        return SetAttribute(pictures[0], "alt", words, why=why)
    return SetAttribute(link, "aria-label", words, why=why)
