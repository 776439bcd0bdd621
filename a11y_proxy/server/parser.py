"""Which of aiohttp's two HTTP parsers is at work: only the one in C is strict enough for a proxy."""

from __future__ import annotations

from aiohttp import http_parser


class ParserError(RuntimeError):
    """Requests would be read by a parser that others can be made to read differently."""


def require_strict_parser() -> None:
    """
    Raises ParserError where aiohttp runs without its compiled parser.

    The one in Python was made to smuggle requests more than once (CVE-2025-69224, CVE-2026-111750).
    """
    if http_parser.HttpRequestParser is http_parser.HttpRequestParserPy:
        raise ParserError(
            "aiohttp runs without its compiled HTTP parser, which is needed to serve safely: install "
            "a wheel of it for this Python, and unset AIOHTTP_NO_EXTENSIONS"
        )
