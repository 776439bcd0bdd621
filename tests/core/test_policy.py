from __future__ import annotations

import pytest

from a11y_proxy.core.policy import amended

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
