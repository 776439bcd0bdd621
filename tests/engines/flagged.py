"""
A page as the proxy rewrites it, in which each element that the report names for a person says so.

The report itself tells paths before the change; here the elements are followed to the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from lxml.etree import _Element as Element

from a11y_proxy.filtering import transform
from a11y_proxy.rewrite.html import pipeline
from a11y_proxy.rewrite.html.edits import Edit, Flag
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.settings import Settings

Flagged = list[tuple[Element, str]]


def rewritten(text: str, url: str) -> bytes:
    """Gives the page for a first visitor, without the panel; `data-flag` says what the report says."""
    flagged: Flagged = []

    def mark(_page: Page) -> None:
        for element, why in flagged:
            element.set("data-flag", why)

    rules, steps = listening(pipeline.RULES, flagged), (*pipeline.STEPS, mark)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(text, encoding="utf-8-sig")  # the mark outranks what the page declares
        with patch.object(pipeline, "RULES", rules), patch.object(pipeline, "STEPS", steps):
            return transform(str(file), url, None, css=False, settings=Settings()).output


def listening(rules: Sequence[Rule], flagged: Flagged) -> tuple[Rule, ...]:
    """Gives rules that do the same and note what they flag."""

    def heard(rule: Rule) -> Rule:
        def gather(element: Element, page: Page) -> Iterator[Edit]:
            for edit in rule.gather(element, page):
                if isinstance(edit, Flag):
                    flagged.append((edit.element, f"{rule.id}: {edit.why}"))
                yield edit

        return replace(rule, gather=gather)

    return tuple(map(heard, rules))
