"""The first picture of a GIF is found in whatever pieces it comes, and stands alone as a whole GIF."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from a11y_proxy.core.gif import END, First, NoGifError, first_picture


def gif(*colours: str, comment: bytes = b"") -> bytes:
    """A GIF with a square in each of the colours, one after the other."""
    pictures = []
    for number, colour in enumerate(colours):
        picture = Image.new("RGB", (90, 40), "white")
        ImageDraw.Draw(picture).rectangle((number * 9, 3, number * 9 + 20, 30), fill=colour)
        pictures.append(picture)
    file = io.BytesIO()
    more = {"save_all": True, "append_images": pictures[1:], "loop": 0} if pictures[1:] else {}
    pictures[0].save(file, "gif", comment=comment, **more)
    return file.getvalue()


MOVING, STANDING = gif("red", "green", "blue"), gif("red")


def test_what_is_cut_behind_the_first_picture_is_that_picture() -> None:
    first = first_picture(MOVING)
    assert first is not None
    assert first.moves
    still = Image.open(io.BytesIO(MOVING[: first.end] + END))
    assert still.n_frames == 1
    assert still.convert("RGB").getpixel((10, 10)) == (255, 0, 0)


def test_a_single_picture_does_not_move() -> None:
    assert first_picture(STANDING) == First(len(STANDING) - 1, moves=False)
    assert first_picture(gif("red", comment=b"," * 600)).moves is False


@pytest.mark.parametrize("whole", [MOVING, STANDING])
def test_too_few_bytes_are_told_from_enough(whole: bytes) -> None:
    known = first_picture(whole)
    answers = [first_picture(whole[:length]) for length in range(len(whole))]
    assert set(answers) == {None, known} or set(answers) == {None}


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" * 9, b"GIF89a" + b"\1" * 99, b"GIF89a\1\0\1\0\0\0\0;"]
)
def test_what_is_no_gif_is_refused(data: bytes) -> None:
    with pytest.raises(NoGifError):
        first_picture(data)


@given(st.integers(0, len(MOVING) - 1), st.integers(0, 255))
def test_a_broken_gif_is_refused_or_has_an_end_within_it(place: int, byte: int) -> None:
    broken = MOVING[:place] + bytes([byte]) + MOVING[place + 1 :]
    try:
        first = first_picture(broken)
    except NoGifError:
        return
    assert first is None or 0 < first.end < len(broken)
