"""Whatever the origin does: a message a person can act on, nothing lost, nothing hanging."""

from __future__ import annotations

import asyncio
import gzip
import http.client
import re
import time

import pytest

from a11y_proxy.origin import errors
from a11y_proxy.service.fallback import CANNOT_REWRITE, EARLIER_COPY, INCOMPLETE

TEXT = "Рішення сесії міської ради"
PAGE = f"<!doctype html><html lang=uk><title>т</title><body><h1>{TEXT}</h1></body></html>".encode()
HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


@pytest.fixture(autouse=True)
def still_serving(proxy, origin):
    """After every one of these, the next page comes as if nothing had been."""
    yield
    origin.page("/good", PAGE)
    answer = proxy.ask("/good")
    assert answer.status == 200
    assert TEXT in answer.text


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text))


def test_an_origin_that_is_down_gives_a_page_that_says_so(orphan, uk) -> None:
    answer = orphan.ask("/news/")
    assert answer.status == 502
    assert uk(errors.OriginDownError.phrase) in words(answer.text)
    assert answer.get("cache-control") == "no-store"
    assert "/_a11y/appearance.css" in answer.text
    assert "Connection refused" not in answer.text
    assert orphan.ask("/_a11y/settings").status == 200


def test_an_origin_that_is_down_gives_scripts_and_pictures_one_line(orphan) -> None:
    answer = orphan.ask("/a.png", Sec_Fetch_Dest="image")
    assert answer.status == 502
    assert answer.get("content-type").startswith("text/plain")
    assert answer.body.strip()


def test_an_origin_that_keeps_silent_is_not_waited_for_too_long(proxy, origin, uk) -> None:
    async def silent(writer, asked):
        await asyncio.sleep(5)

    origin.says("/silent", silent)
    started = time.monotonic()
    answer = proxy.ask("/silent")
    assert time.monotonic() - started < 3
    assert answer.status == 504
    assert uk(errors.OriginSlowError.phrase) in words(answer.text)


def test_what_arrived_of_a_page_that_broke_off_is_shown_and_marked(proxy, origin, uk) -> None:
    origin.says("/cut", HTML + b"Content-Length: 9000\r\n\r\n" + PAGE)
    answer = proxy.ask("/cut")
    assert TEXT in answer.text
    assert uk(INCOMPLETE) in words(answer.text)
    assert answer.get("cache-control") == "no-store"


def test_chunks_that_break_off_are_marked_as_well(proxy, origin, uk) -> None:
    chunk = b"%x\r\n%s\r\n" % (len(PAGE), PAGE)
    origin.says("/cut-chunk", HTML + b"Transfer-Encoding: chunked\r\n\r\n" + chunk)
    answer = proxy.ask("/cut-chunk")
    assert TEXT in answer.text
    assert uk(INCOMPLETE) in words(answer.text)


def test_a_page_in_a_gzip_that_ends_early_is_marked_as_well(proxy, origin, uk) -> None:
    packed = gzip.compress(PAGE * 50)
    half = packed[: len(packed) - 10]
    origin.page(
        "/cut-gzip", half, "Content-Type: text/html; charset=utf-8", "Content-Encoding: gzip"
    )
    answer = proxy.ask("/cut-gzip", Accept_Encoding="gzip")
    body = gzip.decompress(answer.body).decode() if answer.get("content-encoding") else answer.text
    assert TEXT in body
    assert uk(INCOMPLETE) in words(body)


def test_a_file_that_broke_off_does_not_look_whole(proxy, origin) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nTransfer-Encoding: chunked\r\n\r\n"
    origin.says("/cut.pdf", head + b"5\r\n%PDF-\r\n")
    with pytest.raises((http.client.IncompleteRead, ConnectionError)):
        proxy.ask("/cut.pdf")


def test_five_megabytes_of_nesting_come_through_as_they_are(proxy, origin, uk) -> None:
    body = b"<!doctype html><body>" + b"<div>" * 200_000 + TEXT.encode()
    origin.page("/deep", body)
    answer = proxy.ask("/deep")
    assert answer.status == 200
    start, _, rest = answer.body.partition(b"<body>")
    assert answer.body.endswith(b"<div>" * 200_000 + TEXT.encode())
    notice = uk(CANNOT_REWRITE).encode("ascii", "xmlcharrefreplace")
    assert notice in rest[:20_000]
    assert start + b"<body>" == body[:21]


def test_five_megabytes_of_nesting_over_the_ceiling_are_streamed(proxy, origin) -> None:
    body = b"<!doctype html><body>" + b"<div>" * 1_000_000 + TEXT.encode()
    origin.page("/deeper", body)
    assert proxy.ask("/deeper").body == body


