from __future__ import annotations

import pytest

LOCAL = b"Host: 127.0.0.1\r\n"
CLOSE = b"Connection: close\r\n"

REFUSED = {
    # whoever names another host must not be led there
    "a host that is not ours": (b"GET / HTTP/1.1\r\nHost: evil\r\n\r\n", 421, "server.hosts"),
    "a host with a user": (b"GET / HTTP/1.1\r\nHost: u:p@127.0.0.1\r\n\r\n", 421, "server.hosts"),
    "a host with a path": (b"GET / HTTP/1.1\r\nHost: 127.0.0.1/x\r\n\r\n", 421, "server.hosts"),
    "a host with a query": (b"GET / HTTP/1.1\r\nHost: 127.0.0.1?x\r\n\r\n", 421, "server.hosts"),
    "a host with a strange port": (
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1:80@evil\r\n\r\n",
        421,
        "server.hosts",
    ),
    "an empty host": (b"GET / HTTP/1.1\r\nHost: \r\n\r\n", 421, "server.hosts"),
    "an absolute address": (
        b"GET http://evil/ HTTP/1.1\r\n" + LOCAL + b"\r\n",
        400,
        "with a slash",
    ),
    "an absolute address over https": (
        b"GET https://evil/ HTTP/1.1\r\n" + LOCAL + b"\r\n",
        400,
        "with a slash",
    ),
    "a slash and a backslash": (b"GET /\\evil HTTP/1.1\r\n" + LOCAL + b"\r\n", 400, "a backslash"),
    "a backslash": (b"GET /a\\..\\b HTTP/1.1\r\n" + LOCAL + b"\r\n", 400, "backslash"),
    "a fragment": (b"GET /a#b HTTP/1.1\r\n" + LOCAL + b"\r\n", 400, "'#'"),
    "an asterisk": (b"OPTIONS * HTTP/1.1\r\n" + LOCAL + b"\r\n", 400, "with a slash"),
    "a body with a GET": (
        b"GET / HTTP/1.1\r\n" + LOCAL + b"Content-Length: 2\r\n\r\nhi",
        400,
        "must not have a body",
    ),
    "chunks in HTTP/1.0": (
        b"POST / HTTP/1.0\r\n" + LOCAL + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400,
        "'chunked' in HTTP/1.1",
    ),
    "chunks in another coding": (
        b"POST / HTTP/1.1\r\n" + LOCAL + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        400,
        "'chunked' in HTTP/1.1",
    ),
    "a length in disguise": (
        b"POST / HTTP/1.1\r\n" + LOCAL + b"Content_Length: 5\r\n\r\n",
        400,
        "underscore",
    ),
    "TRACE": (b"TRACE / HTTP/1.1\r\n" + LOCAL + b"\r\n", 405, "GET, HEAD"),
    "a loop": (b"GET / HTTP/1.1\r\n" + LOCAL + b"CDN-Loop: a11y-proxy\r\n\r\n", 508, "own address"),
    "a form of another site": (
        b"POST / HTTP/1.1\r\n" + LOCAL + b"Origin: http://evil\r\nContent-Length: 0\r\n\r\n",
        403,
        "another site",
    ),
    "a loop that goes through others, too": (
        b"GET / HTTP/1.1\r\n" + LOCAL + b"CDN-Loop: x\r\nCDN-Loop: y; v=1, a11y-proxy; z\r\n\r\n",
        508,
        "own address",
    ),
    "a form of our own over another scheme": (
        b"POST / HTTP/1.1\r\n" + LOCAL + b"Origin: https://127.0.0.1\r\nContent-Length: 0\r\n\r\n",
        403,
        "`server.https`",
    ),
    "a form of a hidden site": (
        b"POST / HTTP/1.1\r\n" + LOCAL + b"Origin: null\r\nContent-Length: 0\r\n\r\n",
        403,
        "another site",
    ),
    "a cross-site fetch": (
        b"POST / HTTP/1.1\r\n" + LOCAL + b"Sec-Fetch-Site: cross-site\r\nContent-Length: 0\r\n\r\n",
        403,
        "another site",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_proxy_may_accept_is_refused_with_a_reason(name, proxy, origin) -> None:
    request, status, reason = REFUSED[name]
    before = len(origin.asked)
    head, _, body = proxy.raw(request).partition(b"\r\n\r\n")
    assert head.startswith((f"HTTP/1.1 {status} ".encode(), f"HTTP/1.0 {status} ".encode()))
    assert reason in body.decode()
    assert b"evil" not in body
    assert len(origin.asked) == before, "the origin is not asked"
    assert proxy.ask("/_a11y/health").status == 200, "the next request works"


@pytest.mark.parametrize(
    "framing",
    [
        b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
        b"Content-Length: 1\r\nContent-Length: 1\r\n",
        b"Content-Length: +1\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"Content-Length : 1\r\n",
    ],
)
def test_framing_that_two_servers_could_read_differently_ends_the_connection(
    framing, proxy, origin
) -> None:
    before = len(origin.asked)
    smuggled = b"GET /smuggled HTTP/1.1\r\n" + LOCAL + b"\r\n"
    answer = proxy.raw(b"POST / HTTP/1.1\r\n" + LOCAL + framing + b"\r\n0\r\n\r\n" + smuggled)
    assert answer.startswith((b"HTTP/1.1 400", b"HTTP/1.0 400"))
    assert len(origin.asked) == before


@pytest.mark.parametrize("host", [b"127.0.0.1", b"localhost:9000", b"LOCALHOST"])
def test_names_of_this_machine_are_always_ours(host, proxy) -> None:
    request = b"GET /_a11y/health HTTP/1.1\r\nHost: " + host + b"\r\n" + CLOSE + b"\r\n"
    assert proxy.raw(request).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize(
    "target",
    [
        "/a%2Fb/%2e%2e/c?x=%27%2C",
        "/%7Euser/?a==b&&c=%FF",
        "/%zz",
        "/a;b|c",
        "/a/../b",
        "/x?",
        "/x??",
        "/?",
        "/++theme++x//y",
        "/?q=a+b%20c",
        "/@evil",
        "/..//evil",
        "//evil/page",
        "///evil",
        "//user:pass@evil:80/",
        "/http://evil/",
    ],
)
def test_a_target_reaches_the_origin_byte_for_byte(target, proxy, origin) -> None:
    """A01, A02, A12."""
    origin.page(target, b"<p>ok")
    proxy.raw(f"GET {target} HTTP/1.1\r\n".encode() + LOCAL + CLOSE + b"\r\n")
    assert origin.asked[-1].path == target


@pytest.mark.parametrize("path", ["/_a11y/health", "/_a11y/ready"])
def test_a_load_balancer_that_knows_no_name_learns_whether_the_process_lives(proxy, path) -> None:
    asked = f"GET {path} HTTP/1.1\r\nHost: 10.0.0.7\r\nConnection: close\r\n\r\n"
    assert proxy.raw(asked.encode()).startswith(b"HTTP/1.1 200 ")


def test_only_the_very_words_of_a_probe_need_no_name(proxy) -> None:
    asked = b"GET /_a11y/settings?/_a11y/health HTTP/1.1\r\nHost: 10.0.0.7\r\n\r\n"
    assert proxy.raw(asked).startswith(b"HTTP/1.1 421 ")
