"""Replies of an origin as bytes, and what visitors get of each."""

from __future__ import annotations

from typing import NamedTuple

WORD = b"word"
PAGE = b"<!doctype html><html lang=uk><title>t</title><body><p>" + WORD + b"</p></body></html>"


class Shape(NamedTuple):
    """
    A reply, the status that a visitor gets, and what must and must not be in its header or body.

    `adapted` says that the page comes with our panel; where not, a page of ours says why, or the
    origin's bytes pass as they are.
    """

    raw: bytes
    status: int
    adapted: bool = True
    has: tuple[bytes, ...] = ()
    lacks: tuple[bytes, ...] = ()


_OK = b"HTTP/1.1 200 OK\r\n"
_HTML = b"Content-Type: text/html\r\n"
_LENGTH = b"Content-Length: %d\r\n" % len(PAGE)
_CHUNKED = b"Transfer-Encoding: chunked\r\n"
_CHUNKS = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)


def _page(*lines: bytes, start: bytes = _OK) -> bytes:
    return start + _HTML + b"".join(line + b"\r\n" for line in lines) + _LENGTH + b"\r\n" + PAGE


def _framed(framing: bytes, body: bytes = PAGE) -> bytes:
    return _OK + _HTML + framing + b"\r\n" + body


def _shown(raw: bytes, *has: bytes, lacks: tuple[bytes, ...] = ()) -> Shape:
    return Shape(raw, 200, has=(WORD, *has), lacks=lacks)


def _failed(raw: bytes) -> Shape:
    return Shape(raw, 502, adapted=False, lacks=(WORD,))


def _passed(raw: bytes, status: int, *has: bytes, lacks: tuple[bytes, ...] = ()) -> Shape:
    return Shape(raw, status, adapted=False, has=has, lacks=lacks)


