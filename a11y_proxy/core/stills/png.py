"""
PNG, which moves by chunks of its own (Portable Network Graphics, third edition, §11.3.6).

What a reader sees who knows nothing of them is the still picture that its author chose.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from a11y_proxy.core.stills.unfinished import UnfinishedError

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MOVES, _FRAME, _DATA, _END = b"acTL", b"fcTL", b"IDAT", b"IEND"
_HEAD, _AROUND = struct.Struct(">I4s"), 12
"""Length and type before the data of a chunk; with its check sum there are twelve bytes around it (§5.3)."""
_MOST = 1000
"""Chunks that are looked at; a picture has a few before its data, and some hundred of these."""
_CLOSED = bytes(4) + _END + bytes.fromhex("ae426082")


class _Chunk(NamedTuple):
    kind: bytes
    start: int
    end: int


def still(data: bytes) -> bytes | None:
    """Gives the picture that stands for all; see `stills.Still`."""
    if not data.startswith(_SIGNATURE[: len(data)]):
        return None
    kept, moves, drawn = [_SIGNATURE], False, False
    for chunk in islice(_chunks(data), _MOST):
        if drawn and chunk.kind != _DATA:
            return b"".join([*kept, _CLOSED])
        if chunk.kind == _DATA and not moves:
            return None
        if chunk.end > len(data):
            raise UnfinishedError
        moves, drawn = moves or chunk.kind == _MOVES, chunk.kind == _DATA
        if chunk.kind not in {_MOVES, _FRAME}:
            kept.append(data[chunk.start : chunk.end])
    raise UnfinishedError


def _chunks(data: bytes) -> Iterator[_Chunk]:
    """Gives the chunks that have begun."""
    start = len(_SIGNATURE)
    while start + _HEAD.size <= len(data):
        length, kind = _HEAD.unpack_from(data, start)
        end = start + length + _AROUND
        yield _Chunk(kind, start, end)
        start = end
