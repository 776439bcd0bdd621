"""WordPress as Debian ships it, and proxies in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import serving
from tests.shelf.wordpress.site import installed, whole_site

NOT_INSTALLED = "WordPress is not here. As root:  tools/shelf wordpress"
TRUSTED = Path(__file__).parent / "proxy.toml"


@pytest.fixture(scope="session")
def wordpress() -> Iterator[str]:
    """The origin of a WordPress with a town's pages in it."""
    if not installed():
        pytest.skip(NOT_INSTALLED)
    with whole_site() as site:
        yield site.origin


@pytest.fixture(scope="session")
def cautious(wordpress: str) -> Iterator[str]:
    """The origin of a proxy of it, as it comes."""
    with serving("a11y_proxy", "serve", "--origin", wordpress, ready="/_a11y/health") as origin:
        yield origin


@pytest.fixture(scope="session")
def trusted(wordpress: str) -> Iterator[str]:
    """The origin of a proxy of it through which passwords may go."""
    command = ("serve", "--origin", wordpress, "--config", str(TRUSTED))
    with serving("a11y_proxy", *command, ready="/_a11y/health") as origin:
        yield origin
