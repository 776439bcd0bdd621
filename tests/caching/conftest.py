"""A stored reply in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y_proxy.caching.entry import Entry
from a11y_proxy.core.fields import Fields

NOW = 1_800_000_000.0
"""Fri, 15 Jan 2027 08:00:00 GMT"""


@pytest.fixture
def now() -> float:
    return NOW


@pytest.fixture
def entry() -> Callable[..., Entry]:
    """Gives an entry that came `old` seconds ago, with fields written as keyword arguments."""

    def make(*, status: int = 200, old: float = 0.0, delay: float = 0.0, **fields: str) -> Entry:
        pairs = tuple((name.replace("_", "-"), value) for name, value in fields.items())
        came = NOW - old
        return Entry("http://town.example/", status, Fields(pairs), b"x", came - delay, came)

    return make
