"""Every shape of reply that an origin sends, as bytes, through the real proxy."""

from __future__ import annotations

import re

import pytest

from tests.server import table
from tests.server.response_shapes import SHAPES

ALL = {f"{group}: {name}": shape for group, some in SHAPES.items() for name, shape in some.items()}
PANEL = b"a11y-panel"


@pytest.mark.parametrize("name", ALL)
def test_a_reply_comes_to_visitors_as_the_table_says(name, proxy, origin) -> None:
    """Findings 2-4; B02-B04, B27, B28, C05, C15: our own framing, nothing lost but what must not be."""
    shape = ALL[name]
    path = origin.says("/shape/" + re.sub(r"\W", "-", name), shape.raw)
    answer = proxy.raw(
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
    )
    head, _, body = answer.partition(b"\r\n\r\n")
    assert int(head.split()[1]) == shape.status
    assert head.lower().count(b"\r\ncontent-length:") == 1
    assert b"\r\nContent-Length: %d" % len(body) in head
    assert b"\r\nTransfer-Encoding:" not in head
    assert (PANEL in body) is (shape.adapted or shape.status == 502)
    for present in shape.has:
        assert present in answer + b"\r\n"
    for absent in shape.lacks:
        assert absent not in answer


def test_the_document_for_operators_has_these_very_tables() -> None:
    assert table.PLACE.read_text("utf-8") == table.document(), "python -m tests.server.table"
