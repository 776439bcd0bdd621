"""Moving pictures stand still for whom nothing moves, and are otherwise what the origin sent."""

from __future__ import annotations

import io
from http.client import HTTPException

import pytest
from PIL import Image

from tests.core.test_stills import KINDS, MOVING, STANDING

GIF = ("Content-Type: image/gif", 'ETag: "1"', "Last-Modified: Mon, 02 Nov 2026 10:00:00 GMT")
MOVES = {"Cookie": "a11y_preferences=motion=on"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_moving_picture_stands_still_where_nothing_moves(proxy, origin, kind) -> None:
    origin.page(f"/banner.{kind}", MOVING[kind], f"Content-Type: image/{kind}", *GIF[1:])
    answer = proxy.ask(f"/banner.{kind}", Sec_Fetch_Dest="image")
    still = Image.open(io.BytesIO(answer.body))
    assert getattr(still, "n_frames", 1) == 1
    assert still.convert("RGB").getpixel((10, 10))[0] > 250
    assert (answer.get("etag"), answer.get("last-modified")) == (None, None)
    assert "Cookie" in answer.get("vary")


@pytest.mark.parametrize("fields", [MOVES, {"Sec-Fetch-Dest": "document"}])
def test_it_moves_for_who_lets_it_move_and_for_who_opens_it_alone(proxy, origin, fields) -> None:
    origin.page("/banner.gif", MOVING["gif"], *GIF)
    answer = proxy.ask("/banner.gif", **fields)
    assert answer.body == MOVING["gif"]
    assert answer.get("content-length") == str(len(MOVING["gif"]))
    assert answer.get("etag") is None
    assert "Cookie" in answer.get("vary")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        *((STANDING[kind], f"image/{kind}") for kind in KINDS),
        *((MOVING[kind][:60], f"image/{kind}") for kind in KINDS),
        (b"", "image/gif"),
        (b"\x89PNG", "image/gif"),
        (MOVING["gif"], "application/octet-stream"),
    ],
)
def test_everything_else_comes_as_it_was_sent(proxy, origin, body, kind) -> None:
    origin.page("/other.gif", body, f"Content-Type: {kind}", *GIF[1:])
    answer = proxy.ask("/other.gif")
    assert answer.body == body
    assert (answer.get("etag"), answer.get("content-length")) == ('"1"', str(len(body)))
    assert answer.get("vary") is None


def test_a_large_gif_comes_whole_in_pieces(proxy, origin) -> None:
    long = STANDING["gif"][:-1] + b"!\xfe" + (b"\xff" + b"," * 255) * 9000 + b"\0;"
    origin.page("/long.gif", long, *GIF)
    assert proxy.ask("/long.gif").body == long


def test_a_gif_that_breaks_off_does_not_look_whole(proxy, origin) -> None:
    head = "HTTP/1.1 200 OK\r\nContent-Type: image/gif\r\nContent-Length: 999\r\n\r\n"
    origin.says("/broken.gif", head.encode() + MOVING["gif"][:60])
    with pytest.raises((HTTPException, ConnectionError)):
        proxy.ask("/broken.gif")
