"""Addresses: the site's become ours, no other changes, and none of ours leaves the site."""

from __future__ import annotations

import pytest
from ada_url import URL
from hypothesis import example, given
from hypothesis import strategies as st

from a11y_proxy.core.site import Site
from a11y_proxy.core.urlmap import RefusedTargetError, UrlMap, encode_query, to_origin

SITE = Site("https://kakhovka.example", aliases=("https://www.kakhovka.example",))
PAGE = "https://kakhovka.example/news/2024/page.php?id=1"


@pytest.mark.parametrize(
    ("url", "mapped"),
    [
        ("https://kakhovka.example/a?b=c#d", "/a?b=c#d"),
        ("http://kakhovka.example/a", "/a"),
        ("//kakhovka.example/a", "/a"),
        ("https://www.kakhovka.example/a", "/a"),
        ("https://kakhovka.example:443/a", "/a"),
        ("http://kakhovka.example:80/a", "/a"),
        ("HTTPS://KAKHOVKA.example/A", "/A"),
        ("https://kakhovka.example", "/"),
        ("https://kakhovka.example?x", "/?x"),
        ("https://kakhovka.example#x", "/#x"),
        ("  https://kakhovka.example/a\n", "/a"),
        ("https:\\\\kakhovka.example\\a", "\\a"),
        ("ht\ntps://kakhovka.example/a", "/a"),
        ("https:/kakhovka.example/a", None),
        ("https://kakhovka.example//a", "/.//a"),
        ("https://kakhovka.example/\\a", "/./\\a"),
        ("https://kakhovka.example/%2F%27?q=%u0456&пошук", "/%2F%27?q=%u0456&пошук"),
        ("https://kakhovka.example/++theme++x//y", "/++theme++x//y"),
    ],
)
def test_an_address_of_the_site_becomes_root_relative(url: str, mapped: str | None):
    found = UrlMap(SITE, PAGE).map(url)
    if mapped is not None:
        assert found == mapped
    elsewhere = URL(found, base="https://proxy.test/x/").href
    meant = URL(url, base=PAGE)
    assert elsewhere == f"https://proxy.test{meant.pathname}{meant.search}{meant.hash}"


@pytest.mark.parametrize(
    "url",
    [
        *("", "#top", "?a=1", "a/b", "../c", "/x", "/x?u=https://kakhovka.example/", "a:b/c"),
        *("data:,x", "blob:https://kakhovka.example/1", "mailto:a@kakhovka.example", "tel:+380"),
        *("javascript:location='https://kakhovka.example/'", "about:blank", "./a:b", " x "),
        *("https://other.example/", "//other.example/a", "https://kakhovka.example.evil/"),
        *(
            "https://kakhovka.example:8443/",
            "https://u:p@kakhovka.example/",
            "ftp://kakhovka.example/",
        ),
        *("https://[", "http://", "//", "https://sub.kakhovka.example/a"),
    ],
)
def test_every_other_address_is_left_to_the_byte(url: str):
    assert UrlMap(SITE, PAGE).map(url) == url


@pytest.mark.parametrize("place", ["https://proxy.test", "http://proxy.test"])
@pytest.mark.parametrize(
    "url",
    [
        # tabs and line breaks inside are nothing, spaces are not
        *(
            "h\tt\ntp://kakhovka.example/a\n/b",
            "\x01https://kakhovka.example/a ",
            "//kakhovka.example/ a",
        ),
        # slashes are written either way, and as many as one likes
        *("\\\\kakhovka.example\\a", "https:\\/kakhovka.example/a", "https:////kakhovka.example/a"),
        # without slashes an address of the page's own scheme is relative, of another it is not
        *(
            "https:x",
            "https:/x/../y",
            "https:?a",
            "http:kakhovka.example/x",
            "HTTP:/kakhovka.example",
        ),
        # a port that is the scheme's own, or no port
        *("https://kakhovka.example:/a", "https://kakhovka.example:0443/a"),
        # letters and ways of writing a host
        *(
            "https://K%61khovka.EXAMPLE/a",
            "https://ｋakhovka。example/a",
            "https://www.kakhovka.example",
        ),
        # nobody's name, and nobody's password
        *("https://@kakhovka.example/a", "https://:@kakhovka.example/a"),
        # dot segments, escapes, and what a lone mark says
        *("https://kakhovka.example/a/../../b/.", "//kakhovka.example/%2e%2E/%2f%zz%FF"),
        *("https://kakhovka.example/a?", "https://kakhovka.example/a?#", "https:/a?", "https:a#"),
    ],
)
def test_however_the_site_is_written_the_link_leads_to_us(url: str, place: str):
    """A06."""
    mapped = UrlMap(SITE, PAGE).map(url)
    meant = URL(url, base=PAGE)
    here = place + PAGE.removeprefix(SITE.origin)
    assert URL(mapped, base=here).href == place + meant.href.removeprefix(meant.origin)


