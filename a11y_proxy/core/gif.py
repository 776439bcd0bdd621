"""Finds where the first picture of a GIF ends, and whether others follow it (GIF89a)."""

from __future__ import annotations

from dataclasses import dataclass

END = b";"
"""What closes a GIF (§27, "Trailer")."""

_SIGNATURES = (b"GIF87a", b"GIF89a")
_EXTENSION, _IMAGE = 0x21, 0x2C
_SCREEN = 13
"""Bytes of signature and logical screen descriptor (§17, §18)."""
_DESCRIPTOR = 10
"""Bytes of an image descriptor with its separator (§20)."""


class NoGifError(ValueError):
    """The bytes are no GIF, or a broken one."""


@dataclass(frozen=True, slots=True)
class First:
    """`end` is the place behind the data of the first picture; `moves` says that another follows."""

    end: int
    moves: bool


def first_picture(data: bytes | bytearray) -> First | None:
    """Gives what is known of the first picture; None while more bytes must come. Raises NoGifError."""
    if not data.startswith(_SIGNATURES) and len(data) >= len(_SIGNATURES[0]):
        raise NoGifError
    try:
        place = _SCREEN + _colours(data[_SCREEN - 3])
        end = None
        while data[place] != END[0]:
            if data[place] == _EXTENSION:
                place = _behind(data, place + 2)
            elif data[place] != _IMAGE:
                raise NoGifError
            elif end is not None:
                return First(end, moves=True)
            else:
                colours = _colours(data[place + _DESCRIPTOR - 1])
                # one byte says how the data is coded (§22)
                place = end = _behind(data, place + _DESCRIPTOR + colours + 1)
    except IndexError:
        return None
    if end is None:
        raise NoGifError
    return First(end, moves=False)


def _colours(packed: int) -> int:
    """Gives the bytes of the table of colours that a descriptor announces (§19, §21)."""
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _behind(data: bytes | bytearray, place: int) -> int:
    """Gives the place behind a chain of blocks, each of which begins with its length (§15, §16)."""
    while length := data[place]:
        place += length + 1
    return place + 1
