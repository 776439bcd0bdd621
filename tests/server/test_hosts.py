"""Style sheets and fonts of other hosts: through us, rewritten, in nobody's name, and nothing else."""

from __future__ import annotations

import asyncio
import json
import re
import time
from email.utils import formatdate
from functools import partial

import pytest

from a11y_proxy.origin.errors import OriginForbiddenError, OriginUnfitError
from a11y_proxy.server.errors import FORGED

CSS = ("Content-Type: text/css",)
SHEET = b"p { color: #777; list-style-image: url(dots.png) }"
FONT = b"wOF2" + bytes(range(256))
KEY = "a secret of the operator"


@pytest.fixture(scope="module")
def hosting(start, origin, cdn):
    """A proxy whose operator has listed the other host: it is at a private address here."""
    with start(origin.url, **settings(cdn)) as proxy:
        yield proxy


def settings(cdn, key: str = KEY) -> dict[str, str]:
    hosts = json.dumps([cdn.url.removeprefix("http://")])
    return {"A11Y_THIRD_PARTY__HOSTS": hosts, "A11Y_THIRD_PARTY__KEY": key}


def address_of(proxy, origin, url: str) -> str:
    """Gives our address of another host's sheet, as a page of the site has it."""
    markup = f"<!doctype html><title>t</title><link rel=stylesheet href='{url}'><p>x"
    path = origin.page(f"/page-of-{abs(hash(url))}", markup.encode())
    (link,) = re.findall(r'<link rel="?stylesheet"? href="([^"]*)"', proxy.ask(path).text)[-1:]
    return link.replace("&amp;", "&")


def asked(proxy, origin, url: str, **fields: str):
    return proxy.ask(address_of(proxy, origin, url), **fields)


@pytest.fixture(scope="module")
def ask(hosting, origin):
    """Asks us for another host's address, as a browser does on a page that names it."""
    return partial(asked, hosting, origin)


def test_a_sheet_of_another_host_comes_from_us_in_roles(hosting, origin, cdn) -> None:
    cdn.page("/site.css?v=1&w", SHEET, *CSS)
    address = address_of(hosting, origin, f"{cdn.url}/site.css?v=1&w")
    assert address.startswith("/_a11y/host/")
    answer = hosting.ask(address)
    assert answer.status == 200
    assert answer.get("content-type") == "text/css; charset=utf-8"
    assert "color:var(--a11y-text,#777)" in answer.text
    assert f'url("{cdn.url}/dots.png")' in answer.text


def test_what_a_sheet_imports_and_its_fonts_come_from_us_as_well(hosting, origin, cdn) -> None:
    imports = b'@import "more.css"; @import url(/other.css) screen;'
    cdn.page("/a/first.css", imports + b"@font-face { src: url(f/x.woff2?v#i) }", *CSS)
    cdn.page("/a/more.css", SHEET, *CSS)
    cdn.page("/other.css", SHEET, *CSS)
    cdn.page("/a/f/x.woff2?v", FONT, "Content-Type: font/woff2")
    text = asked(hosting, origin, f"{cdn.url}/a/first.css").text
    found = re.findall(r'"(/_a11y/host/[^"]*)"', text)
    assert len(found) == 3
    assert [hosting.ask(address.partition("#")[0]).status for address in found] == [200] * 3
    assert found[2].endswith("/a/f/x.woff2?v#i")


def test_a_sheet_of_our_own_may_import_another_host_s(hosting, origin, cdn) -> None:
    cdn.page("/imported.css", SHEET, *CSS)
    rule = f'@import "{cdn.url}/imported.css"; ul {{ list-style-image: url({cdn.url}/h.png) }}'
    text = hosting.ask(origin.page("/own.css", rule.encode(), *CSS)).text
    (address,) = re.findall(r'@import "([^"]*)"', text)
    assert "color:var(--a11y-text,#777)" in hosting.ask(address).text
    assert f"{cdn.url}/h.png" in text


