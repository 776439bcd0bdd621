"""E09: what is made to be much is read in the time that its size asks for, and not in its square."""

from __future__ import annotations

import time
from itertools import count

import pytest

from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform
from a11y_proxy.stores.files import read_phrases
from tests.bombs.pages import HEAD, PAGES
from tests.bombs.sheets import SHEETS

PHRASES = read_phrases()
TABLES = {"text/html": PAGES, "text/css": SHEETS}
STARTS = count()


def seconds(media_type: str, name: str, size: int) -> float:
    """Gives the time that the engine works on a bomb; what it refuses is refused soon."""
    body = TABLES[media_type][name][0](size)
    # no two alike, so that nothing is remembered
    body = f"{HEAD}{body}<!--{next(STARTS)}-->" if media_type == "text/html" else body
    start = time.process_time()
    transform(Source("http://t.example/", media_type, body.encode()), Rendition(), Site("http://t.example"), PHRASES)  # fmt: skip
    return time.process_time() - start


@pytest.mark.parametrize("name", ["fields", "fields with words"])
def test_four_times_as_many_parts_take_about_four_times_as_long(name: str) -> None:
    few, many = (min(seconds("text/html", name, size) for _ in range(3)) for size in (800, 3200))
    assert many < 10 * few, f"{few:.3f} s and {many:.3f} s"


def test_a_page_as_deep_as_is_read_keeps_its_panel_and_its_colours() -> None:
    """Once Python's own limit for functions within functions cost it both."""
    page = f"{HEAD}{'<div>' * 480}<a href=#m>x</a>"
    source = Source("http://t.example/", "text/html", page.encode())
    artifact = transform(source, Rendition(), Site("http://t.example"), PHRASES, strict=True)
    assert [slot.name for slot in artifact.slots] == ["head", "panel"]