@pytest.mark.parametrize("place", ["https://proxy.test/x/y", "http://proxy.test/x/y"])
@pytest.mark.parametrize("page", [PAGE, "http://town.example/x"])
@pytest.mark.parametrize("base", [None, "http://cdn.example/a/b", "https://cdn.example:8443/"])
@pytest.mark.parametrize(
    "url",
    [
        *("https://192.0.2.1/a", "https://3221225985/a", "https://0xC0.2.1/a"),
        *("https://[2001:db8::1]/a", "https://[2001:DB8:0:0::1]:8443/"),
        *("https://bücher.example/", "https://xn--bcher-kva.example/", "http:other.example/"),
        *("https://u:p@kakhovka.example/", "ftp://kakhovka.example/a", "wss://kakhovka.example/a"),
        *(
            "mailto:a@b",
            "data:,a b",
            "x-y://kakhovka.example/a b",
            "javascript:'//kakhovka.example'",
        ),
    ],
)
def test_what_is_not_the_site_s_leads_where_it_led(url, base, page, place):
    """A06, A08."""
    site = Site("https://elsewhere.example")
    meant = URL(url, base=URL(base, base=page).href if base else page)
    mapped = UrlMap(site, page, base).map(url)
    assert URL(mapped, base=place).href == meant.href


def test_an_origin_with_a_port_is_only_that_port():
    urls = UrlMap(Site("http://127.0.0.1:9000"), "http://127.0.0.1:9000/a/")
    assert urls.map("http://127.0.0.1:9000/x") == "/x"
    assert urls.map("http://127.0.0.1:9001/x") == "http://127.0.0.1:9001/x"


