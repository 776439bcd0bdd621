"""The browser complains of no page of the town more than at the origin."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from a11y_proxy.town import PAGES
from tests.probes.console import complaints

SAMPLE = ("/", "/services/", "/contacts/")
WAYS = [
    pytest.param(path, marks=() if path in SAMPLE else pytest.mark.long, id=path) for path in PAGES
]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", WAYS)
def test_the_console_says_nothing_new(
    path: str, town: str, proxy: str, original: Any, visitor: Any
) -> None:
    before, after = complaints(original(), town, path), complaints(visitor(), proxy, path)
    assert after - before == Counter()
