"""What passes through, what is changed on the way, and what is shared with whom."""

from __future__ import annotations

import asyncio
import gzip
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

TEXT = "Рішення сесії міської ради"
PAGE = f"<!doctype html><html lang=uk><title>т</title><body><h1>{TEXT}</h1></body></html>".encode()
PDF = ("Content-Type: application/pdf",)
CSS = ("Content-Type: text/css",)


def test_every_cookie_of_the_origin_arrives_and_none_of_it_is_ours(proxy, origin) -> None:
    origin.page(
        "/cookies",
        PAGE,
        "Set-Cookie: PHPSESSID=1; Path=/; Domain=.town.example; HttpOnly",
        "Set-Cookie: b=2; Expires=Fri, 15 Jan 2027 08:00:00 GMT",
        "Set-Cookie: c=3; Secure; SameSite=None",
        "Set-Cookie: d=4; SameSite=Strict",
        "Set-Cookie: a11y_preferences=stolen",
        "Set-Cookie: =a11y_preferences=scale=400",
    )
    assert proxy.ask("/cookies").all("set-cookie") == [
        "PHPSESSID=1; Path=/; HttpOnly",
        "b=2; Expires=Fri, 15 Jan 2027 08:00:00 GMT",
        "c=3",
        "d=4; SameSite=Strict",
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("{origin}/a?b#c", "/a?b#c"),
        ("//{host}/a", "/a"),
        ("/relative", "/relative"),
        ("sub/page", "sub/page"),
        ("https://elsewhere.example/x", "https://elsewhere.example/x"),
        ("{origin}/пошук", "/%D0%BF%D0%BE%D1%88%D1%83%D0%BA"),
    ],
)
def test_a_redirect_is_handed_on_and_leads_to_our_place(proxy, origin, said, expected) -> None:
    target = said.format(origin=origin.url, host=origin.url.removeprefix("http://"))
    raw = target.encode()
    head = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + raw + b"\r\n\r\n"
    origin.says("/old", head)
    answer = proxy.ask("/old")
    assert answer.status == 302
    assert answer.get("location") == expected


