"""A theme to spoil, one key at a time."""

import pytest

GOOD = """
[theme]
promise = "AAA"
order = 1

[title]
uk = "Чорним по білому"
en = "Black on white"

[palette]
paper = "#ffffff"
surface = "#eeeeee"
mark = "#ffee99"
ink = "#000000"
link = "#00009f"
visited = "#4b0082"
line = "#555555"
focus = "#b00020"
plate = "#ffffff"
"""


@pytest.fixture
def good() -> str:
    return GOOD
