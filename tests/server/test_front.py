"""A web server before the proxy: its word on visitors counts, and nobody else's."""

from __future__ import annotations

import pytest

PAGE = b"<!doctype html><html lang=uk><title>t</title><body><h1>x</h1></body></html>"
PEER = "127.0.0.1"


VISITORS = {
    "nothing said": ({}, PEER),
    "one address": ({"X-Forwarded-For": "203.0.113.7"}, "203.0.113.7"),
    "an address with a port": ({"X-Forwarded-For": "203.0.113.7:4711"}, "203.0.113.7"),
    "an address of IPv6": ({"X-Forwarded-For": "[2001:db8::17]:47011"}, "2001:db8::17"),
    "an address of IPv4 in one of IPv6": ({"X-Forwarded-For": "::ffff:203.0.113.7"}, "203.0.113.7"),
    "a forged one before it": ({"X-Forwarded-For": "6.6.6.6, 203.0.113.7"}, "203.0.113.7"),
    "two trusted servers": ({"X-Forwarded-For": "203.0.113.7, 10.1.2.3"}, "203.0.113.7"),
    "two, and a forged one": ({"X-Forwarded-For": "6.6.6.6,203.0.113.7,10.1.2.3"}, "203.0.113.7"),
    "a visitor within": ({"X-Forwarded-For": "10.1.2.3"}, "10.1.2.3"),
    "no address at all": ({"X-Forwarded-For": "unknown"}, PEER),
    "rubbish before a trusted one": ({"X-Forwarded-For": "<b>, 10.1.2.3"}, "10.1.2.3"),
    "the standard's field": ({"Forwarded": "for=203.0.113.7;proto=http"}, "203.0.113.7"),
    "the standard's, of IPv6": ({"Forwarded": 'For="[2001:db8::17]:47011"'}, "2001:db8::17"),
    "the standard's, forged": ({"Forwarded": "for=6.6.6.6, for=203.0.113.7"}, "203.0.113.7"),
    "the standard's, hidden": ({"Forwarded": "for=_gazonk"}, PEER),
    "both": ({"Forwarded": "for=6.6.6.6", "X-Forwarded-For": "203.0.113.7"}, "203.0.113.7"),
}


@pytest.mark.parametrize("name", VISITORS)
def test_a_trusted_server_says_whose_request_it_is(name, fronted, origin) -> None:
    """B21: the last hop that is not ours; what stands before it may be anybody's invention."""
    said, expected = VISITORS[name]
    origin.page("/who", PAGE)
    fronted.ask("/who", Cookie="session=1", **said)
    assert origin.last("/who").get("x-forwarded-for") == expected
    assert origin.last("/who").get("forwarded") is None


@pytest.mark.parametrize("name", VISITORS)
def test_of_anybody_else_none_of_it_is_believed(name, proxy, origin) -> None:
    said, _ = VISITORS[name]
    origin.page("/who", PAGE)
    proxy.ask("/who", Cookie="session=1", **said)
    assert origin.last("/who").get("x-forwarded-for") == PEER
    assert origin.last("/who").get("forwarded") is None


@pytest.mark.parametrize(
    "said",
    [
        {"X-Forwarded-Proto": "https"},
        {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "http, HTTPS"},
        {"Forwarded": "for=203.0.113.7;proto=https"},
    ],
)
def test_whom_it_serves_over_tls_is_served_so(said, fronted, proxy, origin) -> None:
    origin.page("/safe", PAGE, "Set-Cookie: a=1; Secure")
    secure = fronted.ask("/safe", **said)
    assert secure.all("set-cookie") == ["a=1; Secure"]
    assert secure.get("strict-transport-security") == "max-age=600"
    assert "; Secure" in fronted.ask("/_a11y/set?scale=200", **said).get("set-cookie")
    place = {"Origin": f"https://127.0.0.1:{fronted.port}"}
    assert fronted.ask("/safe", "POST", b"x", **said, **place).status == 200
    # and not without its word, nor on anybody else's
    for answer in (fronted.ask("/safe"), proxy.ask("/safe", **said)):
        assert answer.all("set-cookie") == ["a=1"]
        assert answer.get("strict-transport-security") is None


@pytest.mark.parametrize("scheme", ["gopher", "", "https://x"])
def test_a_scheme_that_is_none_changes_nothing(scheme, fronted, origin) -> None:
    origin.page("/safe", PAGE, "Set-Cookie: a=1; Secure")
    assert fronted.ask("/safe", X_Forwarded_Proto=scheme).all("set-cookie") == ["a=1"]


def test_what_is_shared_is_shared_by_visitors_of_one_scheme(fronted, origin) -> None:
    """D07: a policy that upgrades requests is only for those who came over TLS."""
    policy = "Content-Security-Policy: upgrade-insecure-requests"
    origin.page("/shared", PAGE * 20, policy, "Cache-Control: max-age=60")
    asked = {"Accept_Encoding": "gzip"}
    for _ in range(3):
        safe = fronted.ask("/shared", X_Forwarded_Proto="https", **asked)
        assert safe.get("content-security-policy") == "upgrade-insecure-requests"
        assert not fronted.ask("/shared", **asked).get("content-security-policy")
