from __future__ import annotations

import pytest

from a11y_proxy.origin.errors import OriginForbiddenError
from a11y_proxy.origin.guard import ListedHosts, Origins, PublicHosts, RefusedOriginError

GUARD = Origins(["https://town.example", "http://127.0.0.1:8081"])


@pytest.mark.parametrize(
    "url",
    ["https://town.example/", "https://TOWN.example/a?b", "http://127.0.0.1:8081/x"],
)
def test_a_configured_origin_may_be_asked(url: str) -> None:
    GUARD.check(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://town.example/",
        "https://town.example:444/",
        "https://town.example.evil/",
        "https://u@town.example/",
        "https://town.example@evil/",
        "http://127.0.0.1:8082/",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "//town.example/",
        "",
    ],
)
def test_no_other_origin_may(url: str) -> None:
    with pytest.raises(RefusedOriginError):
        GUARD.check(url)


LISTED = ListedHosts(["cdn.example", "127.0.0.1:8081"])


@pytest.mark.parametrize("url", ["https://cdn.example/a?b", "http://127.0.0.1:8081/"])
def test_a_listed_host_may_be_asked_under_either_scheme(url: str) -> None:
    LISTED.check(url)


@pytest.mark.parametrize(
    "url",
    [
        *("https://cdn.example:8443/", "https://cdn.example.evil/", "https://u@cdn.example/"),
        *("http://127.0.0.1/", "http://127.0.0.1:8082/", "ftp://cdn.example/", "file:///a", ""),
    ],
)
def test_a_host_that_is_not_listed_may_not(url: str) -> None:
    with pytest.raises(OriginForbiddenError):
        LISTED.check(url)


@pytest.mark.parametrize(
    "url", ["http://cdn.example:8080/", "https://cdn.example:22/", "ftp://cdn.example/", "file:///"]
)
def test_any_host_may_be_asked_at_the_port_of_the_web_only(url: str) -> None:
    PublicHosts().check("https://cdn.example/a.css")
    with pytest.raises(OriginForbiddenError):
        PublicHosts().check(url)
