from __future__ import annotations

import gzip
import sys
import zlib
from itertools import islice

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_proxy.origin.coding import acceptable, decoder
from a11y_proxy.origin.errors import OriginBrokenError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

STEP = 2**18


def raw_deflate(data: bytes) -> bytes:
    press = zlib.compressobj(wbits=-15)
    return press.compress(data) + press.flush()


CODINGS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    " GZIP ": gzip.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
    "identity": bytes,
    "": bytes,
}


@given(st.sampled_from(sorted(CODINGS)), st.binary(min_size=1, max_size=500), st.integers(1, 60))
def test_a_body_is_the_same_however_it_is_cut(coding: str, body: bytes, step: int) -> None:
    packed, undo = CODINGS[coding](body), decoder(coding)
    assert undo is not None
    pieces = [packed[i : i + step] for i in range(0, len(packed), step)]
    assert b"".join(part for piece in pieces for part in undo.feed(piece)) == body
    assert undo.finish()


def test_deflate_without_its_wrapper_is_read_as_well() -> None:
    undo = decoder("deflate")
    assert undo is not None
    assert b"".join(undo.feed(raw_deflate(b"word" * 9))) == b"word" * 9


@pytest.mark.parametrize(("coding", "padding"), [("gzip", b"\0\0"), ("zstd", b"")])
def test_members_that_follow_one_another_are_one_body(coding: str, padding: bytes) -> None:
    undo = decoder(coding)
    assert undo is not None
    packed = CODINGS[coding](b"a") + CODINGS[coding](b"b") + padding
    assert b"".join(undo.feed(packed)) == b"ab"
    assert undo.finish()


def test_a_frame_that_would_need_much_memory_is_rubbish() -> None:
    """RFC 9659: of a content coding, no more than 8 MiB need be kept in memory (C17)."""
    undo = decoder("zstd")
    assert undo is not None
    stream = zstd.ZstdCompressor(options={zstd.CompressionParameter.window_log: 27})
    wide = stream.compress(b"word") + stream.flush()
    with pytest.raises(OriginBrokenError):
        list(undo.feed(wide))


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_bomb_is_unpacked_only_as_far_as_it_is_taken(coding: str) -> None:
    """No step is large enough to hold up the event loop (C03, C18)."""
    undo = decoder(coding)
    assert undo is not None
    steps = undo.feed(CODINGS[coding](bytes(50 * 2**20)))
    # Brotli looks at the limit only when a block is full
    assert all(len(step) <= 2 * STEP for step in islice(steps, 9))


@pytest.mark.parametrize(
    ("coding", "data"),
    [("gzip", b"\x1f\x8b\x08\0" + b"\xff" * 99), ("br", b"\xff" * 99), ("zstd", b"\xff" * 99)],
)
def test_rubbish_is_named(coding: str, data: bytes) -> None:
    undo = decoder(coding)
    assert undo is not None
    with pytest.raises(OriginBrokenError):
        list(undo.feed(data))


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "zstd"])
def test_an_end_that_is_missing_is_seen(coding: str) -> None:
    undo = decoder(coding)
    assert undo is not None
    list(undo.feed(CODINGS[coding](b"some words" * 9)[:-4]))
    assert not undo.finish()


@pytest.mark.parametrize("coding", ["gzip, br", "zstd, br", "compress", "aws-chunked"])
def test_what_we_cannot_undo_is_said_to_be_so(coding: str) -> None:
    assert decoder(coding) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("gzip, deflate, br, zstd", "br, zstd, gzip, deflate"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("br;q=0.000, gzip;q=0.5", "gzip"),
        ("*", "br, zstd, gzip, deflate"),
        ("zstd", "zstd"),
        ("identity", "identity"),
        ("", "identity"),
        ("GZIP", "gzip"),
    ],
)
def test_we_ask_for_what_both_we_and_the_visitor_can_undo(said: str, expected: str) -> None:
    assert acceptable(said) == expected
