"""Addresses in `srcset`, with the commas and parentheses that the standard's own tests use."""

from __future__ import annotations

import pytest

from a11y_proxy.core.srcset import map_srcset


@pytest.mark.parametrize(
    ("srcset", "urls"),
    [
        ("a", ["a"]),
        ("a 1x, b 2x", ["a", "b"]),
        ("a,b", ["a,b"]),
        ("a, b", ["a", "b"]),
        ("a,, b", ["a", "b"]),
        (" a ,b 2x", ["a", "b"]),
        (",a", ["a"]),
        ("data:image/png;base64,AA== 1x, b 2x", ["data:image/png;base64,AA==", "b"]),
        ("a (,) 1x, b", ["a", "b"]),
        ("a x(,), b", ["a", "b"]),
        ("a ( , b", ["a"]),
        ("a 100w,b 200w", ["a", "b"]),
        ("\x0ba 1x", ["\x0ba"]),
        ("a\t1x,\nb", ["a", "b"]),
        ("", []),
        (" , ,", []),
    ],
)
def test_addresses_are_found_and_the_rest_stays(srcset: str, urls: list[str]):
    found: list[str] = []

    def note(url: str) -> str:
        found.append(url)
        return url

    assert map_srcset(srcset, note) == srcset
    assert [url for url in found if url] == urls


def test_each_address_is_mapped():
    assert map_srcset("a 1x, b(x) 2x ,c,", str.upper) == "A 1x, B(X) 2x ,C,"
