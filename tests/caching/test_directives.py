from __future__ import annotations

import time

import pytest

from a11y_proxy.caching.directives import directives, seconds
from a11y_proxy.caching.entry import media_type


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", {}),
        ("no-store, no-cache", {"no-store": "", "no-cache": ""}),
        ("Max-Age=60 , PUBLIC", {"max-age": "60", "public": ""}),
        ('private="set-cookie, x", max-age=5', {"private": '"set-cookie, x"', "max-age": "5"}),
        (",, ,max-age=1,", {"max-age": "1"}),
        ("unknown=thing; odd, no-transform", {"unknown": "?", "no-transform": ""}),
    ],
)
def test_a_line_is_read_as_browsers_read_it(line: str, expected: dict[str, str]) -> None:
    assert directives(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("max-age=60", 60),
        ("max-age=0", 0),
        ("public", None),
        ("max-age=99999999999999", 2**31),
        # malformed means stale, whatever was meant
        ("max-age=-1", 0),
        ("max-age=1.5", 0),
        ("max-age=a100", 0),
        ("max-age=100a", 0),
        ('max-age="100"', 0),
        ("max-age", 0),
        ("max-age=١٠", 0),
        ("max-age=10, max-age=20", 0),
        ("max-age=10, max-age=10", 10),
    ],
)
def test_seconds_that_are_malformed_mean_stale(line: str, expected: int | None) -> None:
    assert seconds(directives(line), "max-age") == expected


@pytest.mark.parametrize("line", ['"' + ";" * 60_000, " " * 60_000, 'a="' + "\\" * 60_000])
def test_no_field_of_the_origin_holds_the_server_up(line: str) -> None:
    """E09: both are read where all visitors wait."""
    start = time.process_time()
    media_type(line)
    directives(line)
    assert time.process_time() - start < 0.5
