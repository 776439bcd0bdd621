"""
A small site of ours behind a real proxy: each complaint is a page of it, met in a real browser.

The complaints are those that users and makers of such tools wrote down in public; where one was
filed, its test names the place. `test_complaint_…` is about what others built and we must not repeat,
`test_widget_…` about what a widget does that stands on many municipal sites.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from playwright.sync_api import Browser, Page

from tests.complaints import drawings
from tests.complaints.sight import Open, Write
from tests.hosting import Host, hosting
from tests.serving import serving, visitors

WINDOW = {"width": 1000, "height": 700}
HOME = "<!doctype html><html lang=uk><meta charset=utf-8><title>Місто</title>"


@pytest.fixture(scope="session")
def site() -> Iterator[Host]:
    """The origin, with nothing but pictures to begin with."""
    with hosting() as host:
        host.files = {f"/pictures/{name}": found for name, found in drawings.FILES.items()}
        host.files["/favicon.ico"] = ("image/x-icon", b"")
        yield host


@pytest.fixture(scope="session")
def proxy(site: Host) -> Iterator[str]:
    """The proxy's own origin."""
    with serving("a11y_proxy", "serve", "--origin", site.url, ready="/_a11y/health") as home:
        yield home


@pytest.fixture(scope="session")
def write(site: Host) -> Write:
    """Puts a page and its sheet on the site; gives the page's path."""
    numbers = count(1)

    def written(body: str, css: str = "", head: str = "") -> str:
        path = f"/pages/{next(numbers)}.html"
        site.files[f"{path}.css"] = ("text/css", css.encode())
        sheet = f"<link rel=stylesheet href={path}.css>" if css else ""
        site.files[path] = ("text/html; charset=utf-8", f"{HOME}{sheet}{head}{body}".encode())
        return path

    return written


def opener(browser: Browser, home: str) -> Iterator[Open]:
    with visitors(browser, home) as visit:

        def opened(path: str, preferences: str = "", **wishes: object) -> Page:
            page = visit(preferences, **{"viewport": WINDOW, **wishes})
            page.goto(path)
            return page

        yield opened


@pytest.fixture
def visit(chromium: Browser, proxy: str) -> Iterator[Open]:
    """Opens a path for a visitor of the proxy; preferences as the cookie has them."""
    yield from opener(chromium, proxy)


@pytest.fixture
def original(chromium: Browser, site: Host) -> Iterator[Open]:
    """Opens a path as the site itself serves it."""
    yield from opener(chromium, site.url)


@pytest.fixture(params=["black-on-white", "white-on-black"])
def theme(request: pytest.FixtureRequest) -> str:
    """A light theme and a dark one, as a visitor's preference."""
    return f"theme={request.param}"
