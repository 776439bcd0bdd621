"""Every page of the shelf is there with all that it needs, so that what is measured is the page."""

from __future__ import annotations

import urllib.error
import urllib.request
from typing import Any

import pytest
from playwright.sync_api import Page, Response

from tests.shelf.shelf import FOLDERS, SAMPLE, SHELF, Shelved
from tests.shelf.wordpress.site import THEMES

PAGES = [
    pytest.param(one, id=one.address, marks=() if one.slug in SAMPLE else pytest.mark.shelf)
    for one in SHELF
]


def missing(page: Page, one: Shelved) -> list[str]:
    """What the page asked of the shelf in vain, by address."""
    wanting: list[str] = []

    def hear(answer: Response) -> None:
        if answer.status >= 400:
            wanting.append(answer.url)

    page.on("response", hear)
    page.goto(one.address)
    return wanting


def rules(page: Page) -> int:
    """How many sheets of the site's own the page has rules of."""
    return page.evaluate(
        "[...document.styleSheets].filter(sheet => !sheet.href?.includes('/_a11y/')"
        " && (!sheet.href || sheet.href.startsWith(location.origin)) && sheet.cssRules.length).length"
    )


@pytest.mark.browser
@pytest.mark.parametrize("one", PAGES)
def test_a_page_has_its_sheets_and_pictures_before_the_proxy_and_behind_it(
    one: Shelved, shelf_original: Any, shelf_visitor: Any
) -> None:
    original, page = shelf_original(), shelf_visitor()
    assert missing(original, one) == []
    assert missing(page, one) == []
    assert page.locator("html").evaluate("(html) => html.querySelector('[data-a11y-ui]') !== null")
    assert rules(page) >= rules(original) > 0


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
