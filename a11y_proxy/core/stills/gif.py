"""GIF89a: pictures follow one another, each behind a table of its colours."""

from __future__ import annotations

from collections.abc import Iterator

from a11y_proxy.core.stills.unfinished import UnfinishedError

_SIGNATURES = (b"GIF87a", b"GIF89a")
_END = b";"
"""What closes a GIF (§27, "Trailer")."""
_EXTENSION, _IMAGE = 0x21, 0x2C
_SCREEN = 13
"""Bytes of signature and logical screen descriptor (§17, §18)."""
_DESCRIPTOR = 10
"""Bytes of an image descriptor with its separator (§20)."""

_MOST = 20_000
"""Blocks that are looked at: 4 MiB in whole ones. A file of more, each nearly empty, would take long."""


def still(data: bytes) -> bytes | None:
    """Gives the first picture alone; see `stills.Still`."""
    if len(data) >= len(_SIGNATURES[0]) and not data.startswith(_SIGNATURES):
        return None
    try:
        place = _SCREEN + _colours(data[_SCREEN - 3])
        first, steps = 0, iter(range(_MOST))
        while data[place] != _END[0]:
            next(steps)
            if data[place] == _EXTENSION:
                place = _behind(data, place + 2, steps)
            elif data[place] != _IMAGE:
                return None
            elif first:
                return data[:first] + _END
            else:
                colours = _colours(data[place + _DESCRIPTOR - 1])
                # one byte says how the data is coded (§22)
                place = first = _behind(data, place + _DESCRIPTOR + colours + 1, steps)
    except (IndexError, StopIteration) as error:
        raise UnfinishedError from error
    return None


def _colours(packed: int) -> int:
    """Gives the bytes of the table of colours that a descriptor announces (§19, §21)."""
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _behind(data: bytes, place: int, steps: Iterator[int]) -> int:
    """Gives the place behind a chain of blocks, each of which begins with its length (§15, §16)."""
    while length := data[place]:
        next(steps)
        place += length + 1
    return place + 1
