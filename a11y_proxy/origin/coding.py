"""Undoes content codings step by step, so that a bomb is stopped, not stored, and holds nobody up."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Protocol

import brotli  # type: ignore[import-untyped]

from a11y_proxy.origin.errors import OriginBrokenError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_STEP = 2**18
"""Bytes that one step may unpack, roughly: a millisecond or two."""

_WINDOW = 23
"""The logarithm of the bytes that a zstd frame may refer back to (RFC 9659 §3)."""

ACCEPTED = ("br", "zstd", "gzip", "deflate")
"""Codings that we can undo, as Accept-Encoding names them."""


class Decoder(Protocol):
    """Takes a body's pieces as they come and gives them unpacked."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Unpacks a piece step by step: what is not taken is not unpacked. Raises OriginBrokenError."""

    def finish(self) -> bool:
        """Says whether the coding came to its proper end."""


class _Identity:
    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data

    def finish(self) -> bool:
        return True


class _Deflated:
    """gzip, and deflate with or without the zlib wrapper: servers disagree on what it means."""

    _GZIP, _ZLIB, _RAW = 31, 15, -15

    def __init__(self) -> None:
        self._inflate: zlib._Decompress | None = None
        self._plain = False
        self._start = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._inflate is None and not self._plain:
            # two bytes tell one wrapper from another
            self._start += data
            if len(self._start) < 2:
                return
            data, self._start = self._start, b""
            self._recognise(data)
        if self._plain:
            yield data
            return
        while data:
            assert self._inflate is not None
            try:
                yield self._inflate.decompress(data, _STEP)
            except zlib.error as error:
                raise OriginBrokenError(str(error)) from error
            data = self._inflate.unconsumed_tail
            if self._inflate.eof:
                # RFC 1952 §2.2: members may follow one another; anything else behind is padding
                data = self._inflate.unused_data
                if not data.startswith(b"\x1f\x8b"):
                    break
                self._inflate = zlib.decompressobj(self._GZIP)

    def finish(self) -> bool:
        if self._inflate is None:
            return self._plain or not self._start
        return self._inflate.eof

    def _recognise(self, data: bytes) -> None:
        if data.startswith(b"\x1f\x8b"):
            self._inflate = zlib.decompressobj(self._GZIP)
        elif data[:1] == b"\x78" and int.from_bytes(data[:2], "big") % 31 == 0:
            self._inflate = zlib.decompressobj(self._ZLIB)
        elif data.lstrip()[:1] in {b"<", b"@", b".", b"/", b"*", b"\xef"}:
            # the field lies: this is plain text, and a reader wants to read it
            self._plain = True
        else:
            self._inflate = zlib.decompressobj(self._RAW)


class _Brotli:
    def __init__(self) -> None:
        self._decompressor = brotli.Decompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            yield self._decompressor.process(data, output_buffer_limit=_STEP)
            while not self._decompressor.can_accept_more_data():
                yield self._decompressor.process(b"", output_buffer_limit=_STEP)
        except brotli.error as error:
            raise OriginBrokenError(str(error)) from error

    def finish(self) -> bool:
        return bool(self._decompressor.is_finished())


class _Zstandard:
    """Frames may follow one another (RFC 8878 §3.1)."""

    def __init__(self) -> None:
        self._begin()

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            while data or not (self._frame.eof or self._frame.needs_input):
                if self._frame.eof:
                    self._begin()
                yield self._frame.decompress(data, _STEP)
                data = self._frame.unused_data
        except zstd.ZstdError as error:
            raise OriginBrokenError(str(error)) from error

    def finish(self) -> bool:
        return self._frame.eof

    def _begin(self) -> None:
        limits: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW}
        self._frame = zstd.ZstdDecompressor(options=limits)


_DECODERS: dict[str, Callable[[], Decoder]] = {
    "": _Identity,
    "identity": _Identity,
    "br": _Brotli,
    "deflate": _Deflated,
    "gzip": _Deflated,
    "x-gzip": _Deflated,
    "zstd": _Zstandard,
    # no codings at all, but what servers say that have none; browsers read on, too
    **dict.fromkeys(("7bit", "8bit", "binary", "none", "utf-8", "utf8"), _Identity),
}


def decoder(content_encoding: str) -> Decoder | None:
    """Gives the decoder for a Content-Encoding; None for what we cannot undo, such as two at once."""
    make = _DECODERS.get(content_encoding.strip().lower())
    return make() if make else None


@lru_cache(maxsize=256)
def acceptable(accept_encoding: str) -> str:
    """Gives the Accept-Encoding for the origin: what we can undo and the visitor can, too."""
    wanted = set()
    for part in accept_encoding.lower().replace(" ", "").split(","):
        coding, _, weight = part.partition(";q=")
        # RFC 9110 §12.5.3: a weight of nought refuses the coding
        if weight.rstrip("0") not in {"", "0."} or not weight:
            wanted.add(coding)
    both = [coding for coding in ACCEPTED if coding in wanted or "*" in wanted]
    return ", ".join(both) or "identity"
