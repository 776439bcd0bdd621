"""What engines that others wrote still find in ours is told to a person, or is no fault."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from a11y_proxy.town import PAGES
from tests.engines.engines import SCRIPTS, is_no_fault, judge

SAMPLE = ("/", "/news/1187.html", "/appeal/", "/rada/", "/budget/")
WAYS = [
    pytest.param(path, engine, marks=() if path in SAMPLE else pytest.mark.long)
    for engine in SCRIPTS
    for path in PAGES
]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("path", "engine"), WAYS)
def test_what_an_engine_still_finds_is_flagged_for_a_person(
    path: str, engine: str, told: Page, original: Any, figures: list[str]
) -> None:
    before = original()
    before.goto(path)
    told.goto(path)
    met, found = judge(before, engine), judge(told, engine)
    before.close()
    flagged = [one for one in found if one.flag]
    left = [one for one in found if not one.flag and not is_no_fault(one)]
    figures.append(
        f"{engine} {path}: {len(met)} before, {len(found)} after, {len(flagged)} flagged"
    )
    assert not left, "\n".join(map(str, left))
