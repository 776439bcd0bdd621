"""Every rule is declared, named, listed and documented in the same way."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import a11y_proxy
from a11y_proxy.rewrite.html.handbook import rules_markdown
from a11y_proxy.rewrite.html.rule import Rule, rule
from a11y_proxy.rewrite.html.rules import RULES
from a11y_proxy.standards.wcag import CRITERIA

ROOT = Path(__file__).parents[3]
FOLDER = Path(a11y_proxy.__file__).parent / "rewrite" / "html" / "rules"


def test_every_file_is_a_rule_and_every_rule_is_listed_once() -> None:
    files = [path.stem.replace("_", "-") for path in FOLDER.glob("*/*.py")]
    assert sorted(found.id for found in RULES) == sorted(set(files) - {"--init--"})


@pytest.mark.parametrize("found", RULES, ids=lambda found: found.id)
def test_a_rule_stands_in_the_file_of_its_name(found: Rule) -> None:
    assert Path(inspect.getfile(found.gather)).stem == found.id.replace("-", "_")


@pytest.mark.parametrize("found", RULES, ids=lambda found: found.id)
def test_a_rule_promises_one_sentence_and_says_why(found: Rule) -> None:
    assert found.promise.endswith(".")
    assert "\n" not in found.promise
    assert found.why
    assert found.sections["See"].startswith("https://www.w3.org/")
    assert found.criterion in CRITERIA


def test_cases_belong_to_rules() -> None:
    ids = {found.id for found in RULES}
    assert {path.stem for path in (ROOT / "tests" / "cases").glob("*.md")} <= ids


def test_the_documentation_is_current() -> None:
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == rules_markdown(), "write docs/rules.md anew: a11y-proxy rules --markdown"


def test_an_unknown_criterion_fails_at_import() -> None:
    with pytest.raises(ValueError, match=r"no criterion 4\.1\.1"):
        rule(criterion="4.1.1", selects="a")


@pytest.mark.parametrize("selector", ["a[", "a b", "a:hover", ".menu", "*", "a[href^=x]", ""])
def test_a_selector_that_cannot_be_dispatched_fails_at_import(selector: str) -> None:
    with pytest.raises(ValueError, match=r"selector|selects"):
        rule(criterion="2.4.4", selects=selector)


def test_a_rule_without_its_sections_fails_at_import() -> None:
    with pytest.raises(ValueError, match="the docstring needs Before, After, Leaves alone, See"):

        @rule(criterion="2.4.4", selects="a")
        def no_sections(_element, _page):
            yield
