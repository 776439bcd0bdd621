"""The demo town and the proxy in front of it, as the other tests of whole visits have them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from a11y_proxy.core.charset import decode
from tests.e2e.conftest import original, proxy, town, visitor
from tests.engines.engines import fetched
from tests.engines.flagged import rewritten

__all__ = ["original", "proxy", "told", "town", "visitor"]
NOT_FETCHED = "The engines are not here. Fetch them:  tools/shelf sample"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips what asks engines that are not here; in continuous integration that is a failure."""
    if item.get_closest_marker("browser") and not fetched():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NOT_FETCHED)


@pytest.fixture(scope="module")
def told(visitor: Any, town: str) -> Iterator[Page]:
    """A visitor's page at the proxy, where what the report flags says so."""

    def answer(route: Route) -> None:
        path = route.request.url.split("/", 3)[3]
        reply = route.fetch(url=f"{town}/{path}")
        kind = reply.headers.get("content-type", "")
        if not kind.startswith("text/html"):
            route.fulfill(response=reply)
            return
        text, _ = decode(reply.body(), kind.partition("charset=")[2] or None)
        body = rewritten(text, f"{town}/{path}")
        route.fulfill(status=reply.status, content_type="text/html; charset=utf-8", body=body)

    page = visitor()
    page.route(
        lambda _url: True,
        lambda route: (
            answer(route) if route.request.resource_type == "document" else route.fallback()
        ),
    )
    yield page
    page.close()