def test_nothing_of_the_visitor_reaches_another_host(hosting, origin, cdn) -> None:
    cdn.page("/quiet.css", SHEET, *CSS)
    asked(
        hosting,
        origin,
        f"{cdn.url}/quiet.css",
        Cookie="PHPSESSID=1; a11y_preferences=scale=200",
        Authorization="Basic eDp5",
        Referer="http://localhost/secret",
        Origin="http://localhost",
        User_Agent="Mine/1.0",
        Accept_Language="uk",
        X_Forwarded_For="192.0.2.1",
    )
    said = {name.lower(): value for name, value in cdn.last("/quiet.css").fields}
    assert said.keys() == {"host", "accept", "accept-encoding", "user-agent", "via", "cdn-loop"}
    assert "Mine" not in said["user-agent"]


def test_nothing_but_its_freshness_comes_back_from_another_host(hosting, origin, cdn) -> None:
    said = ("Set-Cookie: id=1", "X-Powered-By: it", "Access-Control-Allow-Origin: *", "Link: </x>")
    cdn.page("/marked.css", SHEET, *CSS, "Cache-Control: public, max-age=600", *said)
    address = address_of(hosting, origin, f"{cdn.url}/marked.css")
    for _ in "12":
        answer = hosting.ask(address)
        for name in ("set-cookie", "x-powered-by", "access-control-allow-origin", "link"):
            assert answer.get(name) is None, name
        assert re.fullmatch(r"private, max-age=\d{3}", answer.get("cache-control"))
        assert answer.get("x-content-type-options") == "nosniff"
        assert answer.get("cross-origin-resource-policy") == "same-origin"
    assert cdn.count("/marked.css") == 1


@pytest.mark.parametrize(
    ("body", "said", "given"),
    [
        (FONT, "font/woff2", "font/woff2"),
        (b"wOFF" + FONT, "application/font-woff", "font/woff"),
        (b"\0\1\0\0" + FONT, "application/octet-stream", "font/ttf"),
        (b"OTTO" + FONT, "application/x-font-ttf", "font/otf"),
    ],
)
def test_a_font_comes_as_it_is_under_its_own_type(ask, cdn, body, said, given) -> None:
    cdn.page(f"/{said}", body, f"Content-Type: {said}", "Cache-Control: max-age=60")
    answer = ask(f"{cdn.url}/{said}")
    assert (answer.status, answer.body, answer.get("content-type")) == (200, body, given)
    assert re.fullmatch(r"private, max-age=\d\d", answer.get("cache-control"))
    assert answer.get("vary") is None


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Last-Modified: Fri, 15 Jan 2021 08:00:00 GMT", r"private, max-age=(600|59\d)"),
        ("Cache-Control: max-age=60\r\nAge: 50", r"private, max-age=(10|9)"),
        ("Cache-Control: no-store", "no-store"),
        ("Cache-Control: no-cache", "private, no-cache"),
        ("X-Nothing: said", "private, no-cache"),
    ],
)
def test_a_font_is_kept_as_long_as_its_host_lets_us(ask, cdn, said: str, kept: str) -> None:
    path = f"/kept-{abs(hash(said))}"
    now = f"Date: {formatdate(usegmt=True)}"
    cdn.page(path, FONT, "Content-Type: font/woff2", now, *said.split("\r\n"))
    answer = ask(f"{cdn.url}{path}")
    assert re.fullmatch(kept, answer.get("cache-control"))
    assert answer.get("age") is None


@pytest.mark.parametrize(
    "wrong",
    [
        (b"\x89PNG", "Content-Type: image/png", "200 OK"),
        (b"<svg/>", "Content-Type: image/svg+xml", "200 OK"),
        (b"<script>alert(1)</script>", "Content-Type: text/html", "200 OK"),
        (b"alert(1)", "Content-Type: text/javascript", "200 OK"),
        (b"{}", "Content-Type: application/json", "200 OK"),
        (b"<script>alert(1)</script>", "Content-Type: font/woff2", "200 OK"),
        (b"MZ", "Content-Type: application/octet-stream", "200 OK"),
        (FONT, "Content-Type: image/png", "200 OK"),
        (b"p {}", "Content-Type: text/css", "404 Not Found"),
        (b"p {}", "Content-Type: text/css", "500 Oh"),
        (b"p" * 3 * 2**20, "Content-Type: text/css", "200 OK"),
        (b"p {}", "Content-Type: text/css\r\nContent-Encoding: compress", "200 OK"),
    ],
)
def test_nothing_else_comes_through(ask, cdn, uk, wrong) -> None:
    body, fields, status = wrong
    path = f"/{abs(hash(wrong))}"
    cdn.page(path, body, fields, status=status)
    answer = ask(f"{cdn.url}{path}")
    assert answer.status == 502
    assert uk(OriginUnfitError.phrase) in answer.text
    as_sheet = ask(f"{cdn.url}{path}", Sec_Fetch_Dest="style")
    assert as_sheet.status == 502
    assert as_sheet.get("content-type").startswith("text/plain")


