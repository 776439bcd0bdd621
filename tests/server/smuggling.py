"""
Requests that hide another: framing spelt so that two servers may disagree where a body ends.

Read strictly (RFC 9112 §6.3), what is hidden is part of a body, or of a request that is to be refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.server.request_shapes import SHAPES

HIDDEN = b"GET /hidden HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
_HEAD = b"POST /attack HTTP/1.1\r\nHost: 127.0.0.1\r\n"
_CHUNKED = b"Transfer-Encoding: chunked\r\n"
_LONG = b"%d" % len(HIDDEN)

TRANSFER_ENCODINGS = (
    b"Transfer-Encoding: chunked",
    b"transfer-encoding: chunked",
    b"TRANSFER-ENCODING: CHUNKED",
    b"Transfer-Encoding: cHuNkEd",
    b"Transfer-Encoding:chunked",
    b"Transfer-Encoding:  chunked",
    b"Transfer-Encoding:\tchunked",
    b"Transfer-Encoding: chunked ",
    b"Transfer-Encoding: chunked\t",
    b"Transfer-Encoding:\x0bchunked",
    b"Transfer-Encoding: chunked\x0b",
    b"Transfer-Encoding:\x0cchunked",
    b"Transfer-Encoding: \x00chunked",
    b"Transfer-Encoding: chunked\x00",
    b"Transfer-Encoding: ch\x00unked",
    b"Transfer-Encoding:\xa0chunked",
    b"Transfer-Encoding: \xef\xbb\xbfchunked",
    "Transfer-Encoding: chun\u212aed".encode(),
    b"Transfer-Encoding : chunked",
    b"Transfer-Encoding\t: chunked",
    b"Transfer-Encoding\x00: chunked",
    b"Transfer-Encoding\xa0: chunked",
    b" Transfer-Encoding: chunked",
    b"\tTransfer-Encoding: chunked",
    b"X: y\r\n Transfer-Encoding: chunked",
    b"X: y\nTransfer-Encoding: chunked",
    b"X: y\rTransfer-Encoding: chunked",
    b"X: y\r\r\nTransfer-Encoding: chunked",
    b"Transfer-Encoding:\r\n chunked",
    b"Transfer-Encoding:\n chunked",
    b"Transfer-Encoding: chunked\r",
    b"Transfer-Encoding: x\r\nTransfer-Encoding: chunked",
    b"Transfer-Encoding: chunked\r\nTransfer-Encoding: x",
    b"Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
    b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
    b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
    b"Transfer-Encoding: chunked, identity",
    b"Transfer-Encoding: identity, chunked",
    b"Transfer-Encoding: gzip, chunked",
    b"Transfer-Encoding: chunked, chunked",
    b"Transfer-Encoding: , chunked",
    b"Transfer-Encoding: chunked,",
    b"Transfer-Encoding: chunked chunked",
    b"Transfer-Encoding: chunked;q=1",
    b"Transfer-Encoding: xchunked",
    b"Transfer-Encoding: chunkedx",
    b'Transfer-Encoding: "chunked"',
    b"Transfer-Encoding: 'chunked'",
    b"Transfer-Encoding: identity",
    b"Transfer-Encoding:",
    b"Transfer_Encoding: chunked",
    b"Transfer Encoding: chunked",
    b"Transfer-Encodin: chunked",
    b"X-Transfer-Encoding: chunked",
    b"Content-Encoding: chunked",
    b"TE: chunked",
    b"Connection: Transfer-Encoding\r\nTransfer-Encoding: chunked",
    b"Connection: Content-Length\r\nTransfer-Encoding: chunked",
)

CONTENT_LENGTHS = (
    b"Content-Length: +%s",
    b"Content-Length: -%s",
    b"Content-Length: 0%s",
    b"Content-Length: %s ",
    b"Content-Length:\t%s\t",
    b"Content-Length:\x0b%s",
    b"Content-Length: %s\x0b",
    b"Content-Length: %s\x00",
    b"Content-Length: \x00%s",
    b"Content-Length: %s\xa0",
    b"Content-Length: %s\r",
    b"Content-Length: %s;",
    b'Content-Length: "%s"',
    b"Content-Length: %s.0",
    b"Content-Length: %se0",
    b"Content-Length: 0x%s",
    b"Content-Length: 0o%s",
    b"Content-Length: 0b1",
    b"Content-Length: %s_0",
    b"Content-Length: %s 0",
    b"Content-Length: %s,%s",
    b"Content-Length: %s, 0",
    b"Content-Length: 0, %s",
    b"Content-Length: ,%s",
    b"Content-Length: %s,",
    b"Content-Length: 0\r\nContent-Length: %s",
    b"Content-Length: %s\r\nContent-Length: 0",
    b"Content-Length: %s\r\nContent-Length: %s",
    b"Content-Length: %s\r\ncontent-length: 0",
    b"Content-Length: 1844674407370955161%s",
    b"Content-Length: 429496729%s",
    b"Content-Length:",
    b"Content-Length: ",
    b"Content-Length: x",
    b"Content-Length: \xd9\xa4\xd9\xa2",
    b"Content-Length: \xef\xbc\x94\xef\xbc\x92",
    b"Content-Length : %s",
    b"Content-Length\t: %s",
    b"Content-Length\x00: %s",
    b" Content-Length: %s",
    b"X: y\r\n Content-Length: %s",
    b"X: y\nContent-Length: %s",
    b"X: y\rContent-Length: %s",
    b"Content-Length:\r\n %s",
    b"Content_Length: %s",
    b"Content Length: %s",
    b"Connection: Content-Length\r\nContent-Length: %s",
    b"Connection: close, Content-Length\r\nContent-Length: %s",
)
"""`%s` is the length of what is hidden."""

_SIZE = b"%x" % len(HIDDEN)
CHUNKS = (
    b"%s\r\n@\r\n0\r\n\r\n",
    b"0%s\r\n@\r\n0\r\n\r\n",
    b"00000000000000000000%s\r\n@\r\n0\r\n\r\n",
    b"0x%s\r\n@\r\n0\r\n\r\n",
    b"+%s\r\n@\r\n0\r\n\r\n",
    b"-%s\r\n@\r\n0\r\n\r\n",
    b" %s\r\n@\r\n0\r\n\r\n",
    b"%s \r\n@\r\n0\r\n\r\n",
    b"%s\t\r\n@\r\n0\r\n\r\n",
    b"%s\x0b\r\n@\r\n0\r\n\r\n",
    b"%s\x00\r\n@\r\n0\r\n\r\n",
    b"%s_0\r\n@\r\n0\r\n\r\n",
    b"%s.0\r\n@\r\n0\r\n\r\n",
    b"%s,0\r\n@\r\n0\r\n\r\n",
    b"%sg\r\n@\r\n0\r\n\r\n",
    b"%s;a\r\n@\r\n0\r\n\r\n",
    b"%s;a=b\r\n@\r\n0\r\n\r\n",
    b'%s;a="b"\r\n@\r\n0\r\n\r\n',
    b'%s;a="\r\n@\r\n0\r\n\r\n',
    b'%s;a="\r\n0\r\n\r\n@"\r\n\r\n0\r\n\r\n',
    b"%s;\r\n@\r\n0\r\n\r\n",
    b"%s;a\n@\r\n0\r\n\r\n",
    b"%s;a\r@\r\n0\r\n\r\n",
    b"%s;\n0\r\n\r\n@\r\n0\r\n\r\n",
    b"%s;a\x00\r\n@\r\n0\r\n\r\n",
    b"%s\n@\r\n0\r\n\r\n",
    b"%s\r@\r\n0\r\n\r\n",
    b"%s\r\r\n@\r\n0\r\n\r\n",
    b"%s\r\n@\n0\r\n\r\n",
    b"%s\r\n@0\r\n\r\n",
    b"%s\r\n@\r0\r\n\r\n",
    b"%s\r\n@XX0\r\n\r\n",
    b"%s\r\n@\r\n0\n\n",
    b"%s\r\n@\r\n0\r\n\n",
    b"%s\r\n@\r\n0\r\r\n\r\n",
    b"%s\r\n@\r\n00\r\n\r\n",
    b"%s\r\n@\r\n0;a\r\n\r\n",
    b"%s\r\n@\r\n-0\r\n\r\n",
    b"%s\r\n@\r\n0x0\r\n\r\n",
    b"1\r\nx%s\r\n@\r\n0\r\n\r\n",
    b"\r\n%s\r\n@\r\n0\r\n\r\n",
    b"\n%s\r\n@\r\n0\r\n\r\n",
    b"FFFFFFFFFFFFFFFF\r\n@\r\n0\r\n\r\n",
    b"1000000000000000%s\r\n@\r\n0\r\n\r\n",
    b"100000000%s\r\n@\r\n0\r\n\r\n",
    b"%s\r\n@\r\n0\r\nX: y\r\n\r\n",
    b"%s\r\n@\r\n0\r\n X: y\r\n\r\n",
    b"%s\r\n@\r\n0\r\nX: y\n\r\n",
    b"%s\r\n@\r\n0\r\nX : y\r\n\r\n",
    b"%s\r\n@\r\n0\r\nGET /hidden HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
)
"""`%s` is the size of what is hidden, `@` stands for it."""


def attacks() -> Iterator[tuple[str, bytes]]:
    """Gives each attack with a name."""
    empty, short = b"0\r\n\r\n" + HIDDEN, b"Content-Length: 4\r\n"
    for line in TRANSFER_ENCODINGS:
        # one server goes by the length, the other by the chunks, either way round
        whole = b"Content-Length: %d\r\n" % len(empty)
        yield f"length first, then {line!r}", _HEAD + whole + line + b"\r\n\r\n" + empty
        yield f"{line!r}, then length", _HEAD + line + b"\r\n" + whole + b"\r\n" + empty
        chunk = _SIZE + b"\r\n" + HIDDEN + b"\r\n0\r\n\r\n"
        yield f"short length, then {line!r}", _HEAD + short + line + b"\r\n\r\n" + chunk
    for spelling in CONTENT_LENGTHS:
        line = spelling.replace(b"%s", _LONG)
        yield f"{line!r}", _HEAD + line + b"\r\n\r\n" + HIDDEN
        yield f"{line!r} with GET", _HEAD.replace(b"POST", b"GET") + line + b"\r\n\r\n" + HIDDEN
        yield f"{line!r} with chunks", _HEAD + line + b"\r\n" + _CHUNKED + b"\r\n" + empty
    for spelling in CHUNKS:
        body = spelling.replace(b"%s", _SIZE).replace(b"@", HIDDEN)
        yield f"chunks {spelling!r}", _HEAD + _CHUNKED + b"\r\n" + body
    for name, raw in _others():
        yield name, raw
    for group, shapes in SHAPES.items():
        for name, shape in shapes.items():
            if shape.closes:
                raw = shape.raw.replace(b" / ", b" /attack ")
                yield f"behind {group}: {name}", raw + HIDDEN


def _others() -> Iterator[tuple[str, bytes]]:
    length = b"Content-Length: " + _LONG + b"\r\n"
    for method in (b"GET", b"HEAD", b"OPTIONS", b"DELETE", b"TRACE", b"PROPFIND"):
        yield f"a body with {method!r}", _HEAD.replace(b"POST", method) + length + b"\r\n" + HIDDEN
    for expect in (b"100-continue", b"100-Continue", b"y 100-continue", b"100-continue, x", b""):
        line = b"Expect: " + expect + b"\r\n"
        yield f"Expect: {expect!r}", _HEAD + line + length + b"\r\n" + HIDDEN
    for protocol in (b"websocket", b"h2c", b"HTTP/2.0", b"x"):
        line = b"Connection: Upgrade\r\nUpgrade: " + protocol + b"\r\n"
        yield f"Upgrade: {protocol!r}", _HEAD + line + length + b"\r\n" + HIDDEN
        with_get = _HEAD.replace(b"POST", b"GET")
        yield f"GET, Upgrade: {protocol!r}", with_get + line + length + b"\r\n" + HIDDEN
    old = _HEAD.replace(b"1.1", b"1.0") + b"Connection: keep-alive\r\n"
    yield "HTTP/1.0, kept alive", old + length + b"\r\n" + HIDDEN
    yield "HTTP/1.0, kept alive, in chunks", old + _CHUNKED + b"\r\n0\r\n\r\n" + HIDDEN
    yield "a line of its own", _HEAD.replace(b" HTTP", b" HTTP/1.1\r\nX: y HTTP") + b"\r\n" * 0
    yield "a target with a line end", _HEAD.replace(b"/attack", b"/attack\r\n\r\n" + HIDDEN)
    yield "a host with a line end", _HEAD.replace(b"127.0.0.1", b"127.0.0.1\n\n" + HIDDEN)