def test_a_file_name_in_an_old_encoding_is_not_lost(proxy, origin) -> None:
    name = 'Content-Disposition: attachment; filename="Рішення.pdf"'.encode("cp1251")
    origin.says("/f.pdf", b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n" + name + b"\r\n\r\nx")
    said = proxy.ask("/f.pdf").get("content-disposition")
    assert said.encode("latin-1").decode() == 'attachment; filename="Рішення.pdf"'


def test_a_header_with_controls_is_dropped_and_the_page_is_not(proxy, origin) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Odd: a\x01b\r\nContent-Length: "
    origin.says("/odd", head + b"%d\r\n\r\n" % len(PAGE) + PAGE)
    answer = proxy.ask("/odd")
    assert answer.status == 200
    assert answer.get("x-odd") is None


def test_long_and_many_header_lines_are_no_failure(proxy, origin) -> None:
    many = [f"X-{number}: {number}" for number in range(300)]
    origin.page("/heads", PAGE, f"Content-Security-Policy: img-src {'x ' * 10_000}", *many)
    answer = proxy.raw(b"GET /heads HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200")
    assert b"X-299: 299" in answer


def test_what_is_for_one_hop_stays_there(proxy, origin) -> None:
    origin.page(
        "/hops",
        PAGE,
        "Connection: close, X-Hop",
        "X-Hop: 1",
        "Keep-Alive: timeout=5",
        "Strict-Transport-Security: max-age=1",
        'Alt-Svc: h3=":443"',
        "X-Frame-Options: DENY",
    )
    answer = proxy.ask("/hops", Connection="X-Mine, Cookie", X_Mine="1", Cookie="PHPSESSID=1")
    for name in ("x-hop", "keep-alive", "strict-transport-security", "alt-svc"):
        assert answer.get(name) is None, name
    assert answer.get("x-frame-options") == "DENY"
    assert origin.last("/hops").get("x-mine") is None


def test_nothing_of_the_origins_bytes_is_claimed_of_ours(proxy, origin) -> None:
    origin.page(
        "/claims",
        PAGE,
        'ETag: "origin"',
        "Last-Modified: Fri, 15 Jan 2027 08:00:00 GMT",
        "Accept-Ranges: bytes",
        "Content-MD5: x",
        "Digest: x",
    )
    answer = proxy.ask("/claims")
    for name in ("last-modified", "accept-ranges", "content-md5", "digest"):
        assert answer.get(name) is None, name
    assert answer.get("etag").startswith('W/"a11y-')
    assert int(answer.get("content-length")) == len(answer.body)
    assert answer.get("x-robots-tag") == "noindex"


def test_forged_forwarding_and_our_own_cookie_never_reach_the_origin(proxy, origin) -> None:
    origin.page("/in", PAGE)
    proxy.ask(
        "/in",
        Cookie="PHPSESSID=1; a11y_preferences=theme=x; b=2",
        X_Forwarded_For="6.6.6.6",
        X_Forwarded_Host="evil",
        X_Original_URL="/admin",
        X_HTTP_Method_Override="DELETE",
        User_Agent="Mine/1.0",
    )
    asked = origin.last("/in")
    assert asked.get("cookie") == "PHPSESSID=1; b=2"
    assert asked.get("x-forwarded-for") == "127.0.0.1"
    assert "a11y-proxy" in asked.get("user-agent")
    assert asked.get("host") == f"127.0.0.1:{origin.port}"
    for name in ("x-forwarded-host", "x-original-url", "x-http-method-override"):
        assert asked.get(name) is None, name


def test_a_form_reaches_the_origin_as_if_it_came_from_there(proxy, origin) -> None:
    origin.page("/appeal", PAGE)
    ours = f"http://127.0.0.1:{proxy.port}"
    answer = proxy.ask(
        "/appeal",
        "POST",
        b"text=%C7%E2%E5%F0",
        Origin=ours,
        Referer=f"{ours}/form?x=1",
        Content_Type="application/x-www-form-urlencoded",
    )
    assert answer.status == 200
    asked = origin.last("/appeal")
    assert asked.body == b"text=%C7%E2%E5%F0"
    assert asked.get("origin") == origin.url
    assert asked.get("referer") == f"{origin.url}/form?x=1"
    assert asked.get("content-type") == "application/x-www-form-urlencoded"


def test_a_form_of_a_page_that_keeps_its_address_to_itself_is_sent(proxy, origin) -> None:
    """B18: under `Referrer-Policy: no-referrer` browsers hide the Origin of the site's own forms."""
    path = origin.page("/shy", PAGE)
    said = {"Origin": "null", "Sec_Fetch_Site": "same-origin"}
    assert proxy.ask(path, "POST", b"a=1", **said).status == 200
    assert origin.last(path).get("origin") == "null"
    for elsewhere in ("cross-site", "same-site", "none"):
        refused = proxy.ask(path, "POST", b"a=1", **said | {"Sec_Fetch_Site": elsewhere})
        assert refused.status == 403
    assert origin.count(path) == 1


def test_a_long_upload_streams_through(proxy, origin) -> None:
    origin.page("/upload", b"ok", "Content-Type: text/plain")
    body = bytes(range(256)) * 12_000
    assert proxy.ask("/upload", "POST", body).body == b"ok"
    assert origin.last("/upload").body == body


def test_a_file_passes_untouched_with_its_own_headers(proxy, origin) -> None:
    body = bytes(range(256)) * 4000
    origin.page("/big.pdf", body, *PDF, 'ETag: "5"', "Accept-Ranges: bytes")
    answer = proxy.ask("/big.pdf")
    assert answer.body == body
    assert answer.get("etag") == '"5"'
    assert answer.get("content-length") == str(len(body))
    assert answer.get("x-robots-tag") is None


def test_a_file_in_a_coding_passes_as_it_is(proxy, origin) -> None:
    body = gzip.compress(b"var a = 1;")
    origin.page("/a.js", body, "Content-Type: text/javascript", "Content-Encoding: gzip")
    assert proxy.ask("/a.js", Accept_Encoding="gzip, br, zstd").body == body
    assert origin.last("/a.js").get("accept-encoding") == "br, zstd, gzip"


def test_a_visitor_who_takes_no_coding_is_sent_none(proxy, origin) -> None:
    origin.page("/b.js", b"1", "Content-Type: text/javascript")
    proxy.ask("/b.js", Accept_Encoding="identity")
    assert origin.last("/b.js").get("accept-encoding") == "identity"


def test_pieces_of_a_file_are_asked_for_and_answered(proxy, origin) -> None:
    origin.page(
        "/v.mp4", b"cd", "Content-Type: video/mp4", "Content-Range: bytes 2-3/9", status="206 P"
    )
    answer = proxy.ask("/v.mp4", Range="bytes=2-3")
    assert (answer.status, answer.body) == (206, b"cd")
    assert answer.get("content-range") == "bytes 2-3/9"
    assert origin.last("/v.mp4").get("range") == "bytes=2-3"


def test_a_page_is_never_asked_for_in_pieces(proxy, origin) -> None:
    origin.page("/piece", PAGE)
    assert TEXT in proxy.ask("/piece", Range="bytes=0-5", Sec_Fetch_Dest="document").text
    assert origin.last("/piece").get("range") is None


def test_a_condition_on_a_file_is_the_origins_to_answer(proxy, origin) -> None:
    origin.says("/c.png", b'HTTP/1.1 304 Not Modified\r\nETag: "7"\r\n\r\n')
    answer = proxy.ask("/c.png", If_None_Match='"7"')
    assert (answer.status, answer.body) == (304, b"")
    assert origin.last("/c.png").get("if-none-match") == '"7"'


@pytest.mark.parametrize("status", ["204 No Content", "205 Reset Content"])
def test_a_reply_without_a_body_stays_without(proxy, origin, status) -> None:
    origin.says("/none", f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode())
    answer = proxy.ask("/none", "POST", b"x")
    assert (str(answer.status), answer.body) == (status[:3], b"")


def test_a_head_tells_nothing_of_the_origins_length_of_a_page(proxy, origin) -> None:
    head = b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: "1"\r\nContent-Length: 99\r\n\r\n'
    origin.says("/h", head)
    answer = proxy.ask("/h", "HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.get("content-length") is None
    assert answer.get("etag") is None


def test_a_head_tells_the_length_of_a_file(proxy, origin) -> None:
    origin.says(
        "/h.pdf", b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 99\r\n\r\n"
    )
    assert proxy.ask("/h.pdf", "HEAD").get("content-length") == "99"


def test_a_reply_without_a_type_gets_none_of_ours(proxy, origin) -> None:
    origin.says("/typeless", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
    assert proxy.ask("/typeless").get("content-type") in {None, ""}


@pytest.mark.parametrize("destination", ["image", "script", "font", "video"])
def test_an_error_page_in_place_of_a_picture_is_left_alone(proxy, origin, destination) -> None:
    origin.page("/lost.png", PAGE, status="404 Not Found")
    assert proxy.ask("/lost.png", Sec_Fetch_Dest=destination).body == PAGE


def test_a_page_in_a_frame_has_no_panel_of_its_own(proxy, origin) -> None:
    origin.page("/framed", PAGE)
    assert "a11y-panel" in proxy.ask("/framed", Sec_Fetch_Dest="document").text
    framed = proxy.ask("/framed", Sec_Fetch_Dest="iframe").text
    assert "a11y-panel" not in framed
    assert TEXT in framed


def test_a_piece_that_a_script_fetches_stays_a_piece(proxy, origin) -> None:
    origin.page("/ajax", "<tr><td>Погода</td></tr>".encode())
    for asked in ({"Sec_Fetch_Dest": "empty"}, {"X_Requested_With": "XMLHttpRequest"}):
        text = proxy.ask("/ajax", **asked).text
        assert "<td" in text
        assert "Погода" in text
        assert "<html" not in text
        assert "a11y-panel" not in text


def test_a_whole_page_that_a_script_fetches_is_a_page(proxy, origin) -> None:
    origin.page("/pjax", PAGE)
    assert "<html" in proxy.ask("/pjax", Sec_Fetch_Dest="empty").text


def test_a_style_sheet_has_the_visitors_widths_and_a_tag_of_its_own(proxy, origin) -> None:
    origin.page("/s.css", b"@media (max-width: 800px) { p { color: red } }", *CSS)
    usual = proxy.ask("/s.css", Sec_Fetch_Dest="style")
    large = proxy.ask("/s.css", Sec_Fetch_Dest="style", Cookie="a11y_preferences=scale=300")
    assert "1200px" in usual.text
    assert "2400px" in large.text
    assert "color:var(--a11y-text,red)" in usual.text
    assert usual.get("etag") != large.get("etag")
    assert "Cookie" in usual.get("vary")


def test_who_has_the_very_page_is_told_so_and_gets_nothing_twice(proxy, origin) -> None:
    origin.page("/again", PAGE, "Cache-Control: no-store")
    tag = proxy.ask("/again").get("etag")
    answer = proxy.ask("/again", If_None_Match=tag)
    assert (answer.status, answer.body, answer.get("etag")) == (304, b"", tag)
    assert origin.last("/again").get("if-none-match") is None
    other = proxy.ask("/again", If_None_Match=tag, Cookie="a11y_preferences=scale=200")
    assert other.status == 200


def test_a_public_page_is_fetched_once_for_all(proxy, origin) -> None:
    async def slow(writer, asked):
        await asyncio.sleep(0.3)
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nCache-Control: max-age=60\r\n"
        writer.write(head + b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE)

    origin.says("/public", slow)
    with ThreadPoolExecutor(8) as visitors:
        answers = list(visitors.map(lambda _: proxy.ask("/public"), range(8)))
    assert all(TEXT in answer.text for answer in answers)
    assert origin.count("/public") == 1
    hit = proxy.ask("/public")
    assert hit.get("cache-status") == "a11y-proxy; hit"
    assert origin.count("/public") == 1


def test_a_page_that_sets_a_cookie_is_never_shared(proxy, origin) -> None:
    number = iter(range(100))

    async def private(writer, asked):
        mine = next(number)
        await asyncio.sleep(0.2)
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: id={mine}\r\n"
        body = PAGE + str(mine).encode()
        rest = f"Cache-Control: max-age=60\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write((head + rest).encode() + body)

    origin.says("/private", private)
    with ThreadPoolExecutor(6) as visitors:
        answers = list(visitors.map(lambda _: proxy.ask("/private"), range(6)))
    assert len({answer.get("set-cookie") for answer in answers}) == 6
    assert len({answer.body for answer in answers}) == 6
    proxy.ask("/private")
    assert origin.count("/private") == 7


def test_a_visitor_with_a_session_neither_takes_from_the_cache_nor_gives(proxy, origin) -> None:
    origin.page("/mine", PAGE + b"private", "Cache-Control: max-age=60")
    proxy.ask("/mine", Cookie="PHPSESSID=1")
    origin.page("/mine", PAGE, "Cache-Control: max-age=60")
    assert b"private" not in proxy.ask("/mine").body
    origin.page("/mine", PAGE + b"private", "Cache-Control: max-age=60")
    assert b"private" not in proxy.ask("/mine").body
    assert b"private" in proxy.ask("/mine", Cookie="PHPSESSID=1").body


def test_a_stale_page_is_asked_after_with_the_origins_own_tag(proxy, origin) -> None:
    origin.page("/stale", PAGE, 'ETag: "v1"', "Cache-Control: no-cache")
    proxy.ask("/stale")
    origin.says("/stale", b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\n\r\n')
    answer = proxy.ask("/stale")
    assert answer.status == 200
    assert TEXT in answer.text
    assert origin.last("/stale").get("if-none-match") == '"v1"'


def test_a_public_page_is_compressed_once_and_reads_the_same(proxy, origin) -> None:
    origin.page("/large", PAGE + b"<p>text</p>" * 2000, "Cache-Control: max-age=60")
    plain = proxy.ask("/large", Accept_Encoding="identity")
    small = proxy.ask("/large", Accept_Encoding="gzip")
    assert small.get("content-encoding") == "gzip"
    assert gzip.decompress(small.body) == plain.body
    assert len(small.body) < len(plain.body) / 3
    assert proxy.ask("/large", Accept_Encoding="gzip;q=0").get("content-encoding") is None


def test_a_private_page_is_compressed_only_where_the_origin_did_so(proxy, origin) -> None:
    origin.page("/secret", PAGE * 9)
    origin.page("/secret-gz", gzip.compress(PAGE * 9), "Content-Encoding: gzip")
    asked = {"Accept_Encoding": "gzip", "Cookie": "PHPSESSID=1"}
    assert proxy.ask("/secret", **asked).get("content-encoding") is None
    assert proxy.ask("/secret-gz", **asked).get("content-encoding") == "gzip"


@pytest.mark.parametrize("body", [b"", b"<p>moved"])
def test_a_redirect_that_would_lead_in_a_circle_ends_in_a_page(proxy, origin, body) -> None:
    elsewhere = origin.url.replace("http:", "https:")
    origin.page("/moved?a", body, f"Location: {elsewhere}/moved?a", status="301 Moved")
    answer = proxy.ask("/moved?a")
    assert answer.status == 502
    assert answer.get("location") is None
    assert answer.body.strip()


def test_a_redirect_to_the_same_page_after_a_cookie_is_no_circle(proxy, origin) -> None:
    origin.page("/gate", b"", "Set-Cookie: seen=1", "Location: /gate", status="302 Found")
    answer = proxy.ask("/gate")
    assert (answer.status, answer.get("location")) == (302, "/gate")


def test_a_page_may_be_a_little_stale_while_it_is_fetched_anew(proxy, origin) -> None:
    rule = "Cache-Control: max-age=0, stale-while-revalidate=60"
    origin.page("/swr", PAGE, rule)
    proxy.ask("/swr")
    origin.page("/swr", PAGE.replace(b"<h1>", b"<h1>2"), rule)
    assert f"<h1>{TEXT}" in proxy.ask("/swr").text
    deadline = time.monotonic() + 5
    while f"<h1>2{TEXT}" not in proxy.ask("/swr").text:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_link_with_two_slashes_leads_to_the_page_and_back(proxy, origin) -> None:
    """A12."""
    origin.page(
        "//news/1", b'<p><a href="more">x</a> <a href="' + origin.url.encode() + b'//news/2">'
    )
    page = proxy.ask("//news/1")
    assert page.status == 200
    assert '<a href="/.//news/2">' in page.text
    back = proxy.ask(
        "/_a11y/set?scale=150&next=" + page.text.partition("next=")[2].partition('"')[0]
    )
    assert back.get("Location") == "/.//news/1"


def test_a_link_in_the_header_names_the_original_and_leads_to_our_place(proxy, origin) -> None:
    """A19, A21."""
    said = f'Link: </a>; rel="canonical", <{origin.url}/b>; rel=shortlink, <en>; rel=alternate; hreflang=en'
    origin.page("/linked/", b"<p>", said)
    assert proxy.ask("/linked/").get("Link") == (
        f'<{origin.url}/a>; rel="canonical", </b>; rel=shortlink, '
        f"<{origin.url}/linked/en>; rel=alternate; hreflang=en"
    )


def test_our_copy_of_a_page_is_not_for_search_engines(proxy, origin) -> None:
    """A21."""
    origin.page("/found", b"<link rel=canonical href=/home><p>")
    answer = proxy.ask("/found")
    assert answer.get("X-Robots-Tag") == "noindex"
    assert f'rel="canonical" href="{origin.url}/home"' in answer.text


def asked_for(path: str, destination: str | None, proxy, **fields: str) -> str:
    wanted = {"Sec_Fetch_Dest": destination} if destination else {}
    return proxy.ask(path, **wanted, **fields).body.decode()


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost"])
def test_a_feed_leads_to_the_place_where_its_reader_met_us(proxy, origin, host) -> None:
    """A22."""
    feed = f"<rss><link>{origin.url}/a</link></rss>".encode()
    origin.page("/feed", feed, "Content-Type: application/rss+xml", "Cache-Control: max-age=60")
    here = host.format(port=proxy.port)
    answer = proxy.ask("/feed", Host=here)
    assert f"<link>http://{here}/a</link>" in answer.text
    assert answer.get("Content-Type") == "application/rss+xml; charset=utf-8"
    assert answer.get("X-Robots-Tag") == "noindex"


@pytest.mark.parametrize(
    ("media_type", "destination", "mapped"),
    [
        ("application/json", "empty", True),
        ("application/manifest+json", "manifest", True),
        ("application/json", "document", False),
        ("application/ld+json", "empty", False),
        ("text/javascript", "script", False),
        ("text/plain", "document", False),
    ],
)
def test_data_that_scripts_ask_for_lead_to_us(proxy, origin, media_type, destination, mapped):
    """A20, A22, A23."""
    path = f"/data?{media_type}&{destination}"
    origin.page(path, f'{{"a":"{origin.url}/b"}}'.encode(), f"Content-Type: {media_type}")
    place = "" if mapped else origin.url
    assert asked_for(path, destination, proxy) == f'{{"a":"{place}/b"}}'


def test_a_drawing_is_mapped_where_its_links_can_be_followed(proxy, origin) -> None:
    """A22."""
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><a href="{origin.url}/b"/></svg>'
    origin.page("/d.svg", drawing.encode(), "Content-Type: image/svg+xml")
    assert asked_for("/d.svg", "image", proxy) == drawing
    assert '<a href="/b"/>' in asked_for("/d.svg", "document", proxy)


def test_robots_txt_is_the_original_s(proxy, origin) -> None:
    """A22."""
    said = f"User-agent: *\nSitemap: {origin.url}/sitemap.xml\n".encode()
    origin.page("/robots.txt", said, "Content-Type: text/plain")
    assert proxy.ask("/robots.txt").body == said


def test_our_panel_stands_on_no_base_of_a_page_that_stays_as_it_is(proxy, origin) -> None:
    """A08, A27: nothing of such a page may change, its base neither."""
    bomb = b"<base href=//cdn.example/><body>" + b"<i>" * 300_000
    origin.page("/based", bomb)
    answer = proxy.ask("/based").body
    panel = answer.partition(b"<section")[2].partition(b"</section>")[0]
    assert f'href="http://127.0.0.1:{proxy.port}/_a11y/set?'.encode() in panel
    assert b'"/_a11y/' not in panel
    assert answer.startswith(b"<base href=//cdn.example/><body>")


def test_a_page_of_xhtml_is_read_as_browsers_read_it(proxy, origin) -> None:
    """A22."""
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'
    kind = "Content-Type: application/xhtml+xml"
    origin.page("/x.xhtml", page.format("<p/><a id='a'/>слово").encode(), kind)
    answer = proxy.ask("/x.xhtml")
    assert answer.get("Content-Type") == "text/html; charset=utf-8"
    assert '<a id="a"></a>слово' in answer.text
    bomb = page.format("<i>" * 300_000).encode()
    origin.page("/bomb.xhtml", bomb, kind)
    answer = proxy.ask("/bomb.xhtml")
    assert (answer.get("Content-Type"), answer.body) == ("application/xhtml+xml", bomb)
