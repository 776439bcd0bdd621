"""
What is made to do harm: the one who asks for it gets what can be given, and nobody else feels it.

`make test-bombs` throws all of `tests/bombs`, with figures; here are the telling ones.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from a11y_proxy.service.fallback import CANNOT_REWRITE
from tests.bombs.pages import HEAD, PAGES
from tests.bombs.visitors import visiting, workers
from tests.bombs.wire import answers
from tests.server.conftest import Origin, Proxy

SLOW = "<p title=t>x" * 240_000
"""A page of honest work for more than the half second that `hurried` grants it."""


@pytest.fixture(scope="module")
def hurried(start: Callable[..., AbstractContextManager[Proxy]], origin: Origin) -> Iterator[Proxy]:
    settings = {"A11Y_LIMITS__TRANSFORM_SECONDS": "0.5", "A11Y_LIMITS__PAGE_MIB": "4"}
    with start(origin.url, **settings) as proxy:
        yield proxy


def test_a_page_that_takes_too_long_costs_its_process_and_nobody_elses_page(
    hurried: Proxy, origin: Origin, uk: Callable[[str], str]
) -> None:
    """E09, G04: it is shown as it is, with a notice, and others are served all the while."""
    body = f"{HEAD}{SLOW}".encode()
    path = origin.page("/slow-bomb", body)
    with visiting(hurried, origin) as felt:
        before = workers(hurried.port)
        page = hurried.ask(path).body
        after = workers(hurried.port)
        time.sleep(0.3)
    assert uk(CANNOT_REWRITE).encode("ascii", "xmlcharrefreplace") in page
    assert page.endswith(SLOW.encode())
    assert len(before - after) == len(after - before) == 1
    assert felt.hits
    assert felt.wrong == []


def test_a_page_that_took_too_long_twice_is_shown_at_once(hurried: Proxy, origin: Origin) -> None:
    """G04: quarantine; the process that would have died lives on."""
    path = origin.page("/twice-bomb", f"{HEAD}{SLOW} twice".encode())
    for _ in range(2):
        hurried.ask(path)
    before = workers(hurried.port)
    assert hurried.ask(path).body.endswith(b" twice")
    assert workers(hurried.port) == before


@pytest.mark.parametrize("name", ["nested b", "attributes of one element"])
def test_a_page_that_must_not_be_parsed_is_shown_as_it_is(
    proxy: Proxy, origin: Origin, uk: Callable[[str], str], name: str
) -> None:
    """A25, C04: refused before it costs anything, and no word of it is lost."""
    make, _ = PAGES[name]
    body = f"{HEAD}{make(60_000)}".encode()
    page = proxy.ask(origin.page("/refused-bomb", body)).body
    assert uk(CANNOT_REWRITE).encode("ascii", "xmlcharrefreplace") in page
    assert page.endswith(body[len(HEAD) :])


@pytest.mark.parametrize(
    "name", ["gzip in gzip, not said", "laughs in SVG", "Content-Type of 60 kB"]
)
def test_what_unpacks_or_refers_to_itself_or_never_ends_is_served_or_named(
    proxy: Proxy, origin: Origin, name: str
) -> None:
    """C03, E08: bodies that unpack, fields of 60 kB, documents that refer to themselves."""
    body, fields = answers()[name]
    answer = proxy.ask(origin.page("/wire-bomb", body, *fields), Accept_Encoding="gzip, br")
    assert answer.status in {200, 502}
    assert len(answer.body) < 4 * 2**20
    assert proxy.ask("/_a11y/ready").status == 200
