"""WebP (RFC 9649): a moving one says so in its header, and keeps each picture in a chunk."""

from __future__ import annotations

import struct

from a11y_proxy.core.stills.unfinished import UnfinishedError

_HEAD = struct.Struct("<4sI4s4s")
"""RIFF, the length of what follows, WEBP, and the type of the first chunk (§2.4)."""
_FLAGS, _MOVES = 20, 0x02
"""The place of the flags, and the one that says that pictures follow one another (§2.7)."""
_CHUNK = struct.Struct("<4sI")
_MOST = 1000
"""Chunks that are looked at; a picture has a few before its first."""
_FIRST, _BEFORE = 12, 8
"""Where chunks begin, and how much is not counted in the length of the file."""


def still(data: bytes) -> bytes | None:
    """Gives an animation of one picture; see `stills.Still`."""
    if not data.startswith(b"RIFF"[: len(data)]):
        return None
    if len(data) <= _FLAGS:
        raise UnfinishedError
    _, _, form, extended = _HEAD.unpack_from(data)
    if (form, extended) != (b"WEBP", b"VP8X") or not data[_FLAGS] & _MOVES:
        return None
    place = _FIRST
    for _ in range(_MOST):
        if place + _CHUNK.size > len(data):
            break
        kind, length = _CHUNK.unpack_from(data, place)
        place += _CHUNK.size + length + length % 2
        if kind == b"ANMF" and place <= len(data):
            return b"RIFF" + struct.pack("<I", place - _BEFORE) + data[_BEFORE:place]
    raise UnfinishedError
