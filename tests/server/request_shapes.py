"""Requests as bytes, and what becomes of each: RFC 9112, and what no proxy may let through."""

from __future__ import annotations

from typing import NamedTuple


class Shape(NamedTuple):
    """
    A request, the status that answers it, and the target that the origin is asked for, if any.

    `closes` says that the connection ends with the answer: what was sent behind it is not read.
    """

    raw: bytes
    status: int
    target: str | None = None
    closes: bool = True


_HOST = b"Host: 127.0.0.1\r\n"
_CHUNKED = b"Transfer-Encoding: chunked\r\n"


def _get(target: bytes = b"/", *lines: bytes, method: bytes = b"GET", host: bytes = _HOST) -> bytes:
    head = method + b" " + target + b" HTTP/1.1\r\n" + host
    return head + b"".join(line + b"\r\n" for line in lines) + b"\r\n"


def _post(framing: bytes, body: bytes, version: bytes = b"1.1") -> bytes:
    return b"POST / HTTP/" + version + b"\r\n" + _HOST + framing + b"\r\n" + body


def _chunks(body: bytes) -> bytes:
    return _post(_CHUNKED, body)


def _served(raw: bytes, *, closes: bool = False) -> Shape:
    return Shape(raw, 200, "/", closes)


def _refused(raw: bytes, status: int = 400) -> Shape:
    return Shape(raw, status)


