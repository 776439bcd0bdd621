"""Header fields one by one, both ways, between a real visitor's bytes and a real origin's."""

from __future__ import annotations

import re
import socket
from base64 import b64encode
from hashlib import sha256

import pytest

PAGE = (
    b"<!doctype html><html lang=uk><title>t</title><body><h1>x</h1><script>1</script></body></html>"
)
LOCAL = b"Host: 127.0.0.1\r\n"
SESSION = {"Cookie": "session=1"}


# What the origin says.


COOKIES = {
    # said: over TLS, without
    "a=1; Path=/b; HttpOnly; SameSite=Lax": ("a=1; Path=/b; HttpOnly; SameSite=Lax",) * 2,
    "a=1; Domain=town.example": ("a=1",) * 2,
    "a=1; DOMAIN\t=\t.town.example ; Path=/": ("a=1; Path=/",) * 2,
    "a=1; Expires=Fri, 15 Jan 2027 08:00:00 GMT": ("a=1; Expires=Fri, 15 Jan 2027 08:00:00 GMT",)
    * 2,
    "a=1; Secure; SameSite=None": ("a=1; Secure; SameSite=None", "a=1"),
    "a=1; secure=yes; SameSite = none": ("a=1; secure=yes; SameSite = none", "a=1"),
    "a=1; Secure; Partitioned": ("a=1; Secure; Partitioned", "a=1"),
    "a=1; Secure; SameSite=Strict": ("a=1; Secure; SameSite=Strict", "a=1; SameSite=Strict"),
    "__Host-a=1; Secure; Path=/": ("__Host-a=1; Secure; Path=/",) * 2,
    "__Secure-a=1; Secure; Domain=town.example": ("__Secure-a=1; Secure",) * 2,
    "__host-a=1; Secure; Path=/": ("__host-a=1; Secure; Path=/",) * 2,
    "nameless": ("nameless",) * 2,
    "=nameless": ("=nameless",) * 2,
    "a=b=c; Max-Age=5": ("a=b=c; Max-Age=5",) * 2,
    'a="quoted, with; a comma"': ('a="quoted, with; a comma"',) * 2,
    "a=;": ("a=",) * 2,
    "a11y_preferences=stolen": (None, None),
    "=a11y_preferences=stolen": (None, None),
    "\t a11y_preferences=stolen": (None, None),
    "__Host-a11y_x=stolen; Secure; Path=/": (None, None),
}


@pytest.mark.parametrize("said", COOKIES)
def test_a_cookie_holds_for_our_host_alone(said, fronted, origin) -> None:
    """B14, B15 (RFC 6265bis §4.1, §5.7)."""
    origin.page("/cookie", PAGE, f"Set-Cookie: {said}")
    over_tls, without = COOKIES[said]
    safe = fronted.ask("/cookie", X_Forwarded_Proto="https", **SESSION)
    assert safe.all("set-cookie") == ([over_tls] if over_tls else [])
    assert fronted.ask("/cookie", **SESSION).all("set-cookie") == ([without] if without else [])


def test_what_comes_several_times_goes_on_several_times(proxy, origin) -> None:
    """B01: both ways, in order, each line for itself."""
    cookies = [f"c{number}={number}" for number in range(5)]
    origin.page("/many", PAGE, *(f"Set-Cookie: {cookie}" for cookie in cookies), "X-A: 1", "X-A: 2")
    request = b"GET /many HTTP/1.1\r\n" + LOCAL + b"X-B: 1\r\nCookie: s=1\r\nX-B: 2\r\n"
    answer = proxy.raw(request + b"Connection: close\r\n\r\n").decode()
    assert re.findall(r"Set-Cookie: (.*)\r", answer) == cookies
    assert re.findall(r"X-A: (.*)\r", answer) == ["1", "2"]
    asked = origin.last("/many").fields
    assert [value for name, value in asked if name == "X-B"] == ["1", "2"]


DROPPED = {
    "its own connection or name (B13)": (
        "Strict-Transport-Security: max-age=1",
        'Alt-Svc: h3=":443"',
        "NEL: {}",
        "Report-To: {}",
        'Reporting-Endpoints: a="/r"',
        "Public-Key-Pins: x",
        "Expect-CT: max-age=1",
    ),
    "one hop (B02)": (
        "Keep-Alive: timeout=5",
        "Proxy-Authenticate: Basic",
        "Proxy-Connection: close",
        "Trailer: X",
        "Upgrade: h2c",
        "HTTP2-Settings: x",
        "X-Hop: 1",
    ),
    "its bytes, which are not ours (B03)": (
        'ETag: "1"',
        "Last-Modified: Fri, 15 Jan 2027 08:00:00 GMT",
        "Accept-Ranges: bytes",
        "Content-MD5: x",
        "Digest: x",
        "Content-Digest: x=:x:",
        "Repr-Digest: x=:x:",
        "Signature: x=:x:",
        "Signature-Input: x=()",
    ),
    "caches before us": (
        "CDN-Cache-Control: max-age=60",
        "Surrogate-Control: max-age=60",
        "Cloudflare-CDN-Cache-Control: max-age=60",
    ),
    "web servers before us": (
        "X-Accel-Redirect: /secret",
        "X-Accel-Expires: 600",
        "X-Sendfile: /etc/passwd",
        "X-Lighttpd-Send-File: /etc/passwd",
    ),
}


