"""Writes `docs/http.md`: what becomes of each request and each reply, as the tests have it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.server import request_shapes, response_shapes

PLACE = Path(__file__).parents[2] / "docs" / "http.md"
_HEAD = """# What becomes of requests and replies

Written by `python -m tests.server.table`. Each line is a test that sends these very bytes over a socket:
`tests/server/request_shapes.py` and `tests/server/response_shapes.py` have them. The sizes and the numbers
are limits of the proxy. What hides one request in another stands in `tests/server/smuggling.py`.
"""
_REQUESTS = """
## Requests

A request that is refused never reaches the origin. Where the connection ends, nothing that was sent behind the
request is read.
"""
_REPLIES = """
## Replies of the origin

Every reply goes on with a framing of our own.
"""


def document() -> str:
    """Gives the whole document."""
    return "".join([_HEAD, _REQUESTS, *_requests(), _REPLIES, *_replies()])


def _requests() -> Iterator[str]:
    for group, shapes in request_shapes.SHAPES.items():
        yield f"\n### {group}\n\n| request | status | reaches the origin | connection |\n| - | - | - | - |\n"
        for name, shape in shapes.items():
            reaches = "yes" if shape.target else "no"
            yield f"| {name} | {shape.status} | {reaches} | {'ends' if shape.closes else 'stays'} |\n"


def _replies() -> Iterator[str]:
    for group, shapes in response_shapes.SHAPES.items():
        yield f"\n### {group}\n\n| reply | status | visitors see |\n| - | - | - |\n"
        for name, shape in shapes.items():
            yield f"| {name} | {shape.status} | {_seen(shape)} |\n"


def _seen(shape: response_shapes.Shape) -> str:
    if shape.status == 502:
        return "a page of ours that says so"
    return "the page, adapted" if shape.adapted else "the reply as it is"


if __name__ == "__main__":
    PLACE.write_text(document(), "utf-8")