SHAPES: dict[str, dict[str, Shape]] = {
    "Lines": {
        "bare LF throughout": _shown(_page().replace(b"\r\n", b"\n")),
        "a folded field": _shown(_page(b"X-A: one\r\n two"), b"X-A: one two\r\n"),
        "a folded cookie": _shown(
            _page(b"Set-Cookie: a=1;\r\n Path=/b"), b"Set-Cookie: a=1; Path=/b\r\n"
        ),
        "a control in a field, which is dropped": _shown(_page(b"X-A: a\x01b"), lacks=(b"X-A",)),
        "a NUL in a field": _failed(_page(b"X-A: a\x00b")),
        "a bare CR in a field": _failed(_page(b"X-A: a\rX-B: b")),
        "a space before the colon": _failed(_page(b"X-A : b")),
        "no colon": _failed(_page(b"garbage")),
        "no name": _failed(_page(b": a")),
        "brackets in a name": _failed(_page(b"X(A): b")),
        "UTF-8 in a field": _shown(_page("X-A: є".encode()), "X-A: є\r\n".encode()),
        "one byte a letter in a field": _shown(_page(b"X-A: \xbf"), "X-A: ї\r\n".encode()),
        "a policy of 9 kB": _shown(
            _page(b"Content-Security-Policy: img-src" + b" https://a.example" * 600),
            b" https://a.example" * 600 + b"\r\n",
        ),
        "a field of 70 kB": _failed(_page(b"X-A: " + b"a" * 70_000)),
        "300 fields": _shown(
            _page(*(b"X-%d: %d" % (number, number) for number in range(300))), b"X-299: 299\r\n"
        ),
        "600 fields": _failed(_page(*(b"X-%d: 1" % number for number in range(600)))),
        "an address in one byte a letter": _passed(
            b"HTTP/1.1 302 F\r\nLocation: /\xbf\r\nContent-Length: 0\r\n\r\n",
            302,
            b"Location: /%BF\r\n",
        ),
    },
    "Status lines": {
        "without a reason": _shown(_page(start=b"HTTP/1.1 200\r\n")),
        "with a control in the reason": _shown(_page(start=b"HTTP/1.1 200 O\x01K\r\n")),
        "with a reason in Ukrainian": _shown(_page(start="HTTP/1.1 200 Добре\r\n".encode())),
        "HTTP/1.0": _shown(b"HTTP/1.0 200 OK\r\n" + _HTML + b"\r\n" + PAGE),
        "HTTP/1.0, kept alive": _shown(
            _page(b"Connection: keep-alive", start=b"HTTP/1.0 200 OK\r\n")
        ),
        "HTTP/0.9": _failed(PAGE),
        "nothing": _failed(b""),
        "a header without an end": _failed(_OK + _HTML),
        "a status of two digits": _failed(_page(start=b"HTTP/1.1 99 X\r\n")),
        "a status of four digits": _failed(_page(start=b"HTTP/1.1 1000 X\r\n")),
        "a status without a meaning": Shape(_page(start=b"HTTP/1.1 999 X\r\n"), 999, has=(WORD,)),
    },
    "Interim responses": {
        "100": _shown(b"HTTP/1.1 100 Continue\r\n\r\n" + _page()),
        "103, which is dropped with its fields": _shown(
            b"HTTP/1.1 103 Early Hints\r\nLink: </early.css>; rel=preload\r\n\r\n" + _page(),
            lacks=(b"early.css",),
        ),
        "fifty of 102": _shown(b"HTTP/1.1 102 Processing\r\n\r\n" * 50 + _page()),
        "ten thousand of 102": _shown(
            b"HTTP/1.1 102 Processing\r\nX: y\r\n\r\n" * 10_000 + _page()
        ),
        "101, for which nobody asked": _failed(
            b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n" + PAGE
        ),
    },
    "Lengths": {
        "twice the same": _failed(_framed(_LENGTH * 2)),
        "twice, differing": _failed(_framed(_LENGTH + b"Content-Length: 5\r\n")),
        "a list": _failed(_framed(b"Content-Length: 5, 5\r\n")),
        "with a sign": _failed(_framed(b"Content-Length: +5\r\n")),
        "of less than nothing": _failed(_framed(b"Content-Length: -5\r\n")),
        "in letters": _failed(_framed(b"Content-Length: x\r\n")),
        "beside chunks": _failed(_framed(_LENGTH + _CHUNKED, _CHUNKS)),
        "longer than the page": Shape(
            _framed(b"Content-Length: 999\r\n"), 200, has=(WORD, b"Cache-Control: no-store")
        ),
        "none, up to the end": _shown(_framed(b"")),
    },
    "Chunks": {
        "well-formed": _shown(_framed(_CHUNKED, _CHUNKS), lacks=(b"chunked",)),
        "with trailers, which are dropped": _shown(
            _framed(
                _CHUNKED + b"Trailer: Digest\r\n",
                _CHUNKS[:-2] + b"Digest: x\r\nSet-Cookie: late=1\r\n\r\n",
            ),
            lacks=(b"late", b"Digest", b"Trailer"),
        ),
        "of a size that is none": _failed(_framed(_CHUNKED, b"zz\r\n" + _CHUNKS)),
        "with 0x": _failed(_framed(_CHUNKED, b"0x" + _CHUNKS)),
        "of less than nothing": _failed(_framed(_CHUNKED, b"-" + _CHUNKS)),
        "beyond 64 bits": _failed(_framed(_CHUNKED, b"FFFFFFFFFFFFFFFFFF\r\n" + _CHUNKS)),
        "without the last": Shape(
            _framed(_CHUNKED, _CHUNKS[:-5]), 200, has=(WORD, b"Cache-Control: no-store")
        ),
        "in a coding that nobody knows, up to the end": _shown(
            _framed(b"Transfer-Encoding: x\r\n"), lacks=(b"Transfer-Encoding",)
        ),
    },
    "Codings": {
        "none, said in so many words": _shown(
            _page(b"Content-Encoding: none"), lacks=(b"Content-Encoding",)
        ),
        "a charset in place of one": _shown(
            _page(b"Content-Encoding: UTF-8"), lacks=(b"Content-Encoding",)
        ),
        "two at once": _passed(_page(b"Content-Encoding: gzip, br"), 200, b"gzip, br", PAGE),
        "one that nobody knows": _passed(_page(b"Content-Encoding: x"), 200, PAGE),
    },
    "Bodies that must not be": {
        "behind 204": _failed(b"HTTP/1.1 204 N\r\nContent-Length: 76\r\n\r\n" + PAGE),
        "behind 304": _failed(b"HTTP/1.1 304 N\r\nContent-Length: 76\r\n\r\n" + PAGE),
    },
}
"""By what is odd about them."""
