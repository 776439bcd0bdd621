from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_proxy.origin.coding import TooLargeError, acceptable, decoder
from a11y_proxy.origin.errors import OriginBrokenError

ROOM = 10**6


def raw_deflate(data: bytes) -> bytes:
    press = zlib.compressobj(wbits=-15)
    return press.compress(data) + press.flush()


CODINGS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    " GZIP ": gzip.compress,
    "br": brotli.compress,
    "identity": bytes,
    "": bytes,
}


@given(st.sampled_from(sorted(CODINGS)), st.binary(min_size=1, max_size=500), st.integers(1, 60))
def test_a_body_is_the_same_however_it_is_cut(coding: str, body: bytes, step: int) -> None:
    packed, undo = CODINGS[coding](body), decoder(coding)
    assert undo is not None
    pieces = [packed[i : i + step] for i in range(0, len(packed), step)]
    assert b"".join(undo.feed(piece, ROOM) for piece in pieces) == body
    assert undo.finish()


def test_deflate_without_its_wrapper_is_read_as_well() -> None:
    undo = decoder("deflate")
    assert undo is not None
    assert undo.feed(raw_deflate(b"word" * 9), ROOM) == b"word" * 9


def test_members_that_follow_one_another_are_one_body() -> None:
    undo = decoder("gzip")
    assert undo is not None
    packed = gzip.compress(b"a") + gzip.compress(b"b") + b"\0\0"
    assert undo.feed(packed, ROOM) == b"ab"


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_a_bomb_is_stopped_before_it_is_unpacked(coding: str) -> None:
    undo = decoder(coding)
    assert undo is not None
    with pytest.raises(TooLargeError):
        undo.feed(CODINGS[coding](bytes(50 * 2**20)), 2**20)


@pytest.mark.parametrize(
    ("coding", "data"), [("gzip", b"\x1f\x8b\x08\0" + b"\xff" * 99), ("br", b"\xff" * 99)]
)
def test_rubbish_is_named(coding: str, data: bytes) -> None:
    undo = decoder(coding)
    assert undo is not None
    with pytest.raises(OriginBrokenError):
        undo.feed(data, ROOM)


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate"])
def test_an_end_that_is_missing_is_seen(coding: str) -> None:
    undo = decoder(coding)
    assert undo is not None
    undo.feed(CODINGS[coding](b"some words" * 9)[:-4], ROOM)
    assert not undo.finish()


@pytest.mark.parametrize("coding", ["gzip, br", "zstd", "compress", "none", "aws-chunked"])
def test_what_we_cannot_undo_is_said_to_be_so(coding: str) -> None:
    assert decoder(coding) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("gzip, deflate, br, zstd", "br, gzip, deflate"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("br;q=0.000, gzip;q=0.5", "gzip"),
        ("*", "br, gzip, deflate"),
        ("zstd", "identity"),
        ("identity", "identity"),
        ("", "identity"),
        ("GZIP", "gzip"),
    ],
)
def test_we_ask_for_what_both_we_and_the_visitor_can_undo(said: str, expected: str) -> None:
    assert acceptable(said) == expected
