"""The engine gathers, then applies, tells what it did, and never makes a page worse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from a11y_proxy.rewrite.html import engine
from a11y_proxy.rewrite.html import paths as paths_of_edits
from a11y_proxy.rewrite.html.apply import apply
from a11y_proxy.rewrite.html.edits import (
    Edit,
    Flag,
    Insert,
    Remove,
    RemoveAttribute,
    Rename,
    SetAttribute,
    SetText,
    Unwrap,
    Wrap,
    WrapRun,
    WrapSiblings,
    WrapText,
)
from a11y_proxy.rewrite.html.index import TREE
from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.paths import Paths
from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules import RULES
from a11y_proxy.rewrite.html.selector import compile_selector
from tests.rewrite.html.test_rules import SAME

Read = Callable[..., Page]
Write = Callable[[Page], str]
Element = etree._Element

TOO_MANY = 10**9
"""Siblings that lxml would have to look at."""

BODY = "one <b>two <i>three</i> four</b> five <!-- six --> seven"


def a_rule(selects: str, gather: Callable[[Element, Page], Iterator[Edit]]) -> Rule:
    name = gather.__name__.replace("_", "-")
    return Rule(name, "1.1.1", selects, compile_selector(selects), gather, "", "", {})


def new(tag: str = "u") -> Element:
    return etree.Element(tag)


def edit_of(name: str, bold: Element) -> Edit:
    return {
        "set": lambda: SetAttribute(bold, "title", "x", why=""),
        "take attribute": lambda: RemoveAttribute(bold, "id", why=""),
        "before": lambda: Insert(bold, new(), "before", why=""),
        "after": lambda: Insert(bold, new(), "after", why=""),
        "first": lambda: Insert(bold, new(), "first", why=""),
        "last": lambda: Insert(bold, new(), "last", why=""),
        "rename": lambda: Rename(bold, "strong", why=""),
        "wrap": lambda: Wrap(bold, new(), why=""),
        "wrap siblings": lambda: WrapSiblings(bold, bold.getnext(), new(), why=""),
        "wrap run": lambda: WrapRun(bold, None, bold[0], new(), why=""),
        "wrap the rest": lambda: WrapRun(bold.getparent(), bold, None, new(), why=""),
        "wrap all": lambda: WrapRun(bold, None, None, new(), why=""),
        "wrap text": lambda: WrapText(bold, "text", 1, 3, new(), why=""),
        "wrap tail": lambda: WrapText(bold, "tail", 1, 5, new(), why=""),
        "set text": lambda: SetText(bold, "text", "2 ", why=""),
        "set tail": lambda: SetText(bold, "tail", " 5 ", why=""),
        "unwrap": lambda: Unwrap(bold, why=""),
        "remove": lambda: Remove(bold, why=""),
        "flag": lambda: Flag(bold, why=""),
    }[name]()


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("set", 'one <b id="b" title="x">two <i>three</i> four</b> five <!-- six --> seven'),
        ("take attribute", "one <b>two <i>three</i> four</b> five <!-- six --> seven"),
        ("before", 'one <u></u><b id="b">two <i>three</i> four</b> five <!-- six --> seven'),
        ("after", 'one <b id="b">two <i>three</i> four</b><u></u> five <!-- six --> seven'),
        ("first", 'one <b id="b"><u></u>two <i>three</i> four</b> five <!-- six --> seven'),
        ("last", 'one <b id="b">two <i>three</i> four<u></u></b> five <!-- six --> seven'),
        ("rename", 'one <strong id="b">two <i>three</i> four</strong> five <!-- six --> seven'),
        ("wrap", 'one <u><b id="b">two <i>three</i> four</b></u> five <!-- six --> seven'),
        ("wrap siblings", 'one <u><b id="b">two <i>three</i> four</b> five <!-- six --></u> seven'),
        ("unwrap", "one two <i>three</i> four five <!-- six --> seven"),
        ("remove", "one  five <!-- six --> seven"),
        ("flag", 'one <b id="b">two <i>three</i> four</b> five <!-- six --> seven'),
    ],
)
def test_an_edit_keeps_the_text_around_it_in_its_place(
    name: str, after: str, read_page: Read, write_page: Write
) -> None:
    page = read_page(BODY.replace("<b>", '<b id="b">'))
    bold = page.root.find(".//b")
    assert apply(edit_of(name, bold)) is not None
    assert write_page(page) == write_page(read_page(after))


@pytest.mark.parametrize("before", [0, 50, 119, 120, 121, 500])
def test_a_change_far_inside_a_text_is_told_with_what_changed(
    before: int, read_page: Callable[..., Page]
) -> None:
    page = read_page(f"<p>{'x ' * before}old{' y' * 500}</p>")
    edit = SetText(page.body[0], "text", f"{'x ' * before}new{' y' * 500}", why="")
    old, new = apply(edit)
    assert "old" in old
    assert "new" in new


@pytest.mark.parametrize(
    ("markup", "unwrapped", "removed"),
    [
        ("<b></b>tail", "tail", "tail"),
        ("<hr><b>in</b>tail", "<hr>intail", "<hr>tail"),
        ("<!-- c --><b><i></i></b>tail", "<!-- c --><i></i>tail", "<!-- c -->tail"),
        ("<p><b>in</b></p>tail", "<p>in</p>tail", "<p></p>tail"),
    ],
)
def test_text_finds_a_place_whatever_stands_before(
    markup: str, unwrapped: str, removed: str, read_page: Read, write_page: Write
) -> None:
    for edit, expected in ((Unwrap, unwrapped), (Remove, removed)):
        page = read_page(f"<div>{markup}</div>")
        apply(edit(page.root.find(".//b"), why=""))
        assert write_page(page) == write_page(read_page(f"<div>{expected}</div>"))


def test_what_is_right_already_is_no_repair(read_page: Read) -> None:
    image = read_page('<img alt="x">').root.find(".//img")
    assert apply(SetAttribute(image, "alt", "x", why="")) is None
    assert apply(RemoveAttribute(image, "title", why="")) is None


def test_characters_that_a_tree_cannot_hold_are_left_out(read_page: Read) -> None:
    image = read_page("<img>").root.find(".//img")
    apply(SetAttribute(image, "alt", "a\x00b\x1fc\ufffe", why=""))
    assert image.get("alt") == "abc"


def test_a_rule_that_crashes_leaves_the_page_whole_and_is_named(
    read_page: Read, write_page: Write
) -> None:
    def crashing(element: Element, _page: Page) -> Iterator[Edit]:
        yield Remove(element, why="")
        raise LookupError("a bug")

    def following(element: Element, _page: Page) -> Iterator[Edit]:
        yield SetAttribute(element, "id", "x", why="")

    rules = [a_rule("p", crashing), a_rule("p", following)]
    page = read_page("<p>one</p><p>two</p>")
    repairs, gave_up = engine.run(rules, page)
    assert gave_up == ("crashing",)
    assert [repair.rule for repair in repairs] == ["following", "following"]
    assert write_page(page) == write_page(read_page('<p id="x">one</p><p id="x">two</p>'))
    with pytest.raises(LookupError, match="a bug"):
        engine.run(rules, page, strict=True)


def test_a_repair_is_told_by_the_edit_as_it_was_before_the_change(read_page: Read) -> None:
    def naming(element: Element, _page: Page) -> Iterator[Edit]:
        yield SetAttribute(element, "alt", "Герб", why="because")
        yield Flag(element, why="look")

    page = read_page("<p></p><p>x<img src=a><img alt=b></p>")
    (first, flag, second, _), _ = engine.run([a_rule("img", naming)], page, strict=True)
    assert (first.rule, first.criterion, first.why) == ("naming", "1.1.1", "because")
    assert (first.where, first.before, first.after) == ("/html/body/p[2]/img[1]", "", 'alt="Герб"')
    assert (second.before, second.after) == ('alt="b"', 'alt="Герб"')
    assert flag.flagged
    assert (flag.before, flag.after) == ('<img src="a" alt="Герб">', "")


def test_an_edit_of_an_element_that_has_gone_is_skipped(read_page: Read, write_page: Write) -> None:
    def removing(element: Element, _page: Page) -> Iterator[Edit]:
        yield Remove(element, why="")
        yield SetAttribute(element[0], "id", "x", why="")

    asked: list[Element] = []

    def asking(element: Element, _page: Page) -> Iterator[Edit]:
        asked.append(element)
        yield Flag(element, why="")

    page = read_page("<div><b>in</b></div><b>out</b>")
    repairs, gave_up = engine.run([a_rule("div", removing), a_rule("b", asking)], page, strict=True)
    assert gave_up == ()
    assert [repair.rule for repair in repairs] == ["removing", "asking"]
    assert [element.text for element in asked] == ["out"]
    assert write_page(page) == write_page(read_page("<b>out</b>"))


def test_one_pass_selects_for_all_rules_in_document_order(read_page: Read) -> None:
    def any_gather(_element: Element, _page: Page) -> Iterator[Edit]:
        yield from ()

    selectors = [
        "a",
        "a[href], [title]",
        "input[type=IMAGE]",
        "[tabindex]",
        "a[href][target=_blank]",
    ]
    page = read_page(
        '<a id="1" href="x" title="t">'
        '<i id="2" title="" tabindex="0"></i></a><!-- a -->'
        '<input id="3" type=" Image "><a id="4"></a><a id="5" href target="_BLANK"></a>'
    )
    found = engine.select(tuple(a_rule(text, any_gather) for text in selectors), page)
    numbers = [[element.get("id") for element in elements] for elements in found]
    assert numbers == [["1", "4", "5"], ["1", "2", "5"], ["3"], ["2"], ["5"]]


def test_answers_are_asked_once_and_forgotten_when_the_page_changes(read_page: Read) -> None:
    asked = []

    def question(page: Page) -> int:
        asked.append(page)
        return len(asked)

    def asking(element: Element, page: Page) -> Iterator[Edit]:
        page.ask(question)
        if element.get("title"):
            yield RemoveAttribute(element, "title", why="")

    rules = [a_rule("p", asking), a_rule("p", asking)]
    engine.run(rules, read_page("<p></p><p></p>"), strict=True)
    assert len(asked) == 1
    engine.run(rules, read_page("<p title=x></p><p></p>"), strict=True)
    assert len(asked) == 3


@pytest.mark.parametrize("kind", ["wrap text", "wrap run", "unwrap", "remove"])
def test_an_answer_about_other_elements_outlives_edits_of_the_tree(
    kind: str, read_page: Read
) -> None:
    asked = []

    @reads("href")
    def of_links(page: Page) -> int:
        asked.append(page)
        return len(asked)

    @reads("title", TREE)
    def of_the_tree(page: Page) -> int:
        asked.append(page)
        return len(asked)

    def asking(element: Element, page: Page) -> Iterator[Edit]:
        page.ask(of_links)
        page.ask(of_the_tree)
        if element.get("title"):
            yield edit_of(kind, element)

    rules = [a_rule("p", asking), a_rule("body", asking)]
    engine.run(rules, read_page("<p title=x>words<b></b></p><p></p>"), strict=True)
    assert len(asked) == 3


@pytest.mark.parametrize(
    "markup", ["<p>a</p>" * 300, "<div><p>a</p>b<b></b></div><!-- c -->" * 150]
)
def test_many_paths_are_told_as_lxml_tells_each(markup: str, read_page: Read) -> None:
    kinds = cycle(("flag", "set", "wrap", "flag", "rename", "before", "take attribute", "last"))
    page = read_page(markup)
    tree = page.root.getroottree()
    edits = [edit_of(next(kinds), element) for element in page.root.iter("p", "b")]
    paths = Paths(page.root, TOO_MANY)
    for edit in edits:
        assert paths.of(edit.element) == tree.getpath(edit.element)
        if not isinstance(edit, Flag | SetAttribute | RemoveAttribute):
            paths.move(edit.element)
        apply(edit)
    assert len(edits) == 300


def test_a_path_on_a_page_beyond_all_measure_has_no_numbers(
    read_page: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E09: to count siblings for each of very many edits would be the square of their number."""
    monkeypatch.setattr(paths_of_edits, "_MOST", 500)
    page = read_page("<p>a</p>" * 300)
    paths = Paths(page.root, TOO_MANY)
    first, second, *_ = page.root.iter("p")
    paths.move(first)
    assert [paths.of(first), paths.of(second)] == ["/html/body/p[1]", "/html/body/p"]


