"""
A real site works through us: each journey at WordPress directly, and through a proxy of it.

The journeys stand in `reading.py` and `writing.py`; what came of them, the original itself is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.journeys.reading import POST, READING
from tests.journeys.visitor import Visitor
from tests.journeys.writing import COMMENTING, WRITING, logged_in

Journey = Callable[[Visitor, Visitor], None]

WAYS: dict[str, tuple[Journey, ...]] = {
    "wordpress": READING + COMMENTING + WRITING,
    "cautious": READING + COMMENTING,
    "trusted": WRITING,
}
"""By the fixture of the place: the journeys that visitors take there; each directly, and through us."""

STEPS = [
    pytest.param(place, journey, id=f"{place}: {journey.__name__}")
    for place, journeys in WAYS.items()
    for journey in journeys
]


@pytest.fixture(scope="module")
def passed(figures: list[str]) -> Iterator[Counter[str]]:
    """Counts the journeys that came to their end, by place."""
    count = Counter[str]()
    yield count
    figures += [f"journeys, {place}: {count[place]} of {len(WAYS[place])}" for place in WAYS]


@pytest.mark.parametrize(("place", "journey"), STEPS)
def test_a_visitor(
    place: str,
    journey: Journey,
    wordpress: str,
    passed: Counter[str],
    request: pytest.FixtureRequest,
) -> None:
    journey(Visitor(request.getfixturevalue(place)), Visitor(wordpress))
    passed[place] += 1


def test_a_password_is_said_at_the_original(cautious: str, wordpress: str) -> None:
    """E14: the form can be read, leads there with all that it holds, and the way to it is a link."""
    visitor, address = Visitor(cautious), "/wp-login.php?redirect_to=/wp-admin/"
    page = visitor.open(address)
    form = page.form("#loginform")
    assert form.action == f"{wordpress}/wp-login.php"
    assert "Username or Email Address" in page.words
    assert page.link("#loginform .a11y-notice a") == wordpress + address
    assert [name for name, _ in form.form_values()] == ["redirect_to", "testcookie"]
    assert "credential-form" in visitor.open("/_a11y/report?path=/wp-login.php").text


def test_nobody_ever_sees_the_bar_of_somebody_else(trusted: str) -> None:
    """D05, D06: two who are logged in and two who are not, all reading the same pages at once."""
    names = ("mayor", "olena", None, None)
    visitors = {Visitor(trusted): name for name in names}
    for visitor, name in visitors.items():
        if name:
            logged_in(visitor, name)
    called = {"mayor": "Howdy, mayor", "olena": "Howdy, Олена Коваль"}

    def reads(visitor: Visitor) -> set[str]:
        words = [visitor.open(address).words for address in ("/", POST, "/about/") * 4]
        return {name for name, bar in called.items() for said in words if bar in said}

    with ThreadPoolExecutor(len(visitors)) as pool:
        seen = pool.map(reads, visitors)
    assert list(seen) == [{name} - {None} for name in visitors.values()]