SHAPES: dict[str, dict[str, Shape]] = {
    "Targets": {
        "a path": _served(_get()),
        "an absolute address elsewhere": _refused(_get(b"http://evil/x")),
        "an absolute address here": _refused(_get(b"http://127.0.0.1/x")),
        "an absolute address here, another Host": _refused(
            _get(b"http://127.0.0.1/x", host=b"Host: evil\r\n")
        ),
        "two slashes, which are a path": Shape(_get(b"//evil/shape"), 404, "//evil/shape", closes=False),
        "a slash and a backslash": _refused(_get(b"/\\evil")),
        "a backslash later": _refused(_get(b"/a\\b")),
        "a fragment": _refused(_get(b"/a#b")),
        "an authority": _refused(_get(b"evil:80")),
        "a user": _refused(_get(b"@evil")),
        "a dot": _refused(_get(b".evil")),
        "a port and a user": _refused(_get(b":80@evil")),
        "letters beyond ASCII": _refused(_get("/є".encode())),
        "a space": _refused(_get(b"/a b")),
        "a control": _refused(_get(b"/a\x01b")),
        "nothing": _refused(_get(b"")),
        "OPTIONS *": _refused(_get(b"*", method=b"OPTIONS")),
        "GET *": _refused(_get(b"*")),
        "longer than 8190 bytes": _refused(_get(b"/" + b"a" * 8200), 414),
    },
    "Methods": {
        "CONNECT": _refused(_get(b"127.0.0.1:80", method=b"CONNECT")),
        "CONNECT to a path": _refused(_get(method=b"CONNECT"), 405),
        "TRACE": _refused(_get(method=b"TRACE"), 405),
        "PROPFIND": _refused(_get(method=b"PROPFIND"), 405),
        "one that nobody knows": _refused(_get(method=b"BREW")),
        "lower case": _refused(_get(method=b"get")),
    },
    "Request lines": {
        "empty lines before it": _served(b"\r\n\r\n" + _get()),
        "two spaces": _served(b"GET  / HTTP/1.1\r\n" + _HOST + b"\r\n"),
        "tabs": _refused(b"GET\t/\tHTTP/1.1\r\n" + _HOST + b"\r\n"),
        "a space behind it": _refused(b"GET / HTTP/1.1 \r\n" + _HOST + b"\r\n"),
        "HTTP/0.9": _refused(b"GET /\r\n\r\n", 505),
        "HTTP/1.0": Shape(b"GET / HTTP/1.0\r\n" + _HOST + b"\r\n", 200, "/"),
        "HTTP/1.2": _refused(b"GET / HTTP/1.2\r\n" + _HOST + b"\r\n"),
        "HTTP/1.10": _refused(b"GET / HTTP/1.10\r\n" + _HOST + b"\r\n"),
        "HTTP/2.0": _refused(b"GET / HTTP/2.0\r\n" + _HOST + b"\r\n", 505),
        "the preface of HTTP/2": _refused(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        "lower case": _refused(b"GET / http/1.1\r\n" + _HOST + b"\r\n"),
        "TLS": _refused(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"),
    },
    "Host": {
        "none": _refused(_get(host=b"")),
        "none in HTTP/1.0": _refused(b"GET / HTTP/1.0\r\n\r\n", 421),
        "two": _refused(_get(host=_HOST + _HOST)),
        "two that differ": _refused(_get(host=_HOST + b"Host: evil\r\n")),
        "of somebody else": _refused(_get(host=b"Host: evil\r\n"), 421),
        "with path, query and fragment": _refused(_get(host=b"Host: 127.0.0.1/x?y#z\r\n"), 421),
        "with a user": _refused(_get(host=b"Host: u:p@127.0.0.1\r\n"), 421),
        "with a backslash": _refused(_get(host=b"Host: 127.0.0.1\\evil\r\n"), 421),
        "a list": _refused(_get(host=b"Host: 127.0.0.1, evil\r\n"), 421),
        "two words": _refused(_get(host=b"Host: 127.0.0.1 evil\r\n"), 421),
        "with a dot at its end": _refused(_get(host=b"Host: 127.0.0.1.\r\n"), 421),
        "with a port that is none": _refused(_get(host=b"Host: 127.0.0.1:80@evil\r\n"), 421),
    },
    "Fields": {
        "a tab in the value": _served(_get(b"/", b"X: 1\t2")),
        "bytes beyond ASCII in the value": _served(_get(b"/", b"X: caf\xe9")),
        "a space before the colon": _refused(_get(b"/", b"X : 1")),
        "a space before the name": _refused(_get(b"/", b" X: 1")),
        "a space before the first": _refused(b"GET / HTTP/1.1\r\n X: 1\r\n" + _HOST + b"\r\n"),
        "a folded line": _refused(_get(b"/", b"X: 1\r\n 2")),
        "a bare LF": _refused(_get(b"/", b"X: 1\nY: 2")),
        "bare LF throughout": _refused(b"GET / HTTP/1.1\nHost: 127.0.0.1\n\n"),
        "a bare CR": _refused(_get(b"/", b"X: 1\rY: 2")),
        "a NUL": _refused(_get(b"/", b"X: 1\x002")),
        "a control": _refused(_get(b"/", b"X: 1\x012")),
        "a vertical tab": _refused(_get(b"/", b"X: 1\x0b2")),
        "a DEL": _refused(_get(b"/", b"X: 1\x7f2")),
        "no name": _refused(_get(b"/", b": 1")),
        "no colon": _refused(_get(b"/", b"garbage")),
        "brackets in the name": _refused(_get(b"/", b"X[]: 1")),
        "letters beyond ASCII in the name": _refused(_get(b"/", "Х: 1".encode())),
        "an underscore in the name": _refused(_get(b"/", b"X_Y: 1")),
        "a length in disguise": _refused(_get(b"/", b"Content_Length: 5")),
        "longer than 8190 bytes": _refused(_get(b"/", b"X: " + b"a" * 8200), 431),
        "more than 128": _refused(_get(b"/", *(b"X%d: 1" % number for number in range(150))), 431),
    },
    "Lengths": {
        "of nothing, with GET": _served(_get(b"/", b"Content-Length: 0")),
        "with a nought before it": _served(_post(b"Content-Length: 01\r\n", b"x")),
        "of a body, with GET": _refused(_get(b"/", b"Content-Length: 2") + b"hi"),
        "of a body, with HEAD": _refused(_get(b"/", b"Content-Length: 2", method=b"HEAD") + b"hi"),
        "of a body, with OPTIONS": _refused(
            _get(b"/", b"Content-Length: 2", method=b"OPTIONS") + b"hi"
        ),
        "beside chunks": _refused(_post(b"Content-Length: 5\r\n" + _CHUNKED, b"0\r\n\r\n")),
        "behind chunks": _refused(_post(_CHUNKED + b"Content-Length: 5\r\n", b"0\r\n\r\n")),
        "twice the same": _refused(_post(b"Content-Length: 1\r\n" * 2, b"x")),
        "twice, differing": _refused(_post(b"Content-Length: 1\r\nContent-Length: 2\r\n", b"x")),
        "a list": _refused(_post(b"Content-Length: 1, 1\r\n", b"x")),
        "with a plus": _refused(_post(b"Content-Length: +1\r\n", b"x")),
        "with a minus": _refused(_post(b"Content-Length: -1\r\n", b"x")),
        "hexadecimal": _refused(_post(b"Content-Length: 0x1\r\n", b"x")),
        "with an underscore": _refused(_post(b"Content-Length: 1_0\r\n", b"x")),
        "with a space within": _refused(_post(b"Content-Length: 1 1\r\n", b"x")),
        "in other digits": _refused(_post("Content-Length: ١\r\n".encode(), b"x")),
        "empty": _refused(_post(b"Content-Length: \r\n", b"x")),
        "beyond 64 bits": _refused(_post(b"Content-Length: 99999999999999999999\r\n", b"x")),
    },
    "Transfer codings": {
        "chunked": _served(_chunks(b"2\r\nhi\r\n0\r\n\r\n"), closes=True),
        "chunked, with GET": _refused(_get(b"/", b"Transfer-Encoding: chunked") + b"0\r\n\r\n"),
        "chunked, in HTTP/1.0": _refused(_post(_CHUNKED, b"0\r\n\r\n", b"1.0")),
        "Chunked": _refused(_post(b"Transfer-Encoding: Chunked\r\n", b"0\r\n\r\n")),
        "xchunked": _refused(_post(b"Transfer-Encoding: xchunked\r\n", b"0\r\n\r\n")),
        "gzip, chunked": _refused(_post(b"Transfer-Encoding: gzip, chunked\r\n", b"0\r\n\r\n")),
        "chunked, identity": _refused(
            _post(b"Transfer-Encoding: chunked, identity\r\n", b"0\r\n\r\n")
        ),
        "chunked, chunked": _refused(
            _post(b"Transfer-Encoding: chunked, chunked\r\n", b"0\r\n\r\n")
        ),
        "two fields": _refused(_post(_CHUNKED * 2, b"0\r\n\r\n")),
        "a comma behind it": _refused(_post(b"Transfer-Encoding: chunked,\r\n", b"0\r\n\r\n")),
        "in quotes": _refused(_post(b'Transfer-Encoding: "chunked"\r\n', b"0\r\n\r\n")),
        "empty": _refused(_post(b"Transfer-Encoding: \r\n", b"0\r\n\r\n")),
    },
    "Chunks": {
        "with an extension": _served(_chunks(b"2;a=b\r\nhi\r\n0\r\n\r\n"), closes=True),
        "with trailers, which are dropped": _served(
            _chunks(b"2\r\nhi\r\n0\r\nX-T: 1\r\nHost: evil\r\n\r\n"), closes=True
        ),
        "of a size that is none": _refused(_chunks(b"zz\r\nhi\r\n0\r\n\r\n")),
        "of no size": _refused(_chunks(b"\r\nhi\r\n0\r\n\r\n")),
        "with 0x": _refused(_chunks(b"0x2\r\nhi\r\n0\r\n\r\n")),
        "of less than nothing": _refused(_chunks(b"-2\r\nhi\r\n0\r\n\r\n")),
        "beyond 64 bits": _refused(_chunks(b"10000000000000002\r\nhi\r\n0\r\n\r\n")),
        "with a space behind the size": _refused(_chunks(b"2 \r\nhi\r\n0\r\n\r\n")),
        "with a bare LF": _refused(_chunks(b"2\nhi\r\n0\r\n\r\n")),
        "with a bare LF in an extension": _refused(_chunks(b"2;a\nb\r\nhi\r\n0\r\n\r\n")),
        "longer than they say": _refused(_chunks(b"2\r\nhiXX0\r\n\r\n")),
    },
    "Expect, Upgrade, loops": {
        "100-continue": Shape(
            _post(b"Expect: 100-continue\r\nContent-Length: 1\r\n", b"x"), 200, "/", closes=False
        ),
        "100-continue in HTTP/1.0, which nobody waits for": Shape(
            _post(b"Expect: 100-continue\r\nContent-Length: 1\r\n", b"x", b"1.0"), 200, "/"
        ),
        "something else": _refused(_post(b"Expect: tea\r\nContent-Length: 1\r\n", b"x"), 417),
        "to HTTP/2": _served(
            _get(b"/", b"Connection: Upgrade, HTTP2-Settings", b"Upgrade: h2c", b"HTTP2-Settings: A")
        ),
        "to nothing we know": _served(_get(b"/", b"Connection: upgrade", b"Upgrade: x")),
        "our own name in CDN-Loop": _refused(_get(b"/", b"CDN-Loop: a11y-proxy"), 508),
        "another name in CDN-Loop": _served(_get(b"/", b"CDN-Loop: elsewhere; a11y-proxy-2")),
    },
}  # fmt: skip
"""By what is odd about them."""