@pytest.mark.parametrize("what", DROPPED)
def test_what_an_origin_says_of_something_else_is_not_said_of_us(what, proxy, origin) -> None:
    origin.page("/dropped", PAGE, "Connection: close, X-Hop", *DROPPED[what])
    answer = proxy.ask("/dropped", **SESSION)
    for line in DROPPED[what]:
        name, _, value = line.partition(": ")
        assert value not in answer.all(name), name


def test_what_an_origin_says_of_the_page_is_said_on(proxy, origin) -> None:
    """B12, B20, B25."""
    lines = (
        "X-Frame-Options: DENY",
        "X-Content-Type-Options: nosniff",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Embedder-Policy: require-corp",
        "Cross-Origin-Resource-Policy: same-origin",
        "Origin-Agent-Cluster: ?1",
        "Permissions-Policy: camera=()",
        "Referrer-Policy: no-referrer",
        'Clear-Site-Data: "cache"',
        "Content-Language: uk",
    )
    origin.page("/said", PAGE, *lines)
    answer = proxy.ask("/said")
    for line in lines:
        name, _, value = line.partition(": ")
        assert answer.all(name) == [value]


ADDRESSES = {
    "Location: {origin}/a?b#c": "/a?b#c",
    "Location: https://elsewhere.example/{origin}": "https://elsewhere.example/{origin}",
    "Content-Location: {origin}/page.uk.html": "/page.uk.html",
    "SourceMap: {origin}/app.js.map": "/app.js.map",
    "X-SourceMap: {origin}/app.js.map": "/app.js.map",
    "Refresh: 5; url={origin}/next": "5; url=/next",
    "Link: <{origin}/next>; rel=next": "</next>; rel=next",
    "Access-Control-Allow-Origin: {origin}": "{proxy}",
    "Access-Control-Allow-Origin: *": "*",
    "Access-Control-Allow-Origin: https://elsewhere.example": "https://elsewhere.example",
    "Timing-Allow-Origin: {origin}": "{proxy}",
}


@pytest.mark.parametrize("said", ADDRESSES)
def test_an_address_of_the_site_is_one_of_ours(said, proxy, origin) -> None:
    """B16: others stay as they are."""
    places = {"origin": origin.url, "proxy": f"http://127.0.0.1:{proxy.port}"}
    origin.page("/address", PAGE, said.format(**places), status="201 Created")
    name = said.partition(":")[0]
    assert proxy.ask("/address", **SESSION).get(name) == ADDRESSES[said].format(**places)


def test_our_script_passes_the_sites_policy_by_its_address_or_hash(proxy, origin) -> None:
    """B08: and the hash is that of what is sent."""
    said = "Content-Security-Policy: script-src 'nonce-x', script-src 'strict-dynamic' 'nonce-x'"
    origin.page("/csp", PAGE, said)
    answer = proxy.ask("/csp")
    tag = re.search(
        r'<script src="(?P<src>/_a11y/live.js[^"]*)" integrity="(?P<hash>[^"]+)"', answer.text
    )
    script = proxy.ask(tag["src"]).body
    assert answer.get("content-security-policy") == (
        f"script-src 'nonce-x' http://127.0.0.1:{proxy.port}/_a11y/live.js, "
        f"script-src 'strict-dynamic' 'nonce-x' '{tag['hash']}'"
    )
    assert tag["hash"] == f"sha256-{b64encode(sha256(script).digest()).decode()}"


def test_a_page_with_a_nonce_is_fetched_for_each_visitor(proxy, origin) -> None:
    """B09: kept, it would be everyone's."""
    said = ("Content-Security-Policy: script-src 'nonce-x'", "Cache-Control: max-age=600")
    origin.page("/nonce", PAGE, *said)
    for _ in range(3):
        assert proxy.ask("/nonce").status == 200
    assert origin.count("/nonce") == 3


@pytest.mark.parametrize(
    "line", ["no-transform", "max-age=60, No-Transform", 'x="a, b", no-transform, public']
)
def test_a_page_that_must_not_be_transformed_comes_as_it_is(line, proxy, origin) -> None:
    """B24, RFC 9110 §7.7: wherever in the list it stands, with all that was said of its bytes."""
    origin.page("/as-it-is", PAGE, f"Cache-Control: {line}", 'ETag: "1"')
    answer = proxy.ask("/as-it-is")
    assert (answer.body, answer.get("etag"), answer.get("cache-control")) == (PAGE, '"1"', line)


def test_its_style_sheets_are_read_so_that_no_page_of_ours_gets_their_colours(
    proxy, origin
) -> None:
    said = ("Content-Type: text/css", "Cache-Control: no-transform, max-age=60")
    origin.page("/as-it-is.css", b"p { color: red }", *said)
    answer = proxy.ask("/as-it-is.css", Sec_Fetch_Dest="style")
    assert "color:var(--a11y-text,red)" in answer.text.replace(" ", "")
    assert re.fullmatch(r"private, max-age=\d+, no-transform", answer.get("cache-control"))


