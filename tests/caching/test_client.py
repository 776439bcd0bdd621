from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y_proxy.caching.client import Handling, cache_control, entity_tag, ours, unchanged
from a11y_proxy.caching.entry import Entry

Make = Callable[..., Entry]


@pytest.mark.parametrize(
    ("said", "page", "expected"),
    [
        ("max-age=60", False, "private, max-age=50"),
        # another visit may want another look of the same page
        ("max-age=60", True, "private, no-cache"),
        ("max-age=5", False, "private, no-cache"),
        ("no-store, max-age=60", False, "no-store"),
        ("no-store", True, "no-store"),
        ("no-cache, max-age=60", False, "private, no-cache"),
        ("", False, "private, no-cache"),
    ],
)
def test_a_reply_never_gains_freshness(
    entry: Make,
    now: float,
    said: str,
    page: bool,  # noqa: FBT001
    expected: str,
) -> None:
    assert cache_control(entry(cache_control=said, old=10), now, page=page) == expected


def test_a_guess_of_ours_is_not_handed_on(entry: Make, now: float) -> None:
    guessed = entry(last_modified="Thu, 14 Jan 2027 08:00:00 GMT")
    assert cache_control(guessed, now, page=False) == "private, no-cache"


def test_a_visitor_who_has_the_very_reply_is_told_so() -> None:
    tag = entity_tag(b"\x01\x02")
    assert unchanged(tag, tag)
    assert unchanged(f'"x", {tag}', tag)
    assert unchanged("*", tag)
    assert not unchanged('W/"a11y-ffff"', tag)
    assert not unchanged("", tag)


def test_our_tags_are_told_from_the_origins() -> None:
    assert ours(entity_tag(b"\x01"))
    assert not ours('"5f-a11y"')


def test_how_a_request_was_handled_is_said_as_the_standard_has_it() -> None:
    assert str(Handling()) == "a11y-proxy; hit"
    assert str(Handling("uri-miss", stored=True)) == "a11y-proxy; fwd=uri-miss; stored"
    assert str(Handling("stale", collapsed=True)) == "a11y-proxy; fwd=stale; collapsed"
