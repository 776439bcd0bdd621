"""Addresses of other hosts' sheets and fonts: ours, signed, and only with our key opened."""

from __future__ import annotations

import pytest
from ada_url import URL
from hypothesis import assume, given
from hypothesis import strategies as st

from a11y_proxy.core.hostspace import SPACE, ForgedAddressError, opened, signed

KEY = b"a key"
URLS = (
    "https://cdn.example/a.css",
    "http://cdn.example:8080/a%2Fb/..%2e/c.css?v=1&w=%D1%97#part",
    "https://cdn.example//double/./x;y=z?a?b",
    "https://шрифти.укр/таблиця стилів.css?сім'я=|Сан",
    "https://[2001:db8::1]:8443/[x]^{y}",
    "https://cdn.example?family=A:400,700|B",
)


@pytest.mark.parametrize("url", URLS)
def test_what_we_sign_we_open(url: str) -> None:
    target = signed(KEY, URL(url)).partition("#")[0]
    assert target.startswith(SPACE)
    assert opened(KEY, target) == URL(url).href.partition("#")[0]


@pytest.mark.parametrize("url", URLS)
def test_a_browser_asks_for_the_address_as_it_was_written(url: str) -> None:
    written = signed(KEY, URL(url))
    asked = URL(written, base="https://proxy.test/news/")
    assert asked.pathname + asked.search + asked.hash == written


def test_a_name_and_password_are_not_kept() -> None:
    assert "secret" not in signed(KEY, URL("https://me:secret@cdn.example/a.css"))


@given(st.text(max_size=60), st.integers(0, 200), st.characters())
def test_no_change_is_opened(path: str, place: int, other: str) -> None:
    target = signed(KEY, URL("https://cdn.example/").__class__(path, base="https://cdn.example/"))
    target = target.partition("#")[0]
    place %= len(target) - len(SPACE)
    changed = target[: len(SPACE) + place] + other + target[len(SPACE) + place + 1 :]
    assume(changed != target)
    with pytest.raises(ForgedAddressError):
        opened(KEY, changed)


@pytest.mark.parametrize("target", [SPACE, f"{SPACE}/", f"{SPACE}x/https/cdn.example/", "/", ""])
def test_what_nobody_signed_is_not_opened(target: str) -> None:
    with pytest.raises(ForgedAddressError):
        opened(KEY, target)


def test_another_key_opens_nothing() -> None:
    target = signed(KEY, URL(URLS[0]))
    with pytest.raises(ForgedAddressError):
        opened(b"another key", target)
