from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y_proxy.caching.entry import Entry
from a11y_proxy.caching.store import Fallback, Freshen, Keep, Pass, outcome, stand_in
from a11y_proxy.core.fields import Fields

Make = Callable[..., Entry]
DAY = 86400.0


def test_a_plain_reply_with_a_lifetime_is_kept(entry: Make, now: float) -> None:
    reply = entry(cache_control="max-age=60")
    assert outcome(reply, Fields(), None, now, DAY) == Keep(reply)


def test_a_reply_that_can_only_be_asked_after_is_kept(entry: Make, now: float) -> None:
    reply = entry(etag='"1"')
    assert outcome(reply, Fields(), None, now, DAY) == Keep(reply)


@pytest.mark.parametrize(
    "fields",
    [
        {"set_cookie": "PHPSESSID=1"},
        {"cache_control": "max-age=60, private"},
        {"cache_control": "no-store, no-cache"},
        {"cache_control": "max-age=60", "vary": "*"},
        {"cache_control": "max-age=60", "content_range": "bytes 0-1/2"},
        {"cache_control": "max-age=60", "set_cookie": "a=b"},
        {"cache_control": "max-age=60", "clear_site_data": '"cookies"'},
        {"cache_control": "max-age=60", "content_security_policy": "script-src 'Nonce-x'"},
        {"status": 302, "cache_control": "max-age=60"},
        {"status": 206, "cache_control": "max-age=60"},
        {"status": 429, "cache_control": "max-age=60"},
        {"cache_control": "max-age=soon"},
        {},
    ],
)
def test_what_may_be_somebodys_own_is_never_kept(
    entry: Make, now: float, fields: dict[str, str]
) -> None:
    assert outcome(entry(**fields), Fields(), None, now, DAY) == Pass()


@pytest.mark.parametrize(
    "request_field", [("Authorization", "Basic eA=="), ("Cache-Control", "no-store")]
)
def test_a_request_that_is_private_is_not_kept(
    entry: Make, now: float, request_field: tuple[str, str]
) -> None:
    reply = entry(cache_control="max-age=60")
    assert outcome(reply, Fields((request_field,)), None, now, DAY) == Pass()


def test_a_confirmation_brings_new_fields_and_keeps_the_body(entry: Make, now: float) -> None:
    stored = entry(etag='"1"', content_type="text/html", x_old="1", age="50", old=100)
    news = entry(status=304, etag='"1"', cache_control="max-age=9", content_type="text/plain")
    match outcome(news, Fields(), stored, now, DAY):
        case Freshen(fresh):
            assert fresh.status == 200
            assert fresh.body == stored.body
            assert fresh.fields.get("cache-control") == "max-age=9"
            assert fresh.fields.get("content-type") == "text/html"
            assert fresh.fields.all("etag") == ('"1"',)
            assert fresh.received_at == now
        case other:
            pytest.fail(f"{other}")


def test_a_failing_origin_is_stood_in_for_by_an_older_copy(entry: Make, now: float) -> None:
    stored = entry(cache_control="max-age=60", old=3600)
    assert outcome(entry(status=503), Fields(), stored, now, DAY) == Fallback(stored)
    assert outcome(entry(status=503), Fields(), None, now, DAY) == Pass()


@pytest.mark.parametrize(
    ("said", "old", "stands"),
    [
        ("max-age=60", 60 + DAY - 1, True),
        ("max-age=60", 60 + DAY, False),
        ("max-age=60, stale-if-error=10", 69, True),
        ("max-age=60, stale-if-error=10", 70, False),
        ("max-age=60, must-revalidate", 61, False),
        ("max-age=60, proxy-revalidate", 61, False),
        ("s-maxage=60", 61, False),
        ("no-cache", 1, False),
    ],
)
def test_a_copy_stands_in_only_for_as_long_as_it_may(
    entry: Make,
    now: float,
    said: str,
    old: float,
    stands: bool,  # noqa: FBT001
) -> None:
    stored = entry(cache_control=said, old=old)
    assert stand_in(stored, now, DAY) == (stored if stands else None)


def test_a_cookie_that_comes_with_a_confirmation_is_not_everyones(entry: Make, now: float) -> None:
    """D05: the page was anyone's before, and must stay so."""
    stored = entry(etag='"1"')
    found = outcome(entry(status=304, etag='"1"', set_cookie="a=b"), Fields(), stored, now, DAY)
    assert isinstance(found, Freshen)
    assert found.entry.fields.get("set-cookie") is None
