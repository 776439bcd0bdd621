"""Refreshes, read as browsers read them."""

from __future__ import annotations

from time import process_time

import pytest

from a11y_proxy.core.refresh import parse_refresh


@pytest.mark.parametrize(
    ("content", "delay", "url"),
    [
        ("5", 5, ""),
        ("0;url=/x", 0, "/x"),
        ("0; URL = '/x' and more", 0, "/x"),
        ('3,url="/a b"', 3, "/a b"),
        ("0 /x", 0, "/x"),
        ("0;/x", 0, "/x"),
        (".5;url=/x", 0, "/x"),
        ("1.5;url=/x", 1, "/x"),
        ("0;url='/never closed", 0, "/never closed"),
        ("0;url=/x;y,z", 0, "/x;y,z"),
        (" \n 10 ; url=http://town.example/", 10, "http://town.example/"),
        ("99999999999;url=/x", 999_999_999, "/x"),
    ],
)
def test_delay_and_address_are_found(content: str, delay: int, url: str) -> None:
    refresh = parse_refresh(content)
    assert refresh is not None
    assert (refresh.delay, refresh.url) == (delay, url)
    assert content[refresh.start : refresh.end] == url


@pytest.mark.parametrize("content", ["", "soon", ";url=/x", "5x;url=/x", "-1;url=/x"])
def test_what_a_browser_ignores_is_none(content: str) -> None:
    assert parse_refresh(content) is None


@pytest.mark.parametrize(
    "content", ["0" * 300_000 + "x", "0;" + " " * 300_000 + "'", "0;url=" * 9**5]
)
def test_a_hostile_refresh_takes_no_longer_than_its_length(content: str) -> None:
    start = process_time()
    parse_refresh(content)
    assert process_time() - start < 1
