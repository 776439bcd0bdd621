"""What a hostile link, page or origin tries, and what becomes of it."""

from __future__ import annotations

import re
from hashlib import blake2b
from urllib.parse import quote

import pytest

from a11y_proxy.core.artifact import Marker, Slot

DOCUMENT = "<!doctype html><html lang=uk><head><title>t</title>{}</head><body>{}</body></html>"
PANEL = '<section class="a11y-panel"'


def document(body: str, head: str = "") -> bytes:
    return DOCUMENT.format(head, body).encode()


# Links that somebody was sent.


@pytest.mark.parametrize(
    "query",
    [
        "next=/%0d%0aX-Evil:%201",
        "next=/a%0aSet-Cookie:%20x=1",
        "theme=auto%0d%0aSet-Cookie:%20x=1",
        "lang=uk%0d%0aX-Evil:%201",
        "scale=200%0d%0aX-Evil:%201",
    ],
)
def test_a_link_writes_no_header_field_of_its_own(proxy, query) -> None:
    answer = proxy.ask(f"/_a11y/set?{query}")
    assert answer.get("x-evil") is None
    assert all(cookie.startswith("a11y_preferences=") for cookie in answer.all("set-cookie"))
    assert answer.get("location") in {None, "/"}


@pytest.mark.parametrize("route", ["set", "enter", "leave"])
def test_a_way_back_in_letters_is_a_header_field_like_any_other(proxy, route) -> None:
    location = proxy.ask(f"/_a11y/{route}?next=/{quote('новини')}").get("location")
    assert location.endswith(f"/{quote('новини')}")


@pytest.mark.parametrize(
    "referer",
    ["http://[bad", "//", "javascript:alert(1)", "http://x//evil.example", "http://x/\\evil"],
)
def test_whatever_a_referer_holds_who_comes_in_lands_here(proxy, referer) -> None:
    answer = proxy.ask("/_a11y/enter", Referer=referer)
    assert (answer.status, answer.get("location")) == (303, "/")


@pytest.mark.parametrize("name", ["theme", "lang", "images"])
def test_braces_in_a_wish_are_letters_and_no_code(proxy, name) -> None:
    answer = proxy.ask(f"/_a11y/set?{name}=%7B0.__class__%7D%7B%7B7*7%7D%7D")
    assert answer.status == 400
    assert "{0.__class__}{{7*7}}" in answer.text


@pytest.mark.parametrize(
    "path",
    ["http://evil.example/", "//evil.example/", "/\\evil.example", "/_a11y/report?path=/a", "x"],
)
def test_a_report_asks_the_origin_for_its_own_pages_only(proxy, origin, path) -> None:
    before = len(origin.asked)
    assert proxy.ask(f"/_a11y/report?path={quote(path)}").status == 200
    assert {asked.path for asked in origin.asked[before:]} <= {"/"}


def test_a_report_on_an_address_with_a_fragment_is_about_the_page(proxy, origin) -> None:
    origin.page("/about-me", document("<p>x</p>"))
    answer = proxy.ask("/_a11y/report?path=/about-me%23top")
    assert answer.status == 200
    assert origin.last("/about-me")


@pytest.mark.parametrize(
    "path", ["settings", "statement", "report?path=/", "set?scale=x", "appearance.css?scale=x"]
)
def test_nothing_but_our_own_sheet_runs_or_loads_on_our_own_pages(proxy, path) -> None:
    answer = proxy.ask(f"/_a11y/{path}")
    assert answer.get("content-type").startswith("text/html")
    assert answer.get("content-security-policy").startswith("default-src 'none'; style-src 'self';")


# Requests that are too much.


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: localhost:%d\r\nCookie: a11y_preferences=" + b"a" * 60000, b"431"),
        (b"GET /?" + b"&".join(b"a%d=b" % n for n in range(10000)) + b" HTTP/1.1\r\nHost: localhost:%d", b"414"),
    ],
    ids=["a huge cookie", "ten thousand parameters"],
)  # fmt: skip
def test_a_request_beyond_all_measure_is_refused_and_costs_nobody_else(
    proxy, request_, status
) -> None:
    answer = proxy.raw(request_ % proxy.port + b"\r\nConnection: close\r\n\r\n")
    assert answer.split()[1] == status
    assert proxy.ask("/_a11y/ready").status == 200


def test_a_cookie_of_a_thousand_wishes_is_read_like_any_other(proxy, origin) -> None:
    origin.page("/busy", document("<p>x</p>"))
    many = "&".join(["scale=300", *(f"w{n}=1" for n in range(900))])
    answer = proxy.ask("/busy", Cookie=f"a11y_preferences={many}")
    assert "scale=300" in answer.text


