from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y_proxy.caching.entry import Entry
from a11y_proxy.caching.freshness import moment

Make = Callable[..., Entry]

AT_NOW = "Fri, 15 Jan 2027 08:00:00 GMT"
A_MINUTE_BEFORE = "Fri, 15 Jan 2027 07:59:00 GMT"
A_DAY_BEFORE = "Thu, 14 Jan 2027 08:00:00 GMT"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"cache_control": "max-age=60"}, 60),
        ({"cache_control": "max-age=60, s-maxage=10"}, 10),
        ({"cache_control": "max-age=60", "expires": A_DAY_BEFORE}, 60),
        ({"date": A_MINUTE_BEFORE, "expires": AT_NOW}, 60),
        ({"date": AT_NOW, "expires": A_DAY_BEFORE}, 0),
        # an Expires that is no date is in the past
        ({"expires": "0", "last_modified": A_DAY_BEFORE}, 0),
        ({"expires": "Fri, 15 Jan 27 09:00:00 GMT"}, 0),
        ({"expires": "2027-01-15T09:00:00Z"}, 0),
        # a guess is a tenth of the page's age, and has a ceiling
        ({"date": AT_NOW, "last_modified": A_MINUTE_BEFORE}, 6),
        ({"date": AT_NOW, "last_modified": A_DAY_BEFORE}, 600),
        ({}, 0),
    ],
)
def test_a_reply_is_fresh_for_as_long_as_it_says(
    entry: Make, fields: dict[str, str], expected: float
) -> None:
    assert entry(**fields).lifetime == expected


def test_there_is_no_guess_for_a_status_that_may_not_be_kept(entry: Make) -> None:
    assert entry(status=302, date=AT_NOW, last_modified=A_DAY_BEFORE).lifetime == 0


def test_the_age_that_another_cache_names_counts(entry: Make, now: float) -> None:
    assert entry(age="100", old=10).age(now) == 110


def test_the_time_on_the_way_counts_as_age(entry: Make, now: float) -> None:
    assert entry(age="100", old=10, delay=3).age(now) == 113


def test_an_old_date_counts_as_age(entry: Make, now: float) -> None:
    assert entry(date=A_MINUTE_BEFORE).age(now) == 60


def test_a_clock_put_back_makes_nothing_younger(entry: Make, now: float) -> None:
    assert entry(age="5", old=-3600).age(now) == 5


def test_no_cache_is_never_fresh(entry: Make, now: float) -> None:
    assert entry(cache_control="max-age=60").fresh(now)
    assert not entry(cache_control="max-age=60, no-cache").fresh(now)
    assert not entry(cache_control="max-age=60", old=60).fresh(now)


def test_only_the_date_of_the_standard_is_a_date() -> None:
    assert moment("Fri, 15 Jan 2027 08:00:00 GMT") == 1_800_000_000
    assert moment("Fri, 15 Jan 2027 08:00:00 +0200") is None
    assert moment("Fri, 99 Jan 2027 08:00:00 GMT") is None
