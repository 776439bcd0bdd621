"""What a listener meets: nothing without a name that nobody was told of, one main region, one title."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.listening.__main__ import PAGES
from tests.listening.heard import listen

HEADING = re.compile(r" *заголовок (\d)")

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", PAGES)
def test_what_has_no_name_is_flagged_for_a_person(
    path: str, told: Page, original: Any, figures: list[str]
) -> None:
    theirs = original()
    theirs.goto(path)
    told.goto(path)
    before, after = listen(theirs), listen(told)
    theirs.context.close()
    figures.append(f"nameless {path}: {len(before.nameless)} before, {len(after.nameless)} after")
    assert after.unflagged == []
    assert len(after.nameless) < len(before.nameless)


@pytest.mark.parametrize("path", PAGES)
def test_there_is_one_main_region_one_heading_that_names_the_page_and_no_level_skipped(
    path: str, told: Page
) -> None:
    told.goto(path)
    heard = listen(told)
    assert heard.roles["main"] == 1
    assert heard.roles["banner"] <= 1
    assert heard.roles["contentinfo"] <= 1
    levels = [int(found[1]) for line in heard.lines if (found := HEADING.match(line))]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
