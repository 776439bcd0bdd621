"""Pages for rules: from markup to `Page`, and back to markup that can be compared."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from a11y_proxy.core.artifact import Marker
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.rewrite.html import document
from a11y_proxy.rewrite.html.page import Page

ORIGIN = "https://town.example"
SITE = Site(ORIGIN, removals=(".advert",), headings={".subtitle": 2})
"""With the recipe that the examples of its rules speak of."""


def _read(markup: str, *, fragment: bool = False, site: Site | None = None, **known: Any) -> Page:
    known = {"phrases": Phrases({}, default="en"), "language": "en"} | known
    return Page(
        root=document.parse(markup, fragment=fragment).root,
        url=f"{ORIGIN}/news/15",
        site=site or SITE,
        rendition=Rendition(),
        mark=Marker("0" * 32),
        fragment=fragment,
        **known,
    )


def _write(page: Page) -> str:
    tree = document.Document(page.root, fragment=page.fragment)
    markup = document.serialise(tree).decode()
    markup = re.sub(r"\s+", " ", markup)
    return re.sub(r"> <", "><", markup).strip()


@pytest.fixture(scope="session")
def read_page() -> Callable[..., Page]:
    """Markup to a page of an English site, at `/news/15`."""
    return _read


@pytest.fixture(scope="session")
def write_page() -> Callable[[Page], str]:
    """A page to markup, without the white space between tags."""
    return _write
