from __future__ import annotations

import pytest

from a11y_proxy.caching.shareable import languages, shareable, spoken
from a11y_proxy.core.fields import Fields


def fields(**given: str) -> Fields:
    return Fields(tuple((name.replace("_", "-"), value) for name, value in given.items()))


@pytest.mark.parametrize(
    "asked",
    [
        fields(),
        fields(sec_fetch_dest="document"),
        fields(sec_fetch_dest="style"),
        fields(accept="text/html,*/*;q=0.8"),
        fields(accept="*/*"),
        fields(if_none_match='W/"a11y-01"', if_modified_since="Fri, 15 Jan 2027 08:00:00 GMT"),
    ],
)
def test_a_plain_request_for_a_page_or_a_sheet_is_anyones(asked: Fields) -> None:
    assert shareable("GET", asked)


@pytest.mark.parametrize(
    "asked",
    [
        fields(cookie="PHPSESSID=1"),
        fields(authorization="Basic eA=="),
        fields(range="bytes=0-1"),
        fields(x_requested_with="XMLHttpRequest"),
        fields(sec_fetch_dest="empty"),
        fields(if_none_match='"the origin\'s"'),
        fields(if_modified_since="Fri, 15 Jan 2027 08:00:00 GMT"),
        fields(sec_fetch_dest="image"),
        fields(accept="image/avif,image/webp"),
    ],
)
def test_whatever_could_be_answered_for_one_only_is_not(asked: Fields) -> None:
    assert not shareable("GET", asked)


@pytest.mark.parametrize("method", ["POST", "HEAD", "DELETE"])
def test_only_a_get_is_shared(method: str) -> None:
    assert not shareable(method, fields())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", ""),
        ("uk-UA,uk;q=0.9,en-US;q=0.8,en;q=0.7", "uk, en"),
        ("en;q=0.5, uk", "uk, en"),
        ("ru;q=0, en", "en"),
        ("a, b, c, d", "a, b, c"),
        ("*, <script>, en;q=nonsense, uk", "uk"),
    ],
)
def test_languages_are_made_plain_because_they_are_in_the_key(said: str, expected: str) -> None:
    assert languages(fields(accept_language=said)) == expected


def test_nothing_that_is_not_in_the_key_reaches_the_origin() -> None:
    one = fields(accept_language="uk", user_agent="x", x_forwarded_host="evil", referer="/a")
    other = fields(accept_language="uk-UA", accept="*/*", origin="http://evil")
    assert spoken(one) == spoken(other)
