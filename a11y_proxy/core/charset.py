"""Bytes to text, as the people who wrote them meant it: labels are often wrong, bytes seldom are."""

from __future__ import annotations

import re

from bs4.dammit import EncodingDetector
from turbohtml.detect import Detection, detect
from webencodings import UTF8, Encoding, lookup

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))
_PRESCAN = 1024
"""Bytes in which a document must declare its encoding (HTML §4.2.5.4)."""

_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_AT_CHARSET = re.compile(rb'@charset "([^"]*)";')

# Where the evidence is a draw, the top-level domain tips it, as it does in browsers.
_DETECTION = Detection(tld="ua")

_NOT_FOR_DECLARATIONS = {"utf-16le": "utf-8", "utf-16be": "utf-8", "x-user-defined": "windows-1252"}
"""What a declaration that can be read as ASCII cannot mean, and what it means (HTML §13.2.3.2)."""


def decode(body: bytes, header_charset: str | None) -> tuple[str, str]:
    """
    Gives the text of a page and the WHATWG label of its encoding.

    In order: byte order mark, header field, declaration in the page, detection (HTML §13.2.3.1).
    A label that the bytes contradict is passed over, where a browser would show rubbish: UTF-8
    for bytes that are not, a single-byte encoding for bytes that can only be UTF-8, anything
    for bytes that can only be UTF-16. Bytes that mean nothing become U+FFFD; nothing is dropped.
    """
    return _decode(body, (_lookup(header_charset), _declared(body)))


def decode_css(
    body: bytes, header_charset: str | None, page_charset: str | None = None
) -> tuple[str, str]:
    """
    Gives the text of a style sheet and the WHATWG label of its encoding (CSS Syntax §3.2).

    `page_charset` is the encoding of the page that refers to the sheet, the "environment
    encoding". Labels that the bytes contradict are passed over as in `decode`.
    """
    declared = _AT_CHARSET.match(body[:_PRESCAN])
    label = _meant(_lookup(declared[1].decode("latin-1"))) if declared else None
    return _decode(body, (_lookup(header_charset), label, _lookup(page_charset)))


def output_encoding(label: str) -> str:
    """Gives the label of the encoding in which a page sends forms and queries (Encoding §4.3)."""
    return UTF8.name if label.startswith("utf-16") or lookup(label) is None else label


def _decode(body: bytes, labels: tuple[Encoding | None, ...]) -> tuple[str, str]:
    for mark, label in _BOMS:
        if body.startswith(mark):
            return _text(body[len(mark) :], lookup(label) or UTF8)
    wide = _wide(body)
    if wide is not None:
        return _text(body, wide)
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return _text(body, _not_quite_utf8(body, labels))
    believed = next((label for label in labels if label is not None), UTF8)
    if believed is UTF8 or _is_telling(text) or believed.name.startswith("utf-16"):
        return text, str(UTF8.name)
    return _text(body, believed)


def _not_quite_utf8(body: bytes, labels: tuple[Encoding | None, ...]) -> Encoding:
    """Gives the encoding of bytes that are not UTF-8; witnesses that disagree are both heard."""
    if _is_damaged_utf8(body):
        return UTF8
    named = [label for label in labels if label not in (None, UTF8)]
    if len(set(named)) == 1:
        return named[0]
    detected = _detected(body)
    return detected if detected in named or not named else named[0]


def _text(body: bytes, encoding: Encoding) -> tuple[str, str]:
    text, _ = encoding.codec_info.decode(body, "replace")
    return text, str(encoding.name)


def _lookup(label: str | None) -> Encoding | None:
    """Gives the encoding; None for an unknown label, and for those that exist to hide the text."""
    encoding = lookup(label) if label else None
    return None if encoding is None or encoding.name == "replacement" else encoding


def _meant(encoding: Encoding | None) -> Encoding | None:
    if encoding is None:
        return None
    return lookup(_NOT_FOR_DECLARATIONS.get(encoding.name, encoding.name))


def _declared(body: bytes) -> Encoding | None:
    """Gives the encoding that a page's own `<meta>`, or XML declaration, names."""
    start = _COMMENT.sub(b"", body[:_PRESCAN])
    return _meant(_lookup(EncodingDetector.find_declared_encoding(start, is_html=True)))


def _wide(body: bytes) -> Encoding | None:
    """Gives UTF-16 for text with NULs at every other place only: nothing else looks so."""
    start = body[: _PRESCAN & ~1]
    few = 4 + len(start) // 16
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > few and not even:
        return lookup("utf-16le")
    if even > few and not odd:
        return lookup("utf-16be")
    return None


def _is_telling(text: str) -> bool:
    """
    Whether a text that can be read as UTF-8 has enough letters outside ASCII to be UTF-8.

    A few such pairs may be a chance in a single-byte encoding; with each more it is less so.
    """
    return len(text.encode()) - len(text) >= 4


def _is_damaged_utf8(body: bytes) -> bool:
    """Whether most of what lies outside ASCII is UTF-8: then the rest is only damage."""
    text = body.decode(errors="replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    return broken * 8 < len(text.encode()) - len(text)


def _detected(body: bytes) -> Encoding:
    """Gives what the bytes look like by the frequencies of their pairs."""
    undeclared = re.sub(rb"charset|encoding", b"", body[:_PRESCAN], flags=re.IGNORECASE)
    match = detect(undeclared + body[_PRESCAN:], _DETECTION)
    return _lookup(match.encoding) or UTF8
