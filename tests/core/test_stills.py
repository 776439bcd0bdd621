"""The first picture of a moving file is found in whatever pieces it comes, and stands alone as a whole file."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from a11y_proxy.core.stills import STILLS
from a11y_proxy.core.stills.unfinished import UnfinishedError


def picture(kind: str, *colours: str, **more: object) -> bytes:
    """A picture with a square in each of the colours, one after the other."""
    frames = []
    for number, colour in enumerate(colours):
        frame = Image.new("RGB", (90, 40), "white")
        ImageDraw.Draw(frame).rectangle((number * 9, 3, number * 9 + 20, 30), fill=colour)
        frames.append(frame)
    file = io.BytesIO()
    if frames[1:]:
        more |= {"save_all": True, "append_images": frames[1:], "loop": 0, "duration": 100}
    frames[0].save(file, kind, **more)
    return file.getvalue()


KINDS = ("gif", "png", "webp")
MOVING = {kind: picture(kind, "red", "green", "blue") for kind in KINDS}
STANDING = {kind: picture(kind, "red") for kind in KINDS}
STARTS = {"gif": b"GIF89a", "png": b"\x89PNG\r\n\x1a\n", "webp": b"RIFF\0\0\0\0WEBPVP8X"}


def still(kind: str, data: bytes) -> bytes | None:
    return STILLS[f"image/{kind}"](data)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_held_still_is_the_first_picture(kind: str) -> None:
    assert Image.open(io.BytesIO(MOVING[kind])).n_frames == 3
    held = Image.open(io.BytesIO(still(kind, MOVING[kind])))
    held.load()
    assert getattr(held, "n_frames", 1) == 1
    red, green, blue = held.convert("RGB").getpixel((10, 10))
    assert red > 250
    assert max(green, blue) < 5
    assert held.size == (90, 40)


@pytest.mark.parametrize("kind", KINDS)
def test_a_single_picture_does_not_move(kind: str) -> None:
    assert still(kind, STANDING[kind]) is None
    assert still("gif", picture("gif", "red", comment=b"," * 600)) is None
    assert still("png", picture("png", "red", icc_profile=b"," * 600)) is None
    assert still("webp", picture("webp", "red", exif=b"Exif\0\0" + b"," * 600)) is None


@pytest.mark.parametrize("whole", [*MOVING.values(), *STANDING.values()])
def test_too_few_bytes_are_told_from_enough(whole: bytes) -> None:
    (kind,) = (kind for kind, start in STARTS.items() if whole[:4] == start[:4])
    known, answers = still(kind, whole), set()
    for length in range(len(whole)):
        try:
            answers.add(still(kind, whole[:length]))
        except UnfinishedError:
            assert not answers, "what was enough is not too little with more"
    assert answers <= {known}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "data", [b"<svg/>" * 30, b"GIF89a" + b"\1" * 99, b"RIFF\0\0\0\0WAVEfmt " * 9]
)
def test_what_is_no_such_picture_passes_as_it_is(kind: str, data: bytes) -> None:
    assert still(kind, data) is None


@given(st.sampled_from(KINDS), st.integers(0), st.integers(0, 255))
def test_what_is_kept_of_a_broken_picture_is_no_more_than_there_was(
    kind: str, place: int, byte: int
) -> None:
    whole = MOVING[kind]
    place %= len(whole)
    broken = whole[:place] + bytes([byte]) + whole[place + 1 :]
    try:
        first = still(kind, broken)
    except UnfinishedError:
        return
    assert first is None or len(first) < len(broken) + 12


@given(st.sampled_from(KINDS), st.binary(max_size=200))
def test_bytes_of_all_sorts_end_the_search(kind: str, rest: bytes) -> None:
    try:
        first = still(kind, STARTS[kind] + rest)
    except UnfinishedError:
        return
    assert first is None or len(first) <= len(STARTS[kind] + rest) + 12


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a\1\0\1\0\0\0\0!\xfe" + b"\x01," * 2**21,
        MOVING["png"][:33] + b"\0\0\0\0acTL" + bytes(4) + b"\0\0\0\0tEXt\0\0\0\0" * 2**18,
        MOVING["webp"][:30] + b"XXXX\0\0\0\0" * 2**20,
    ],
    ids=KINDS,
)
def test_a_file_of_countless_empty_blocks_is_not_followed_to_its_end(data: bytes) -> None:
    kind = next(kind for kind, start in STARTS.items() if data[:4] == start[:4])
    before = time.process_time()
    with pytest.raises(UnfinishedError):
        still(kind, data)
    assert time.process_time() - before < 0.05
