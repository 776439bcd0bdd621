"""What is too large to be read gets its own status and our own words, without what was sent."""

from __future__ import annotations

import pytest

LOCAL = b"Host: 127.0.0.1\r\n"
LARGE = b"secret" * 1500

REQUESTS = {
    "an address": (
        b"GET /" + LARGE + b" HTTP/1.1\r\n" + LOCAL + b"\r\n",
        b"414",
        b"This address is too long: at most 8190 bytes are read.\n",
    ),
    "a field": (
        b"GET / HTTP/1.1\r\n" + LOCAL + b"Cookie: " + LARGE + b"\r\n\r\n",
        b"431",
        b"A header field is too long: at most 8190 bytes of one are read.\n",
    ),
    "a field's name": (
        b"GET / HTTP/1.1\r\n" + LOCAL + LARGE + b": 1\r\n\r\n",
        b"431",
        b"A header field is too long: at most 8190 bytes of one are read.\n",
    ),
    "all fields": (
        b"GET / HTTP/1.1\r\n" + LOCAL + b"X: secret\r\n" * 150 + b"\r\n",
        b"431",
        b"There are too many header fields: at most 128 are read.\n",
    ),
    "nothing, but wrong": (
        b"GET / HTTP/1.1\r\n" + LOCAL + b"secret\r\n\r\n",
        b"400",
        b"This is no request that can be read.\n",
    ),
}


@pytest.mark.parametrize("what", REQUESTS)
def test_what_is_too_large_to_be_read_is_told_so(what, proxy) -> None:
    """E03 (RFC 9110 §15.5.15, RFC 6585 §5)."""
    request, status, said = REQUESTS[what]
    answer = proxy.raw(request)
    assert answer.split()[1] == status
    assert answer.endswith(b"\r\n\r\n" + said)
    assert b"secret" not in answer
