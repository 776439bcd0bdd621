"""What an operator reads of visitors: nothing that they typed, and nothing that lets anyone in as them."""

from __future__ import annotations

import http.client
import re
import time
from contextlib import closing
from pathlib import Path

from tests.bombs.wire import endless

PATIENCE = 10.0
SECRET = "s3cr3t"
HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
LOCAL = b"Host: 127.0.0.1\r\n"


def logged(log: Path, word: str) -> str:
    """Gives the log once it holds a word."""
    deadline = time.monotonic() + PATIENCE
    while word not in (text := log.read_text()):
        assert time.monotonic() < deadline, f"{word} is not logged"
        time.sleep(0.05)
    return text


def test_no_secret_of_a_visitor_is_ever_logged(fronted, origin) -> None:
    """E11: queries, cookies and passwords, in the access log as where something goes wrong."""
    page = b"<!doctype html><title>t</title><p>x"
    path = f"/secrets?token={SECRET}"
    secrets = {"Cookie": f"session={SECRET}", "Authorization": f"Basic {SECRET}"}
    secrets["Referer"] = f"http://127.0.0.1/?token={SECRET}"
    origin.page(path, page)
    assert fronted.ask(path, **secrets, X_Forwarded_For="203.0.113.7").status == 200
    # an origin that sends no HTTP, one whose field is malformed, one that hangs up, a page refused
    for answer in (b"rubbish", HTML + f"Set-Cookie : a={SECRET}\r\n\r\n".encode(), b""):
        origin.says(path, answer)
        failed = fronted.ask(path, **secrets)
        assert failed.status == 502
        assert SECRET not in f"{failed.fields}"
    fronted.raw(f"GET /\\\\x?token={SECRET} HTTP/1.1\r\n".encode() + LOCAL + b"\r\n")
    fronted.ask("/", Host=SECRET)
    # what is no HTTP
    fronted.raw(b"GET / HTTP/1.1\r\n" + LOCAL + f"Cookie : a={SECRET}\r\n\r\n".encode())
    fronted.raw(b"GET / HTTP/1.1\r\n" + LOCAL + f"Cookie: a={SECRET * 2000}\r\n\r\n".encode())
    fronted.raw(f"GET /{SECRET} x HTTP/1.1\r\n".encode() + LOCAL + b"\r\n")
    fronted.ask("/_a11y/none-the-last")
    text = logged(fronted.log, "none-the-last")
    assert SECRET not in text
    assert re.search(
        r'203\.0\.113\.7 "127\.0\.0\.1:\d+" "GET /secrets HTTP/1\.1" 200 \d+ \d+\.\d{3} "a11y-proxy; fwd=bypass"',
        text,
    )
    assert re.search(r'127\.0\.0\.1 "127\.0\.0\.1:\d+" "GET /secrets HTTP/1\.1" 502', text)
    assert "Error handling request from 127.0.0.1: Invalid header token\n" in text
    assert "Error handling request from 127.0.0.1: Got more than 8190 bytes when reading\n" in text
    assert "Traceback" not in text


def test_a_field_that_cannot_be_sent_on_is_named(fronted, origin) -> None:
    """B27: by its name only."""
    lines = f"X-Odd: a\x01{SECRET}\r\nContent-Length: 0\r\n\r\n".encode()
    origin.says(f"/odd-field?{SECRET}", HTML + lines)
    assert fronted.ask(f"/odd-field?{SECRET}").status == 200
    text = logged(fronted.log, "X-Odd")
    assert f"Left out: the field X-Odd, which holds controls, of {origin.url}/odd-field?…" in text
    assert SECRET not in text


def test_a_visitor_who_leaves_in_the_middle_is_no_failure(fronted, origin) -> None:
    """Else whoever asks and leaves fills the log."""
    origin.says("/endless-chunks", endless)
    for _ in range(12):
        with closing(
            http.client.HTTPConnection("127.0.0.1", fronted.port, timeout=PATIENCE)
        ) as who:
            who.request("GET", "/endless-chunks", headers={"Host": "127.0.0.1"})
            assert who.getresponse().read(3 * 2**20)
    fronted.ask("/_a11y/none-after-leaving")
    text = logged(fronted.log, "none-after-leaving")
    assert "Failed on /endless-chunks" not in text
    assert "Traceback" not in text


def test_an_error_page_shows_nothing_of_the_address_as_markup(fronted, origin) -> None:
    """E13: nor anything of why the origin could not be read."""
    path = (
        "/%3Cscript%3Ealert(1)%3C/script%3E?x=%22%3E%3Cscript%3E&<b>\"'><script>alert(2)</script>"
    )
    origin.says(path, b"rubbish")
    request = f"GET {path} HTTP/1.1\r\n".encode() + LOCAL + b"Connection: close\r\n\r\n"
    head, _, body = fronted.raw(request).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 502")
    assert b"<script" not in body
    assert b"rubbish" not in body
    assert b"default-src 'none'" in head