def test_an_operator_may_have_it_adapted_and_the_word_goes_on(fronted, origin) -> None:
    origin.page("/override", PAGE, "Cache-Control: no-transform")
    answer = fronted.ask("/override")
    assert "a11y-panel" in answer.text
    assert answer.get("cache-control") == "private, no-cache, no-transform"


# What the visitor says.


FORGED = (
    "Forwarded: for=6.6.6.6",
    "X-Forwarded-For: 6.6.6.6",
    "X-Forwarded-Host: evil",
    "X-Forwarded-Proto: https",
    "X-Forwarded-Port: 1",
    "X-Forwarded-Prefix: /evil",
    "X-Forwarded-Scheme: evil",
    "X-Forwarded-Server: evil",
    "X-Real-IP: 6.6.6.6",
    "X-Client-IP: 6.6.6.6",
    "True-Client-IP: 6.6.6.6",
    "CF-Connecting-IP: 6.6.6.6",
    "X-Original-URL: /admin",
    "X-Rewrite-URL: /admin",
    "X-HTTP-Method-Override: DELETE",
    "X-Method-Override: DELETE",
    "X-HTTP-Method: DELETE",
    "X-Original-Host: evil",
    "X-Host: evil",
    "Proxy: http://evil",
    "Proxy-Authorization: Basic x",
    "Via: 1.1 evil",
    "TE: trailers",
    "Keep-Alive: 5",
    "HTTP2-Settings: x",
)


def test_what_only_a_proxy_may_say_is_deleted(proxy, origin) -> None:
    """B02, B21: and a visitor cannot delete what we say by naming it in Connection."""
    origin.page("/forged", PAGE)
    lines = "".join(f"{line}\r\n" for line in FORGED)
    deleted = "Connection: close, X-Mine, X-Forwarded-For, Via, CDN-Loop, User-Agent\r\n"
    request = (
        f"GET /forged HTTP/1.1\r\n{LOCAL.decode()}Cookie: s=1\r\nX-Mine: 1\r\n{deleted}{lines}\r\n"
    )
    proxy.raw(request.encode())
    asked = origin.last("/forged")
    for line in (*FORGED, "X-Mine: 1"):
        name, _, value = line.partition(": ")
        assert value not in [said for known, said in asked.fields if known.lower() == name.lower()]
    assert asked.get("x-forwarded-for") == "127.0.0.1"
    assert asked.get("via") == "1.1 a11y-proxy"
    assert asked.get("cdn-loop") == "a11y-proxy"
    assert "a11y-proxy" in asked.get("user-agent")


@pytest.mark.parametrize(("said", "heard"), [("2", "1"), ("1", "0"), ("x", "x")])
def test_a_request_that_may_go_only_so_far_is_counted(said, heard, proxy, origin) -> None:
    """RFC 9110 §7.6.2."""
    origin.page("/far", b"", "Allow: GET", "Content-Type: text/plain")
    line = f"Max-Forwards: {said}\r\nConnection: close\r\n\r\n".encode()
    proxy.raw(b"OPTIONS /far HTTP/1.1\r\n" + LOCAL + line)
    assert origin.last("/far").get("max-forwards") == heard


def test_a_request_that_may_go_no_further_is_answered_here(proxy, origin) -> None:
    before = len(origin.asked)
    answer = proxy.ask("/far", "OPTIONS", Max_Forwards="0")
    assert (answer.status, answer.get("allow")) == (
        204,
        "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
    )
    assert len(origin.asked) == before


# Who waits before sending.


def waiting(port: int, *lines: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    head = b"POST /expect HTTP/1.1\r\n" + LOCAL + b"Expect: 100-continue\r\nConnection: close\r\n"
    connection.sendall(head + b"".join(line + b"\r\n" for line in lines) + b"\r\n")
    return connection


def test_who_waits_is_told_to_go_on_when_the_body_is_wanted(proxy, origin) -> None:
    """C07: and what is sent then streams to the origin, which is asked before it is all there."""
    origin.page("/expect", b"ok", "Content-Type: text/plain")
    with waiting(proxy.port, b"Content-Length: 4") as connection:
        assert connection.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"body")
        with connection.makefile("rb") as answer:
            assert answer.read().startswith(b"HTTP/1.1 200 OK\r\n")
    asked = origin.last("/expect")
    assert (asked.body, asked.get("expect")) == (b"body", None)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ((b"Content-Length: 4", b"Origin: http://evil.example"), b"403"),
        ((b"Transfer-Encoding: chunked", b"X_Y: 1"), b"400"),
        ((b"Content-Length: 4", b"CDN-Loop: a11y-proxy"), b"508"),
        ((b"Content-Length: 2147483648",), b"413"),
    ],
)
def test_who_is_refused_is_never_told_to_go_on(lines, status, proxy, origin) -> None:
    before = origin.count("/expect")
    with waiting(proxy.port, *lines) as connection:
        assert connection.recv(100).startswith(b"HTTP/1.1 " + status)
    assert origin.count("/expect") == before
