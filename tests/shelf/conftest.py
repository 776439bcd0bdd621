"""The torture shelf as an origin, and the proxy in front of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.serving import Visitor, serving, visitors
from tests.shelf.origin import fetched
from tests.shelf.shelf import FOLDERS, SAMPLE
from tests.shelf.wordpress.site import THEMES

ALONE = Path(__file__).parent / "proxy.toml"
NOT_FETCHED = "What this page is made of is not here. Fetch it:  tools/shelf {}"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips what needs packages that are not here; in continuous integration that is a failure."""
    asked = getattr(item, "callspec", None)
    named = [getattr(one, "slug", one) for one in asked.params.values()] if asked else []
    slugs = {slug for slug in (*FOLDERS, *THEMES) if slug in named} or SAMPLE
    if fetched(slugs):
        return
    if slugs & {*THEMES}:
        # A database and PHP are much to ask of a machine; the rest of the shelf is not.
        pytest.skip(NOT_FETCHED.format("wordpress"))
    part = "sample" if slugs <= SAMPLE else "all"
    (pytest.fail if os.environ.get("CI") else pytest.skip)(NOT_FETCHED.format(part))


@pytest.fixture(scope="session")
def shelf_origin() -> Iterator[str]:
    """The origin of the shelf."""
    with serving("tests.shelf.origin", ready="/") as origin:
        yield origin


@pytest.fixture(scope="session")
def shelf_proxy(shelf_origin: str) -> Iterator[str]:
    """The origin of a proxy of the shelf."""
    command = ("serve", "--origin", shelf_origin, "--config", str(ALONE))
    with serving("a11y_proxy", *command, ready="/_a11y/health") as origin:
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
