"""Every page of the shelf is there with all that it needs, so that what is measured is the page."""

from __future__ import annotations

import urllib.error
import urllib.request
from typing import Any

import pytest
from playwright.sync_api import Page, Response

from tests.shelf.shelf import FOLDERS, SAMPLE, SHELF, Shelved
from tests.shelf.wordpress.site import THEMES

SAMPLED = [page for page in SHELF if page.slug in SAMPLE]
REST = [page for page in SHELF if page.slug not in SAMPLE]


def missing(page: Page, one: Shelved) -> list[str]:
    """What the page asked of the shelf in vain, by address."""
    wanting: list[str] = []

    def hear(answer: Response) -> None:
        if answer.status >= 400:
            wanting.append(answer.url)

    page.on("response", hear)
    page.goto(one.address)
    return wanting


@pytest.mark.browser
@pytest.mark.parametrize("one", SAMPLED, ids=lambda one: one.address)
def test_a_page_of_the_sample_has_its_sheets_and_pictures(
    one: Shelved, shelf_original: Any
) -> None:
    page = shelf_original()
    assert missing(page, one) == []
    assert page.evaluate("document.styleSheets.length") > 0


@pytest.mark.shelf
@pytest.mark.browser
@pytest.mark.parametrize("one", REST, ids=lambda one: one.address)
def test_a_page_of_the_shelf_has_its_sheets_and_pictures(one: Shelved, shelf_original: Any) -> None:
    page = shelf_original()
    assert missing(page, one) == []
    assert page.evaluate("document.styleSheets.length") > 0


def test_every_page_stands_in_a_folder_and_only_once() -> None:
    assert {one.slug for one in SHELF} == {*FOLDERS, *THEMES}
    assert len({one.address for one in SHELF}) == len(SHELF)


def test_an_address_outside_the_shelf_is_not_found(shelf_origin: str) -> None:
    for path in (
        "/nothing/here.css",
        "/bootstrap-5/%2e%2e/package.json",
        "/bootstrap-5/absent.css",
    ):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(shelf_origin + path)