@pytest.mark.parametrize("field", ["Link: ", "Refresh: ", "Cache-Control: ", "Vary: "])
@pytest.mark.parametrize("piece", ["<", ";", '=" ', "a=,"])
def test_no_header_field_of_the_origin_holds_anybody_up(proxy, origin, field, piece) -> None:
    path = origin.page(
        f"/{field[:-2]}-{ord(piece[0])}", document("<p>x</p>"), field + piece * 12000
    )
    assert PANEL in proxy.ask(path).text


# Pages that would be something else than a page.


def test_a_page_that_holds_the_mark_of_another_page_gets_no_second_panel(proxy, origin) -> None:
    victim = document("<p>x</p>")
    word = Marker(blake2b(victim, digest_size=16).hexdigest()).word(Slot("panel"))
    origin.page("/victim", victim)
    origin.page("/forger", document(f"<p>{word}</p>"))
    proxy.ask("/victim")
    forged = proxy.ask("/forger").text
    assert forged.count(PANEL) == 1
    assert f"<p>{word}</p>" in forged


def test_a_page_that_closes_what_is_ours_closes_nothing(proxy, origin) -> None:
    body = "</section></div></a></body></html><p class=a11y-panel data-a11y-ui>fake</p><p>x</p>"
    origin.page("/closing", document(body))
    page = proxy.ask("/closing").text
    assert page.index(PANEL) < page.index("</section>") < page.index("fake")
    assert page.count("</body>") == 1


def test_names_of_ours_give_way_to_the_same_names_on_the_page(proxy, origin) -> None:
    body = "<p id=a11y-1><a href=/>h</a><p id=a11y-2><main><h1>x</h1></main><p id=a11y-4>"
    origin.page("/names", document(body))
    page = proxy.ask("/names").text
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names)) == 4
    assert f'href="#{(set(names) - {"a11y-1", "a11y-2", "a11y-4"}).pop()}"' in page


def test_a_base_at_another_site_has_no_hold_on_our_links(proxy, origin) -> None:
    head = '<base href="http://other.example/a/"><style>p{background:url(x.png)}</style>'
    origin.page("/based", document("<a href=b>b</a><main><h1>x</h1></main>", head))
    page = proxy.ask("/based").text
    assert "<base href" not in page
    assert 'href="http://other.example/a/b"' in page
    assert 'href="/_a11y/settings?next=/based"' in page


def test_our_sheet_stands_before_a_policy_that_the_page_declares(proxy, origin) -> None:
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    origin.page("/strict", document("<p>x</p>", policy))
    page = proxy.ask("/strict").text
    assert page.index("/_a11y/appearance.css") < page.index("Content-Security-Policy")


@pytest.mark.parametrize(
    ("body", "label", "kept"),
    [
        (b"<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>", "utf-7", "+ADw-script+AD4-"),
        (b"<p>~{<b>x</b>~}</p>", "hz-gb-2312", "<b>x</b>"),
        ("<p>їжак</p><i>x</i>".encode("utf-16le") * 9, "utf-8", "<p>їжак</p><i>x</i>"),
        ("<p>їжак</p><i>x</i>".encode("utf-16be") * 9, "windows-1251", "<p>їжак</p><i>x</i>"),
        (b"<p>\x1b$B<b>\x1b(B x</b></p>", "iso-2022-kr", "x</b>"),
    ],
)
def test_no_encoding_hides_markup_from_us_that_a_browser_would_see(
    proxy, origin, body, label, kept
) -> None:
    path = origin.page(f"/charset-{label}", body, f"Content-Type: text/html; charset={label}")
    answer = proxy.ask(path)
    assert answer.get("content-type") == "text/html; charset=utf-8"
    assert PANEL in answer.text
    assert kept in answer.text


def test_braces_in_a_heading_are_letters_and_no_code(proxy, origin) -> None:
    pictures = '<img src="a.jpg"><img src="b.jpg">'
    origin.page("/braces", document(f"<h2>{{number.__class__}}</h2>{pictures}"))
    assert 'alt="Зображення 1 з 2: {number.__class__}"' in proxy.ask("/braces").text


def test_a_service_worker_of_the_site_does_not_come_between(proxy, origin) -> None:
    """A24."""
    origin.page("/sw.js", b"self.onfetch = 1", "Content-Type: text/javascript")
    answer = proxy.ask("/sw.js", Service_Worker="script")
    assert (answer.status, answer.get("Content-Type")) == (200, "text/javascript; charset=utf-8")
    assert "unregister" in answer.text
    assert "fetch" not in answer.text
    assert origin.count("/sw.js") == 0
    assert proxy.ask("/sw.js").status == 200
