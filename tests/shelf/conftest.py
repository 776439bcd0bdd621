"""The torture shelf as an origin, and the proxy in front of it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.serving import Visitor, serving, visitors
from tests.shelf.origin import fetched
from tests.shelf.shelf import SAMPLE

NOT_FETCHED = "The shelf's packages are not here. Fetch them:  tools/shelf {}"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips what needs packages that are not here, and fails it in continuous integration."""
    part = "all" if item.get_closest_marker("shelf") else "sample"
    if not fetched(None if part == "all" else SAMPLE):
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NOT_FETCHED.format(part))


@pytest.fixture(scope="session")
def shelf_origin() -> Iterator[str]:
    """The origin of the shelf."""
    with serving("tests.shelf.origin", ready="/") as origin:
        yield origin


@pytest.fixture(scope="session")
def shelf_proxy(shelf_origin: str) -> Iterator[str]:
    """The origin of a proxy of the shelf."""
    with serving("a11y_proxy", "serve", "--origin", shelf_origin, ready="/_a11y/health") as origin:
        yield origin


@pytest.fixture(scope="module")
def shelf_visitor(chromium: Browser, shelf_proxy: str) -> Iterator[Visitor]:
    """Gives a visitor's page at the proxy, by preferences as the cookie has them."""
    with visitors(chromium, shelf_proxy) as visit:
        yield visit


@pytest.fixture(scope="module")
def shelf_original(chromium: Browser, shelf_origin: str) -> Iterator[Visitor]:
    """Gives a visitor's page at the origin."""
    with visitors(chromium, shelf_origin) as visit:
        yield visit