@pytest.mark.parametrize("cut", ["signature", "host", "path", "query", "scheme", "end"])
def test_an_address_that_was_changed_is_refused(hosting, origin, cdn, uk, cut: str) -> None:
    cdn.page("/signed.css?a=1", SHEET, *CSS)
    address = address_of(hosting, origin, f"{cdn.url}/signed.css?a=1")
    _, _, _, signature, scheme, host, *_ = address.split("/")
    forged = {
        "signature": address.replace(signature, "A" + signature[1:].swapcase()),
        "host": address.replace(host, "town.example"),
        "path": address.replace("signed", "other"),
        "query": address.replace("a=1", "a=2"),
        "scheme": address.replace(f"/{scheme}/", "/https/"),
        "end": f"{address}&b",
    }[cut]
    before = len(cdn.asked)
    answer = hosting.ask(forged)
    assert answer.status == 404
    assert uk(FORGED) in answer.text
    assert len(cdn.asked) == before


@pytest.mark.parametrize(
    "target", ["", "x", "/", "x/http/town.example/", "%00/%0d%0a", "%D1%97/http/a/"]
)
def test_what_is_no_address_of_the_space_is_refused(hosting, target: str) -> None:
    raw = f"GET /_a11y/host/{target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    assert hosting.raw(raw.encode()).startswith(b"HTTP/1.1 404")


