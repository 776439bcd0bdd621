from __future__ import annotations

import pytest

from a11y_proxy.origin.octets import text_of


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (b"X", b"plain \t text", "plain \t text"),
        (b"X", "Рада".encode(), "Рада"),
        (b"Content-Disposition", 'filename="Рада"'.encode("cp1251"), 'filename="Рада"'),
        (b"Location", "/рада?a=1%20#b".encode(), "/%D1%80%D0%B0%D0%B4%D0%B0?a=1%20#b"),
        (b"location", "/р".encode("cp1251"), "/%F0"),
        (b"X", b"a\x01b", None),
        (b"X", b"a\x7fb", None),
        (b"X", b"a\x00", None),
        (b"X", b"", ""),
    ],
)
def test_a_value_can_be_written_again_without_loss(
    name: bytes, value: bytes, expected: str | None
) -> None:
    assert text_of(name, value) == expected
