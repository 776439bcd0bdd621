from __future__ import annotations

import pytest

from a11y_proxy.core.hashed import hash_of, hashes, rehashed

OLD, NEW = "'sha256-b2xk+/=='", "'sha256-bmV3'"


def test_a_hash_is_written_as_a_policy_writes_it() -> None:
    """The example of CSP 3 §2.3.1 counts nothing but the text between the tags."""
    assert (
        hash_of("alert('Hello, world.');", "sha256")
        == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    )


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (f"style-src {OLD}", f"style-src {NEW}"),
        # the alphabet for addresses, and capitals in the name of the algorithm
        ("style-src 'SHA256-b2xk-_=='", f"style-src {NEW}"),
        # wherever it stands, in each of several policies
        (f"default-src {OLD} a, script-src b {OLD}", f"default-src {NEW} a, script-src b {NEW}"),
        # and nothing else: another hash, another case, no quotes, a nonce
        ("style-src 'sha256-B2XK+/=='", "style-src 'sha256-B2XK+/=='"),
        ("style-src 'sha384-b2xk+/=='", "style-src 'sha384-b2xk+/=='"),
        ("style-src sha256-b2xk+/==", "style-src sha256-b2xk+/=="),
        ("style-src 'nonce-b2xk+/=='", "style-src 'nonce-b2xk+/=='"),
    ],
)
def test_a_new_hash_takes_the_place_of_the_old_one(policy: str, expected: str) -> None:
    assert rehashed(policy, {OLD: NEW}) == expected


def test_hashes_are_found_wherever_policies_name_them() -> None:
    said = f"style-src 'self' {OLD}; script-src 'sha512-eA==' 'nonce-x', img-src 'sha1-eA=='"
    assert hashes(said) == {OLD, "'sha512-eA=='"}
    assert not hashes("")
