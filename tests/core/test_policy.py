from __future__ import annotations

import pytest

from a11y_proxy.core.policy import OwnScript, amended

OURS = frozenset({"https://town.example"})


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # what lets us in already stays as it is
        ("default-src 'self'; img-src *", "default-src 'self'; img-src *; style-src 'self'"),
        ("style-src 'self' 'unsafe-inline'", "style-src 'self' 'unsafe-inline'"),
        (
            "script-src 'nonce-x'; frame-ancestors 'none'",
            "script-src 'nonce-x'; frame-ancestors 'none'",
        ),
        # our sheet is let in, and nothing else
        ("style-src 'nonce-x'", "style-src 'nonce-x' 'self'"),
        ("default-src 'none'", "default-src 'none'; style-src 'self'; font-src 'self'"),
        ("style-src-elem 'none'; style-src x", "style-src-elem 'self'; style-src x"),
        ("form-action 'none'", "form-action 'self'"),
        # what named the site means us now
        ("img-src https://town.example data:", "img-src https://town.example data: 'self'"),
        ("script-src town.example/", "script-src town.example/ 'self'"),
        ("img-src https://other.example", "img-src https://other.example"),
        # fonts of other hosts come from us, and so does the typeface that a reader may choose
        ("font-src https://cdn.example", "font-src https://cdn.example 'self'"),
        ("font-src https: data:", "font-src https: data: 'self'"),
        (
            "default-src cdn.example; style-src 'self'",
            "default-src cdn.example; style-src 'self'; font-src cdn.example 'self'",
        ),
        ("font-src 'none'", "font-src 'self'"),
        ("font-src data:", "font-src data: 'self'"),
        ("default-src 'self'; font-src *", "default-src 'self'; font-src *; style-src 'self'"),
        # wherever on the site, and however it was named
        ("img-src town.example/img/", "img-src town.example/img/ 'self'"),
        ("img-src https://town.example:443", "img-src https://town.example:443 'self'"),
        ("img-src town.example:*", "img-src town.example:* 'self'"),
        ("img-src *.example", "img-src *.example 'self'"),
        ("img-src https://*.example:443/a", "img-src https://*.example:443/a 'self'"),
        ("img-src http://town.example", "img-src http://town.example"),
        ("img-src town.example:8443", "img-src town.example:8443"),
        ("img-src *.town.example", "img-src *.town.example"),
        ("img-src https:", "img-src https:"),
        # what has no sources stays, whatever it says
        (
            "sandbox allow-forms; require-trusted-types-for 'script'; report-uri /r",
            "sandbox allow-forms; require-trusted-types-for 'script'; report-uri /r",
        ),
        # two policies are two
        ("style-src a, style-src b", "style-src a 'self', style-src b 'self'"),
        ("STYLE-SRC a; style-src b", "style-src a 'self'"),
        (";;", ""),
    ],
)
def test_a_policy_is_opened_only_as_far_as_needed(said: str, expected: str) -> None:
    assert amended(said, OURS, https=True) == expected


def test_an_edge_without_tls_is_not_upgraded_to_it() -> None:
    said = "upgrade-insecure-requests; img-src *"
    assert amended(said, OURS, https=False) == "img-src *"
    assert amended(said, OURS, https=True) == said
    # a source for everything that comes over TLS lets in nothing that comes from here
    assert amended("img-src https:", OURS, https=False) == "img-src https: 'self'"


LIVE = OwnScript("https://readable.example/_a11y/live.js", "'sha256-x'")
STYLED = "; style-src 'self'"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # by its own address, so that no other file of ours may run
        ("script-src 'nonce-x'", f"script-src 'nonce-x' {LIVE.address}"),
        ("script-src 'sha256-y'", f"script-src 'sha256-y' {LIVE.address}"),
        ("script-src cdn.example", f"script-src cdn.example {LIVE.address}"),
        ("script-src-elem a; script-src b", f"script-src-elem a {LIVE.address}; script-src b"),
        # by its hash where addresses do not count
        (
            "script-src 'nonce-x' 'strict-dynamic'",
            "script-src 'nonce-x' 'strict-dynamic' 'sha256-x'",
        ),
        (
            "script-src 'self' 'strict-dynamic' 'sha256-y'",
            "script-src 'self' 'strict-dynamic' 'sha256-y' 'sha256-x'",
        ),
        # a hash beside it would end 'unsafe-inline', on which the site's own scripts may rely
        ("script-src 'unsafe-inline'", f"script-src 'unsafe-inline' {LIVE.address}"),
        # it is let in already, or has nothing to do
        ("script-src 'self'", "script-src 'self'"),
        ("script-src *", "script-src *"),
        ("script-src town.example", "script-src town.example 'self'"),
        ("script-src 'none'", "script-src 'none'"),
        ("script-src", "script-src"),
        ("img-src *", "img-src *"),
        (
            "default-src cdn.example; style-src 'self'; font-src *",
            f"default-src cdn.example; style-src 'self'; font-src *; script-src cdn.example {LIVE.address}",
        ),
        ("default-src 'none'; font-src *", f"default-src 'none'; font-src *{STYLED}"),
    ],
)
def test_our_script_is_let_in_and_no_other(said: str, expected: str) -> None:
    """B08: the least that lets it in, and nothing where no script may run."""
    assert amended(said, OURS, https=True, script=LIVE) == expected
