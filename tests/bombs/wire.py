"""Bombs of the wire: bodies that unpack, headers that swell, documents that refer to themselves."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

import brotli

PAGE = b"<!doctype html><html lang=uk><title>t</title><body><p>word</p></body></html>"
_MIB = 2**20


def _laughs(root: str) -> bytes:
    """Each entity is ten of the one before (CWE-776)."""
    names = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    declared = '<!ENTITY a0 "ha">' + "".join(names)
    return f"<?xml version='1.0'?><!DOCTYPE x [{declared}]><{root}>&a9;</{root}>".encode()


def _coded(body: bytes, coding: str) -> tuple[bytes, tuple[str, ...]]:
    return body, ("Content-Type: text/html", f"Content-Encoding: {coding}")


def _with(*fields: str) -> tuple[bytes, tuple[str, ...]]:
    return PAGE, ("Content-Type: text/html", *fields)


@cache
def answers() -> Mapping[str, tuple[bytes, tuple[str, ...]]]:
    """Gives bodies and fields that an origin answers with, by name."""
    zeros = b"\0" * (50 * _MIB)
    links = ", ".join(f"<http://t.example/{n}.css>; rel=preload; as=style" for n in range(1100))
    return {
        "gzip of 50 MiB": _coded(gzip.compress(zeros), "gzip"),
        "br of 50 MiB": _coded(brotli.compress(zeros, quality=1), "br"),
        "gzip in gzip, said": _coded(gzip.compress(gzip.compress(zeros)), "gzip, gzip"),
        "gzip in gzip, not said": _coded(gzip.compress(gzip.compress(zeros)), "gzip"),
        "a thousand gzip members": _coded(gzip.compress(b"\0" * 50_000) * 1000, "gzip"),
        "Link of 20 kB": _with(f"Link: {links[:20_000]}"),
        "CSP of 40 kB": _with("Content-Security-Policy: script-src " + "https://a.example " * 2200),
        "Cache-Control of 60 kB of space": _with("Cache-Control: a" + " " * 60_000 + "b"),
        "Content-Type of 60 kB": (PAGE, ('Content-Type: text/html;"' + ";" * 60_000,)),
        "Set-Cookie 80 times": _with(*(f"Set-Cookie: a{n}={'x' * 700}; Path=/" for n in range(80))),
        "Refresh of 60 kB": _with("Refresh: 9;url=" + "'" * 60_000),
        "Vary of 60 kB": _with("Vary: " + "accept, " * 7000),
        "laughs in RSS": (_laughs("rss"), ("Content-Type: application/rss+xml",)),
        "laughs in SVG": (_laughs("svg"), ("Content-Type: image/svg+xml",)),
        "laughs in XHTML": (_laughs("html"), ("Content-Type: application/xhtml+xml",)),
        "JSON of brackets": (b"[" * 2_000_000, ("Content-Type: application/manifest+json",)),
        "captions without end": (b"WEBVTT\n\n" + b"<v " * 300_000, ("Content-Type: text/vtt",)),
    }


REQUESTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "an address of 8 kB of %": ("/good?" + "%41" * 2600, {}),
    "a value of 7 kB": ("/good", {"X-A": "x" * 7000}),
    "a value of 60 kB": ("/good", {"X-A": "x" * 60_000}),
    "a cookie of 1,000 pairs": ("/good", {"Cookie": "; ".join(f"a{n}=1" for n in range(1000))}),
    "a cookie of 10,000 pairs": ("/good", {"Cookie": "; ".join(f"a{n}=1" for n in range(10_000))}),
    "Accept-Language of 1,000": ("/good", {"Accept-Language": "uk;q=0.5," * 900}),
    "Accept-Encoding of 1,000": ("/good", {"Accept-Encoding": "br;q=0.5," * 900}),
    "If-None-Match of 1,000": ("/good", {"If-None-Match": 'W/"x",' * 1000}),
}
"""What a visitor sends: a target and fields."""


async def endless(writer: asyncio.StreamWriter, _: object) -> None:
    """Answers with a page in chunks that never end."""
    writer.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    piece = b"<p>more</p>" * 5000
    with suppress(ConnectionError):
        while True:
            writer.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            await writer.drain()
