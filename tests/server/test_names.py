"""Which site a Host field asks for (E01)."""

from __future__ import annotations

import pytest

from a11y_proxy.server.names import Names

ONE = Names([({"zir.kovel.example", "0.0.0.0:8080"}, "kovel")])
TWO = Names(
    [
        ({"zir.kovel.example", "zir.kovel.example:8443"}, "kovel"),
        ({"zir.lubny.example", "127.0.0.1:8080"}, "lubny"),
    ]
)


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("zir.kovel.example", "kovel"),
        ("ZIR.Kovel.example", "kovel"),
        ("zir.kovel.example:8443", "kovel"),
        ("zir.lubny.example", "lubny"),
        ("127.0.0.1:8080", "lubny"),
    ],
)
def test_a_host_field_asks_for_the_site_that_lists_it(host: str, site: str) -> None:
    assert TWO.chosen(host) == site


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "zir.lubny.example:8443",
        "zir.kovel.example:443",
        "zir.kovel.example.",
        "zir.kovel.example.evil.example",
        "a.zir.kovel.example",
        "u@zir.kovel.example",
        "zir.kovel.example/",
        "zir.kovel.example,zir.lubny.example",
        " zir.kovel.example",
        "127.0.0.1",
        "127.0.0.1:8081",
        "localhost:8080",
    ],
)
def test_any_other_host_asks_for_none_of_several(host: str) -> None:
    assert TWO.chosen(host) is None


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:1", "[::1]:65535", "LOCALHOST"])
def test_the_machine_itself_may_ask_for_the_only_site_at_any_port(host: str) -> None:
    assert ONE.chosen(host) == "kovel"


@pytest.mark.parametrize("host", ["localhost:", "localhost:80@evil", "[::1", "127.0.0.1.evil", ""])
def test_what_only_looks_like_the_machine_itself_is_a_stranger(host: str) -> None:
    assert ONE.chosen(host) is None
