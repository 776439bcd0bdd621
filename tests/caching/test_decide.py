from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y_proxy.caching.decide import Fetch, Revalidate, Serve, ServeThenRefresh, decide
from a11y_proxy.caching.entry import Entry
from a11y_proxy.core.fields import Fields

Make = Callable[..., Entry]


def test_nothing_stored_is_fetched(now: float) -> None:
    assert decide(None, Fields(), now) == Fetch()


@pytest.mark.parametrize(
    ("said", "old", "asked", "expected"),
    [
        ("max-age=60", 59, "", Serve),
        ("max-age=60", 60, "", Revalidate),
        ("no-cache", 0, "", Revalidate),
        # a visitor may ask for something newer
        ("max-age=60", 0, "no-cache", Revalidate),
        ("max-age=60", 10, "max-age=5", Revalidate),
        ("max-age=60", 10, "max-age=0", Revalidate),
        # but cannot make us serve what the origin forbids to serve
        ("max-age=60", 61, "max-stale=1000", Revalidate),
        # the origin grants a window in which nobody waits
        ("max-age=60, stale-while-revalidate=30", 89, "", ServeThenRefresh),
        ("max-age=60, stale-while-revalidate=30", 90, "", Revalidate),
        ("max-age=60, stale-while-revalidate=30, must-revalidate", 61, "", Revalidate),
        ("s-maxage=60, stale-while-revalidate=30", 61, "", Revalidate),
        ("max-age=60, stale-while-revalidate=30, no-cache", 61, "", Revalidate),
    ],
)
def test_what_is_stored_is_used_only_where_both_sides_agree(  # noqa: PLR0913, PLR0917
    entry: Make, now: float, said: str, old: float, asked: str, expected: type
) -> None:
    stored = entry(cache_control=said, old=old)
    assert decide(stored, Fields((("Cache-Control", asked),)), now) == expected(stored)
