"""
The report matches a diff of the trees: every change is told by a repair, and every repair is a change.

The trees before and after each edit are compared by themselves. What a repair tells is undone in the
later tree, or done to the earlier one, wherever its words fit: both must then be the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from a11y_proxy.rewrite.css.selectors import WAS
from a11y_proxy.rewrite.html import apply as carrying
from a11y_proxy.rewrite.html import engine
from a11y_proxy.rewrite.html.apply import snippet
from a11y_proxy.rewrite.html.edits import Edit, Flag
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rules import RULES
from tests.rewrite.html.test_engine import PIECES
from tests.rewrite.html.test_rules import samples

Element = etree._Element
Read = Callable[..., Page]
Told = tuple[str, str, str]
"""Where, before and after."""

ATTRIBUTE = re.compile(r'[^\s<>"=]+="')
LONGEST = 160


def written(tree: Element) -> bytes:
    return etree.tostring(tree)


def at(tree: Element, where: str) -> Element:
    paths = tree.getroottree()
    return next(each for each in tree.iter() if paths.getpath(each) == where)


def short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def is_told(told: Told, before: Element, after: Element) -> bool:
    """Says whether what is told, and nothing else, lies between two trees."""
    _, old, new = told
    if ATTRIBUTE.match(old or new):
        return attribute_is_told(told, before, after)
    if new.startswith("<") and not old.startswith("<"):
        return any(written(tree) == written(before) for tree in without_new(new, after))
    if old.startswith("<"):
        return any(written(tree) == written(after) for tree in changed(told, before, after))
    return text_is_told(told, before, after)


def attribute_is_told(told: Told, before: Element, after: Element) -> bool:
    where, old, new = told
    name = (old or new).partition("=")[0]
    one, other = deepcopy(before), deepcopy(after)
    first, second = at(one, where), at(other, where)
    had, has = first.get(name), second.get(name)
    if (short(f'{name}="{had}"') if had is not None else "") != old:
        return False
    if (short(f'{name}="{has}"') if has is not None else "") != new:
        return False
    for element in (first, second):
        element.attrib.pop(name, None)
    return had != has and written(one) == written(other)


def without_new(new: str, after: Element) -> Iterator[Element]:
    """Gives the later tree without each element of the told words, and without its tags only."""
    places = [place for place, each in enumerate(after.iter()) if is_snippet(each, new)]
    for place in places:
        for keeps_content in (True, False):
            tree = deepcopy(after)
            take_away(list(tree.iter())[place], keeps_content=keeps_content)
            yield tree


def changed(told: Told, before: Element, after: Element) -> Iterator[Element]:
    """Gives the earlier tree with the told element gone, opened, renamed, or with another around."""
    where, old, new = told
    if not is_snippet(at(before, where), old):
        return
    if not new:
        for keeps_content in (True, False):
            tree = deepcopy(before)
            take_away(at(tree, where), keeps_content=keeps_content)
            yield tree
        return
    tree = deepcopy(before)
    element = at(tree, where)
    was, element.tag = element.tag, re.match(r"<([^\s>]+)", new)[1]
    if WAS in new:
        element.set(WAS, was)
    if snippet(element) == new:
        yield tree
    tree = deepcopy(before)
    element = at(tree, where)
    around = next((each for each in after.iter() if new.startswith(snippet(each))
                   and new == snippet(each) + old), None)  # fmt: skip
    if around is not None:
        outer = etree.Element(around.tag, dict(around.attrib))
        outer.tail, element.tail = element.tail, None
        element.getparent().replace(element, outer)
        outer.append(element)
        yield tree


def text_is_told(told: Told, before: Element, after: Element) -> bool:
    """Says whether the words are other than before, the tags are not, and both are the told ones."""
    _, old, new = told
    one, other = ("".join(tree.itertext()) for tree in (before, after))
    tags = [[(each.tag, dict(each.attrib)) for each in tree.iter()] for tree in (before, after)]
    start, end = old.strip("…"), new.strip("…")
    return old != new and one != other and tags[0] == tags[1] and start in one and end in other


def is_snippet(element: Element, told: str) -> bool:
    return isinstance(element.tag, str) and snippet(element) == told


def take_away(element: Element, *, keeps_content: bool) -> None:
    parent = element.getparent()
    if parent is None:
        return
    kept = [element.text or "", *element] if keeps_content else []
    previous, place = element.getprevious(), parent.index(element)
    tail = element.tail
    parent.remove(element)
    words = [kept[0] if kept else ""]
    for number, child in enumerate(kept[1:]):
        parent.insert(place + number, child)
    last = parent[place + len(kept) - 2] if len(kept) > 1 else previous
    append(parent, previous, words[0])
    append(parent, last, tail)


def append(parent: Element, last: Element | None, text: str | None) -> None:
    if not text:
        return
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


class Watched:
    """Runs all rules, and keeps the trees around each edit."""

    def __init__(self, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps: list[tuple[Edit, Told, Element, Element]] = []
        self._page = page
        monkeypatch.setattr(engine, "apply", self._apply)
        self.first = deepcopy(page.root)
        self.repairs, _ = engine.run(RULES, page, strict=True)
        self.last = deepcopy(page.root)

    def _apply(self, edit: Edit) -> tuple[str, str] | None:
        where = edit.element.getroottree().getpath(edit.element)
        before = deepcopy(self._page.root)
        told = carrying.apply(edit)
        after = deepcopy(self._page.root)
        if told is None:
            assert written(before) == written(after), "what was changed must be told"
            return None
        self.steps.append((edit, (where, *told), before, after))
        return told


def assert_matches(watched: Watched) -> None:
    told = [(each.where, each.before, each.after) for each in watched.repairs]
    assert told == [step[1] for step in watched.steps]
    here = watched.first
    for repair, (edit, words, before, after) in zip(watched.repairs, watched.steps, strict=True):
        assert written(here) == written(before), "something changed between two edits"
        assert repair.flagged == isinstance(edit, Flag)
        if repair.flagged:
            assert written(before) == written(after), f"a flag changed the page: {repair}"
        else:
            assert is_told(words, before, after), f"not what lies between the trees: {repair}"
        here = after
    assert written(here) == written(watched.last)


@pytest.mark.parametrize("markup", samples())
def test_the_report_is_a_diff_of_the_trees(
    markup: str, read_page: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_matches(Watched(read_page(markup), monkeypatch))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(pieces=st.lists(PIECES, max_size=10))
def test_the_report_is_a_diff_of_the_trees_of_any_markup(
    pieces: list[str], read_page: Read
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert_matches(Watched(read_page("".join(pieces)), monkeypatch))


PAGE = '<p id="x">one <b title="t">two</b> three</p><p>four</p>'


@pytest.mark.parametrize(
    ("told", "later"),
    [
        (('title="t"', 'title="u"'), PAGE.replace('"t"', '"v"')),
        (('title="t"', 'title="u"'), PAGE.replace('"t"', '"u"').replace("four", "five")),
        (('title="t"', ""), PAGE),
        (("", "<i>new</i>"), PAGE.replace("four", "<i>other</i>four")),
        (('<b title="t">two', ""), PAGE.replace(">two</b>", "></b>")),
        (('<b title="t">two', '<i title="t">two'), PAGE.replace("b>", "u>").replace("<b", "<u")),
        (("four", "five"), PAGE.replace("four", "six")),
        (("", ""), PAGE.replace("four", "six")),
    ],
)
def test_a_report_that_tells_something_else_is_found_out(
    told: tuple[str, str], later: str, read_page: Read
) -> None:
    before, after = read_page(PAGE).root, read_page(later).root
    assert not is_told(("/html/body/p[1]/b", *told), before, after)
