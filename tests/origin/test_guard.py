from __future__ import annotations

import pytest

from a11y_proxy.origin.guard import Guard, RefusedOriginError

GUARD = Guard(["https://town.example", "http://127.0.0.1:8081"])


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