@pytest.mark.parametrize(
    ("written", "mapped"),
    [
        ("menu", "http://cdn.example/a/menu"),
        ("/menu", "http://cdn.example/menu"),
        (" ?page=2 ", "http://cdn.example/a/?page=2"),
        ("//kakhovka.example/x", "/x"),
        ("https://kakhovka.example/x", "/x"),
        ("https://other.example/x", "https://other.example/x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("#top", "#top"),
        ("", ""),
        (" ", " "),
    ],
)
def test_what_stands_on_a_base_at_another_site_stays_there(written, mapped):
    urls = UrlMap(SITE, PAGE, "http://cdn.example/a/")
    assert (urls.abroad, urls.map(written)) == (True, mapped)


@pytest.mark.parametrize("base", [None, "", "/x/", "https://www.kakhovka.example/", "x"])
def test_a_base_at_the_site_is_not_abroad(base):
    urls = UrlMap(SITE, PAGE, base)
    assert (urls.abroad, urls.map("menu")) == (False, "menu")


def test_absolute_addresses_are_resolved_against_the_base_of_the_page():
    assert UrlMap(SITE, PAGE).absolute("x") == "https://kakhovka.example/news/2024/x"
    assert UrlMap(SITE, PAGE, "/docs/").absolute("x") == "https://kakhovka.example/docs/x"
    assert UrlMap(SITE, PAGE, "https://[").absolute("/x") == "https://kakhovka.example/x"


def test_what_leads_to_the_site_is_known_however_it_is_written():
    urls = UrlMap(SITE, PAGE)
    assert all(map(urls.is_ours, ("x", "/x", "//www.kakhovka.example/x")))
    assert not any(map(urls.is_ours, ("//cdn.example/x", "data:,x")))


@pytest.mark.parametrize(
    "target",
    [
        *("/", "/a/b?c=d", "/a@evil", "/..//evil", "/a//b", "/%2F%2E%27%3A%7E+%20;|", "/?", "/a=="),
        *(
            "/%FF%zz",
            "/x?u=http://evil/",
            "/a?b\\c",
            "/:80",
            "/.//a",
            "//evil/x",
            "///x",
            "/a?b?c",
            "/~x/{y}^`|",
        ),
    ],
)
def test_path_and_query_reach_the_origin_byte_for_byte(target: str):
    """A02, A12."""
    assert to_origin(SITE, target) == "https://kakhovka.example" + target


@pytest.mark.parametrize(
    "target",
    [
        *("/\\evil", "\\\\evil", "http://evil/", "@evil", ".evil", ":80@evil", "evil"),
        *(
            "",
            "*",
            "/a#b",
            "/a b",
            "/a\tb",
            "/a\nb",
            "/a\x00",
            "/a\x7f",
            "/ї",
            "/a\\b",
            "?x",
        ),
    ],
)
def test_a_target_that_could_lead_elsewhere_is_refused(target: str):
    """A01."""
    with pytest.raises(RefusedTargetError):
        to_origin(SITE, target)


@given(st.text(alphabet=st.sampled_from("/\\@:.#?%e[]a \t\n-;&"), max_size=12))
@example("/.//evil")
@example("//evil/x")
def test_no_target_leaves_the_site(target: str):
    try:
        url = to_origin(SITE, target)
    except RefusedTargetError:
        return
    assert URL(url).origin == "https://kakhovka.example"
    assert not URL(url).username


@given(st.text(alphabet=st.sampled_from("/\\@:.#?htps kaovexml\t\n-"), max_size=30))
@example("https://kakhovka.example//evil")
@example("https://kakhovka.example\\\\evil")
def test_what_is_mapped_leads_to_us_and_nowhere_else(tail: str):
    """A01, A05."""
    for url in (tail, f"https://kakhovka.example{tail}", f"//kakhovka.example{tail}"):
        mapped = UrlMap(SITE, PAGE).map(url)
        if mapped != url:
            meant = URL(url, base=PAGE)
            found = URL(mapped, base="https://proxy.test/deep/er")
            assert found.origin == "https://proxy.test"
            assert (found.pathname, found.search) == (meant.pathname, meant.search)


@pytest.mark.parametrize(
    ("url", "encoded"),
    [
        ("/search?q=пошук&p=1#ї", "/search?q=%EF%EE%F8%F3%EA&p=1#ї"),
        ("/пошук?a=1", "/пошук?a=1"),
        ("?q=☃", "?q=%26%239731%3B"),
        ("?q=a%20b", "?q=a%20b"),
        ("#?q=ї", "#?q=ї"),
        ("javascript:f('ї?ї')", "javascript:f('ї?ї')"),
        ("mailto:a@b?subject=ї", "mailto:a@b?subject=ї"),
        ("https://other.example/?q=п", "https://other.example/?q=%EF"),
    ],
)
def test_queries_go_out_in_the_encoding_of_the_page(url: str, encoded: str):
    assert encode_query(url, "windows-1251") == encoded


def test_a_query_is_encoded_as_the_standard_does_it():
    found = URL(encode_query("/?q=їжак", "utf-8"), base=PAGE).search
    assert found == URL("/?q=їжак", base=PAGE).search


SIGNING = Site(SITE.origin, SITE.aliases, host_key=b"key")
THEIRS = "https://cdn.example/css/site.css"


@pytest.mark.parametrize(
    ("url", "page", "leads_to"),
    [
        ("https://cdn.example/a.css?v#i", PAGE, "https/cdn.example/a.css?v#i"),
        ("//cdn.example/a.css", PAGE, "https/cdn.example/a.css"),
        (" HTTP://CDN.example:80/a/../b.css\n", PAGE, "http/cdn.example/b.css"),
        ("https:\\\\cdn.example\\a.css", PAGE, "https/cdn.example/a.css"),
        ("https://cdn.example:8443/a.css", PAGE, "https/cdn.example:8443/a.css"),
        # in another host's sheet everything stands on its address
        ("more.css", THEIRS, "https/cdn.example/css/more.css"),
        ("../f.woff2", THEIRS, "https/cdn.example/f.woff2"),
        ("/f.woff2", THEIRS, "https/cdn.example/f.woff2"),
        ("?v=2", THEIRS, "https/cdn.example/css/site.css?v=2"),
    ],
)
def test_a_sheet_of_another_host_gets_an_address_of_ours(url: str, page: str, leads_to: str):
    mapped = UrlMap(SIGNING, page).map_sheet(url)
    assert mapped.startswith("/_a11y/host/")
    assert mapped.split("/", 4)[4] == leads_to


@pytest.mark.parametrize("page", [PAGE, THEIRS])
@pytest.mark.parametrize(
    "url",
    [
        *("", "#icon", "data:font/woff2,x", "https://kakhovka.example/a.css", "about:blank"),
        *("//www.kakhovka.example/a.css", "https://[", "javascript:1", "blob:https://a.example/1"),
    ],
)
def test_every_other_address_is_mapped_as_any(url: str, page: str):
    urls = UrlMap(SIGNING, page)
    assert urls.map_sheet(url) == urls.map(url)


@pytest.mark.parametrize("url", ["a.css", "/a.css", "../a.css?b", "?c"])
def test_a_sheet_of_the_site_s_own_stays_as_it_is_written(url: str):
    assert UrlMap(SIGNING, PAGE).map_sheet(url) == url


def test_on_a_base_abroad_sheets_come_from_us_too():
    urls = UrlMap(SIGNING, PAGE, base="https://cdn.example/x/")
    assert urls.map_sheet("a.css").endswith("/https/cdn.example/x/a.css")


def test_without_a_key_every_sheet_stays_where_it_is():
    assert UrlMap(SITE, PAGE).map_sheet(THEIRS) == THEIRS


def test_pictures_in_another_host_s_sheet_stay_there():
    urls = UrlMap(SIGNING, THEIRS)
    assert urls.map("i/a.png") == "https://cdn.example/css/i/a.png"
    assert urls.map("https://kakhovka.example/a.png") == "/a.png"
    assert urls.map("#id") == "#id"
