"""Every rule does what its docstring and its case file say, and harms nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from a11y_proxy.rewrite.html import engine
from a11y_proxy.rewrite.html.elements import OURS
from a11y_proxy.rewrite.html.index import Index
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.chosen import chosen
from a11y_proxy.rewrite.html.queries.hidden import unseen
from a11y_proxy.rewrite.html.queries.identity import free_ids
from a11y_proxy.rewrite.html.queries.text import pieces
from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules import RULES
from a11y_proxy.rewrite.html.rules.text.cut_word import UNSEEN
from a11y_proxy.rewrite.html.rules.text.lookalike_letters import TWINS

CASES = Path(__file__).parents[2] / "cases"
GOOD = (CASES / "good.html").read_text(encoding="utf-8")

Read = Callable[..., Page]
Write = Callable[[Page], str]

SAME = TWINS | dict.fromkeys(map(ord, UNSEEN))
"""What rules may write in the place of a character: nothing for one that nobody sees."""

BY_ID = {rule.id: rule for rule in RULES}
FLAGGED = "flagged"
LEFT_ALONE = "left alone"


def docstring_cases() -> Iterator[object]:
    for rule in RULES:
        name = rule.id
        if "Before" in rule.sections:
            before, after = rule.sections["Before"], rule.sections["After"]
            yield pytest.param(rule, before, after, id=f"{name}: before and after")
        for number, example in enumerate(rule.examples("Leaves alone"), 1):
            yield pytest.param(rule, example, LEFT_ALONE, id=f"{name}: leaves alone {number}")
        for number, example in enumerate(rule.examples("Flags"), 1):
            yield pytest.param(rule, example, FLAGGED, id=f"{name}: flags {number}")


def file_cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.md")):
        for chapter in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            sentence, _, case = chapter.partition("\n")
            before, mark, after = re.split(r"^---(.*)$", case, maxsplit=1, flags=re.MULTILINE)
            expected = mark.strip() or after
            yield pytest.param(BY_ID[path.stem], before, expected, id=f"{path.stem}: {sentence}")


@pytest.mark.parametrize(("rule", "before", "expected"), [*docstring_cases(), *file_cases()])
def test_a_rule_does_what_its_examples_say(
    rule: Rule, before: str, expected: str, read_page: Read, write_page: Write
) -> None:
    page = read_page(before)
    repairs, _ = engine.run([rule], page, strict=True)
    if expected in {FLAGGED, LEFT_ALONE}:
        assert write_page(page) == write_page(read_page(before))
        assert [repair.flagged for repair in repairs] == [True] * len(repairs)
        assert bool(repairs) == (expected == FLAGGED)
    else:
        assert write_page(page) == write_page(read_page(expected))
        assert any(not repair.flagged for repair in repairs)


def samples() -> list[object]:
    cases = [*docstring_cases(), *file_cases()]
    pages = [pytest.param(case.values[1], id=str(case.id)) for case in cases]  # type: ignore[attr-defined]
    return [*pages, pytest.param(GOOD, id="a well-made page")]


@pytest.mark.parametrize("markup", samples())
def test_all_rules_twice_are_all_rules_once(
    markup: str, read_page: Read, write_page: Write
) -> None:
    page = read_page(markup)
    engine.run(RULES, page, strict=True)
    once = write_page(page)
    again, _ = engine.run(RULES, page, strict=True)
    assert write_page(page) == once
    assert [repair for repair in again if not repair.flagged] == []


@pytest.mark.parametrize("markup", samples())
def test_a_repaired_page_stays_repaired_after_a_browser_has_read_it(
    markup: str, read_page: Read, write_page: Write
) -> None:
    page = read_page(markup)
    engine.run(RULES, page, strict=True)
    once = write_page(page)
    assert write_page(read_page(once)) == once


def authors_letters(page: Page) -> str:
    """
    The page's text without white space, what is ours, and what the operator leaves out.

    A letter is the same as its twin of another alphabet; what nobody sees is no letter.
    """
    left_out = {element for selector in page.site.removals for element in chosen(selector, page)}
    left_out.discard(page.body)

    def instead(element: etree._Element) -> str | None:
        gone = element.get(OURS) is not None or element in left_out or unseen(element)
        return "" if gone else None

    return "".join("".join(pieces(page.root, instead)).split()).translate(SAME)


@pytest.mark.parametrize("markup", samples())
def test_no_letter_is_lost_and_their_order_is_kept(markup: str, read_page: Read) -> None:
    page = read_page(markup)
    before = authors_letters(page)
    engine.run(RULES, page, strict=True)
    assert authors_letters(page) == before


@pytest.mark.parametrize("markup", samples())
def test_gathering_changes_nothing(markup: str, read_page: Read) -> None:
    page = read_page(markup)
    before = etree.tostring(page.root)
    for rule, candidates in zip(RULES, engine.select(RULES, page), strict=True):
        engine.gather(rule, candidates, page)
        page.answers.clear()
    assert etree.tostring(page.root) == before


@pytest.mark.parametrize("markup", samples())
def test_what_is_remembered_of_a_page_is_true_of_it(
    markup: str, read_page: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget = Page.forget

    def forget_and_compare(page: Page, names: frozenset[str] | None = None) -> None:
        forget(page, names)
        kept = {
            asked: answer
            for asked, answer in page.answers.items()
            if asked is not free_ids and names  # without a change all are kept
        }
        assert {asked: asked(page) for asked in kept} == kept
        found = Index(page.root)
        for name in ("id", "role", "hidden", "style", "title", "aria-hidden"):
            assert set(page.index.having(name)) == set(found.having(name))

    monkeypatch.setattr(Page, "forget", forget_and_compare)
    engine.run(RULES, read_page(markup), strict=True)


def test_a_well_made_page_is_left_alone(read_page: Read, write_page: Write) -> None:
    page = read_page(GOOD)
    assert engine.run(RULES, page, strict=True) == ((), ())
    assert write_page(page) == write_page(read_page(GOOD))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_more_examples_of_leaving_alone_than_of_changing(rule: Rule) -> None:
    expected = [
        case.values[2]  # type: ignore[attr-defined]
        for case in (*docstring_cases(), *file_cases())
        if case.values[0] is rule  # type: ignore[attr-defined]
    ]
    left, flagged = expected.count(LEFT_ALONE), expected.count(FLAGGED)
    acted = len(expected) - left - flagged if "Before" in rule.sections else flagged
    assert acted >= 1
    assert left > acted
