from __future__ import annotations

import time

import pytest

from a11y_proxy.core.fields import Fields
from a11y_proxy.core.site import Site
from a11y_proxy.service.credentials import without_password

SITE = Site("http://town.example")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Basic dTpw", False),
        ('Digest username="a, Bearer b"', False),
        ("Bearer abc", True),
        (r'Bearer a="\", Basic b"', True),
        (r'Bearer a="\\", Basic b', False),
    ],
)
def test_a_password_is_known_by_its_scheme_and_not_by_what_is_quoted(
    line: str, kept: object
) -> None:
    assert bool(without_password(SITE, Fields((("Authorization", line),))).names) is kept


@pytest.mark.parametrize("piece", ['"\\', '\\"', ",", " ", '="'])
def test_no_such_field_holds_the_server_up(piece: str) -> None:
    """E09: it is read where all visitors wait."""
    fields = Fields((("Authorization", piece * (60_000 // len(piece))),))
    start = time.process_time()
    without_password(SITE, fields)
    assert time.process_time() - start < 0.5