def test_only_questions_may_be_asked_there(hosting, origin, cdn) -> None:
    cdn.page("/head.css", SHEET, *CSS)
    address = address_of(hosting, origin, f"{cdn.url}/head.css")
    head = hosting.ask(address, "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert hosting.ask(address, "POST", b"x").status == 404


@pytest.mark.parametrize(
    "url",
    [
        *("http://localhost/a.css", "http://127.0.0.1/a.css", "http://0x7f.1/a.css"),
        *("http://[::1]/a.css", "http://[::ffff:127.0.0.1]/a.css", "http://0/a.css"),
        *("http://10.0.0.1/a.css", "http://169.254.169.254/latest/meta-data"),
        *("http://100.64.0.1/a.css", "http://224.0.0.1/a.css", "https://192.168.1.1/a.css"),
        # a port that nobody has listed
        "http://localhost:{port}/a.css",
    ],
)
def test_a_place_that_is_not_public_is_refused_at_once(proxy, origin, cdn, uk, url: str) -> None:
    cdn.page("/a.css", SHEET, *CSS)
    before, started_at = len(cdn.asked), time.monotonic()
    answer = asked(proxy, origin, url.format(port=cdn.port))
    assert answer.status == 403
    assert uk(OriginForbiddenError.phrase) in answer.text
    assert len(cdn.asked) == before
    assert time.monotonic() - started_at < 2


def redirect(cdn, path: str, location: str, *fields: str) -> str:
    return cdn.page(path, b"", f"Location: {location}", *fields, status="302 Found")


def test_a_redirect_leads_to_an_address_that_is_signed_as_well(hosting, origin, cdn) -> None:
    cdn.page("/new/b.css", b'@import "c.css";', *CSS)
    redirect(cdn, "/old/b.css", "../new/b.css")
    answer = asked(hosting, origin, f"{cdn.url}/old/b.css")
    assert answer.status == 302
    there = hosting.ask(answer.get("location"))
    assert there.status == 200
    assert "/new/c.css" in there.text


def test_a_redirect_to_a_place_that_is_not_public_ends_there(hosting, origin, cdn, uk) -> None:
    redirect(cdn, "/inside", "http://localhost/a.css")
    answer = hosting.ask(asked(hosting, origin, f"{cdn.url}/inside").get("location"))
    assert answer.status == 403
    assert uk(OriginForbiddenError.phrase) in answer.text


@pytest.mark.parametrize(
    "location", ["javascript:alert(1)", "file:///etc/passwd", "data:text/css,"]
)
def test_a_redirect_out_of_the_web_is_none(hosting, origin, cdn, location: str) -> None:
    redirect(cdn, "/out", location)
    assert asked(hosting, origin, f"{cdn.url}/out").status == 502


def test_a_host_that_keeps_silent_is_not_waited_for_too_long(hosting, origin, cdn) -> None:
    async def silent(writer, asked):
        await asyncio.sleep(5)

    cdn.says("/silent.css", silent)
    started_at = time.monotonic()
    address = address_of(hosting, origin, f"{cdn.url}/silent.css")
    assert hosting.ask(address).status == 504
    assert time.monotonic() - started_at < 3
    # the next visitor's page does not wait at all
    assert hosting.ask(address).status == 504
    assert cdn.count("/silent.css") == 1


def test_an_earlier_copy_stands_in_for_a_host_that_fails(hosting, origin, cdn) -> None:
    cdn.page("/failing.css", SHEET, *CSS, "Cache-Control: max-age=0", 'ETag: "1"')
    address = address_of(hosting, origin, f"{cdn.url}/failing.css")
    before = hosting.ask(address)
    cdn.page("/failing.css", b"", status="503 Busy")
    assert hosting.ask(address).body == before.body


def test_a_sheet_that_is_still_so_is_not_sent_again(hosting, origin, cdn) -> None:
    cdn.page("/asked.css", SHEET, *CSS, "Cache-Control: max-age=0", 'ETag: "1"')
    address = address_of(hosting, origin, f"{cdn.url}/asked.css")
    before = hosting.ask(address)
    cdn.page("/asked.css", b"", 'ETag: "1"', status="304 Not Modified")
    assert hosting.ask(address).body == before.body
    assert cdn.last("/asked.css").get("if-none-match") == '"1"'


def test_another_key_makes_other_addresses_and_the_old_ones_end(
    start, hosting, origin, cdn
) -> None:
    cdn.page("/key.css", SHEET, *CSS)
    old = address_of(hosting, origin, f"{cdn.url}/key.css")
    with start(origin.url, **settings(cdn)) as same:
        assert same.ask(old).status == 200
    with start(origin.url, **settings(cdn, KEY[::-1])) as rotated:
        assert rotated.ask(old).status == 404
        new = address_of(rotated, origin, f"{cdn.url}/key.css")
        assert new != old
        assert rotated.ask(new).status == 200


def test_processes_that_share_a_port_open_one_another_s_addresses(start, origin, cdn) -> None:
    cdn.page("/shared.css", SHEET, *CSS)
    hosts = settings(cdn)["A11Y_THIRD_PARTY__HOSTS"]
    several = {"A11Y_THIRD_PARTY__HOSTS": hosts, "A11Y_SERVER__WORKERS": "2"}
    with start(origin.url, **several) as proxy:
        url = f"{cdn.url}/shared.css"
        # each is a connection of its own, which either process may take
        addresses = {address_of(proxy, origin, url) for _ in range(12)}
        assert len(addresses) == 1
        assert {proxy.ask(address).status for address in addresses for _ in range(6)} == {200}


def test_switched_off_every_sheet_stays_where_it_is(start, origin, cdn) -> None:
    off = settings(cdn) | {"A11Y_THIRD_PARTY__SHEETS": "false"}
    with start(origin.url, **off) as proxy:
        url = f"{cdn.url}/off.css"
        assert address_of(proxy, origin, url) == url
        assert proxy.ask("/_a11y/host/x/http/town.example/").status == 404


def test_hints_in_the_header_lead_to_us_or_nowhere(hosting, origin, cdn) -> None:
    origin.page(
        "/linked",
        b"<!doctype html><title>t</title><p>x",
        f'Link: <{cdn.url}/a.css>; rel="preload"; as=style; integrity="sha256-x"; nopush, '
        f"<{cdn.url}>; rel=preconnect, <{origin.url}>; rel=dns-prefetch, <{origin.url}/next>; rel=next, <{cdn.url}/b>; rel=author",
    )
    said = hosting.ask("/linked").get("link")
    first, *others = re.split(r",[ ,]*(?=<)", said)
    assert re.fullmatch(r'</_a11y/host/[^>]+/a\.css>; rel="preload"; as=style; nopush', first)
    assert others == ["</next>; rel=next", f"<{cdn.url}/b>; rel=author"]