def test_an_endless_page_is_passed_on_and_ends_with_its_reader(proxy, origin) -> None:
    ended = []

    async def endless(writer, asked):
        writer.write(HTML + b"\r\n<body>")
        try:
            while True:
                writer.write(b"<p>more</p>" * 5000)
                await writer.drain()
        except ConnectionError:
            ended.append(True)
            raise

    origin.says("/endless", endless)
    connection = http.client.HTTPConnection("127.0.0.1", proxy.port, timeout=10)
    connection.request("GET", "/endless")
    response = connection.getresponse()
    assert len(response.read(6 * 2**20)) == 6 * 2**20
    response.close()
    connection.close()
    deadline = time.monotonic() + 3
    while not ended:
        assert time.monotonic() < deadline, "the origin is still being read"
        time.sleep(0.02)


def test_a_page_that_drips_is_passed_on_rather_than_held_back(proxy, origin) -> None:
    async def drip(writer, asked):
        writer.write(HTML + b"\r\n")
        for _ in range(14):
            writer.write(b"<p>drop</p>")
            await writer.drain()
            await asyncio.sleep(0.2)

    origin.says("/drip", drip)
    answer = proxy.ask("/drip")
    assert answer.body == b"<p>drop</p>" * 14


@pytest.mark.parametrize(
    ("said", "meant"),
    [("utf-8", "windows-1251"), ("windows-1251", "utf-8"), ("nonsense", "windows-1251")],
)
def test_a_wrong_charset_costs_no_letter(proxy, origin, said, meant) -> None:
    page = f"<html><head><meta charset={meant}></head><body><p>{TEXT * 5}</p>".encode(meant)
    origin.page(f"/charset-{said}", page, f"Content-Type: text/html; charset={said}")
    answer = proxy.ask(f"/charset-{said}")
    assert answer.get("content-type") == "text/html; charset=utf-8"
    assert TEXT * 5 in answer.text


def test_a_plain_page_that_claims_to_be_gzip_is_readable(proxy, origin) -> None:
    origin.page("/not-gzip", PAGE, "Content-Encoding: gzip")
    answer = proxy.ask("/not-gzip")
    assert TEXT in answer.text
    assert answer.get("content-encoding") is None


def test_a_gzip_that_is_rubbish_gives_a_page_that_says_so(proxy, origin, uk) -> None:
    origin.page("/rubbish", b"\x1f\x8b\x08\x00" + b"\xff" * 400, "Content-Encoding: gzip")
    answer = proxy.ask("/rubbish")
    assert answer.status == 502
    assert uk(errors.OriginBrokenError.phrase) in words(answer.text)


def test_a_bomb_is_passed_on_unopened(proxy, origin) -> None:
    bomb = gzip.compress(b"\0" * 50 * 2**20)
    origin.page("/bomb", bomb, "Content-Encoding: gzip")
    answer = proxy.ask("/bomb", Accept_Encoding="gzip")
    assert answer.body == bomb
    assert answer.get("content-encoding") == "gzip"


def test_codings_that_we_cannot_undo_are_passed_on(proxy, origin) -> None:
    origin.page("/stacked", b"opaque", "Content-Encoding: gzip, br")
    answer = proxy.ask("/stacked")
    assert answer.body == b"opaque"
    assert answer.get("content-encoding") == "gzip, br"


@pytest.mark.parametrize("answer", [b"", b"SSH-2.0-OpenSSH\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"])
def test_what_is_no_http_gives_a_page(proxy, origin, answer) -> None:
    origin.says("/no-http", answer)
    got = proxy.ask("/no-http")
    assert got.status == 502
    assert got.body.strip()


def test_an_earlier_copy_stands_in_for_an_origin_that_fails(proxy, origin, uk) -> None:
    origin.page("/news-copy", PAGE, 'ETag: "1"')
    assert proxy.ask("/news-copy").status == 200
    origin.page("/news-copy", b"<h1>Error</h1>", status="503 Busy")
    answer = proxy.ask("/news-copy")
    assert answer.status == 200
    assert TEXT in answer.text
    assert uk(EARLIER_COPY) in words(answer.text)
    assert proxy.ask("/news-copy", Cookie="PHPSESSID=1").status == 503, "a session is never shared"


def test_an_error_page_of_the_origin_is_adapted_and_stays_an_error(proxy, origin) -> None:
    origin.page("/gone", PAGE, status="404 Not Found")
    answer = proxy.ask("/gone")
    assert answer.status == 404
    assert TEXT in answer.text
    assert "data-a11y-ui" in answer.text


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (b"p { color: red }" + b"(" * 9000, ()),
        (b"p { color: red }", ("Content-Encoding: gzip, br",)),
        (b"p { color: red }" * 200_000, ()),
    ],
    ids=["unparsable", "unknown coding", "too large"],
)
def test_a_sheet_that_cannot_be_adapted_brings_no_colour_and_is_not_kept(
    proxy, origin, body, fields
) -> None:
    origin.page("/broken.css", body, "Content-Type: text/css", "Cache-Control: max-age=60", *fields)
    answer = proxy.ask("/broken.css", Sec_Fetch_Dest="style", Accept_Encoding="identity")
    assert answer.status == 200
    assert answer.get("content-type") == "text/css; charset=utf-8"
    assert answer.get("cache-control") == "no-store"
    assert b"red" not in answer.body
