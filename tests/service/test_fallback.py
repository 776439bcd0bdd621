from __future__ import annotations

import pytest

from a11y_proxy.core.artifact import render
from a11y_proxy.core.source import Source
from a11y_proxy.service.fallback import untouched


def shown(body: bytes, **fields: object) -> bytes:
    source = Source("http://t/", "text/html", body, **fields)  # type: ignore[arg-type]
    return render(untouched(source), lambda _: b"[!]")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<body><p>x", b"<body>[!]<p>x"),
        (b"<BODY class='a>b' id=c>x", b"<BODY class='a>b' id=c>[!]x"),
        (b"<!-- <body> --><body>x", b"<!-- <body> --><body>[!]x"),
        (b"<script>'<body>'</script><body>x", b"<script>'<body>'</script><body>[!]x"),
        (b"<title><body></title><body>x", b"<title><body></title><body>[!]x"),
        # where there is no place, there is no notice, and nothing is lost
        (b"<p>x", b"<p>x"),
        (b"<frameset><body>", b"<frameset><body>"),
        (b"<bodyguard>", b"<bodyguard>"),
        ("<body>х".encode("utf-16"), "<body>х".encode("utf-16")),
        ("<body>х".encode("utf-16-le"), "<body>х".encode("utf-16-le")),
        (b"", b""),
    ],
)
def test_every_byte_stays_and_the_notice_stands_first_in_the_body(
    before: bytes, after: bytes
) -> None:
    assert shown(before) == after


@pytest.mark.parametrize("piece", [b"<!--", b"<script ", b"<body ", b"<body '\"", b"<style></x"])
def test_what_opens_a_thousand_times_and_never_ends_is_read_once(piece: bytes) -> None:
    # read anew from each place, this would hold every visitor up for minutes
    page = piece * (2**18 // len(piece))
    assert shown(page) == page


def test_a_sheet_or_a_piece_of_a_page_has_no_notice() -> None:
    sheet = Source("http://t/", "text/css", b"<body>")
    assert render(untouched(sheet), lambda _: b"[!]") == b"<body>"
    assert shown(b"<body>", fragment=True) == b"<body>"


def test_the_charset_that_the_origin_named_stays() -> None:
    page = Source("http://t/", "text/html", b"<body>", "windows-1251")
    assert untouched(page).media_type == "text/html; charset=windows-1251"
    assert untouched(Source("http://t/", "text/html", b"")).media_type == "text/html"