TAGS = st.sampled_from(
    [
        "a", "img", "table", "tr", "td", "th", "input", "label", "form", "p", "div", "h1", "main",
        "iframe", "marquee", "video", "nav", "figure", "svg", "noscript", "template", "select",
        "b", "font", "h2", "h4", "header", "footer", "ul", "li", "span", "fieldset", "textarea", "button",
    ]
)  # fmt: skip
ATTRIBUTES = st.sampled_from(
    [
        "", "href=/x", "href='#m' id=m", "target=_blank href=y", "alt=''", "alt=a_b src=a_b.png",
        "tabindex=3", "role=main", "aria-hidden=true", "hidden", "id=content", "for=m", "title=t",
        "class=title", "class=menu", "class=footer", "id=header", "class=sidebar", "lang=ru", "size=5",
        "autoplay", "border=1", "type=checkbox", "aria-labelledby='m n'", "style='display:none'",
        "class=has-error", "class=help-block", "class=required", "type=radio name=r", "type=tel name=tel",
        "method=post", "autofocus", "accesskey=s", "onclick='openIt()'", "role=navigation",
    ]
)  # fmt: skip
WORDS = st.sampled_from(
    [
        "",
        "Фото:",
        "їжа ",
        "x",
        "\u00ad",
        "a b c " * 60,
        "Cвiтло ",
        "- a<br>- b<br>- c",
        "Телефон *",
        "* обов’язково",
        "(у форматі 00-00)",
        "Мы ждём вас и ваших детей в столовой школы",
    ]
)
PIECES = st.builds(lambda tag, attribute, words, end: f"<{tag} {attribute}>{words}{f'</{tag}>' * end}",
                   TAGS, ATTRIBUTES, WORDS, st.booleans())  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(pieces=st.lists(PIECES, max_size=14), fragment=st.sampled_from([False, True]))
def test_any_markup_is_survived_once_and_for_all(
    pieces: list[str], fragment: object, read_page: Read, write_page: Write
) -> None:
    page = read_page("".join(pieces), fragment=fragment)
    words = "".join(page.body.itertext()).translate(SAME).split()
    engine.run(RULES, page, strict=True)
    once = write_page(page)
    engine.run(RULES, page, strict=True)
    assert write_page(page) == once
    for element in page.body.iterfind(".//*[@data-a11y-ui]"):
        element.text = None
    assert "".join(page.body.itertext()).translate(SAME).split() == words
