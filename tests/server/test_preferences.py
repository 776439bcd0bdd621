"""A visitor's wishes, in and out; what they may not be; where they may lead."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_proxy.core.preferences import Appearance, Preferences, Rendition
from a11y_proxy.server.preferences import (
    CHOICES,
    COOKIE,
    PreferenceError,
    apply,
    read,
    safe_next,
    serialise,
    set_cookie,
    values,
)

THEMES = ("day", "night")
DEFAULT = Preferences(Appearance("day"))
ANY = st.builds(
    Preferences,
    st.builds(
        Appearance,
        theme=st.sampled_from(THEMES),
        scale=st.integers(100, 400),
        spacing=st.sampled_from(CHOICES["spacing"]),
        typeface=st.sampled_from(CHOICES["typeface"]),
        motion=st.sampled_from(CHOICES["motion"]),
    ),
    st.builds(
        Rendition, images=st.sampled_from(("on", "off")), layout=st.sampled_from(CHOICES["layout"])
    ),
    language=st.sampled_from(("uk", "en")),
)


@given(ANY)
def test_what_is_written_is_read_again(preferences):
    header = f"PHPSESSID=abc; {COOKIE}={serialise(preferences)}; other=1"
    assert read(header, THEMES, DEFAULT) == preferences


def test_grey_pictures_are_a_look_and_not_a_page_of_their_own():
    grey = apply(DEFAULT, {"images": "grey"}, THEMES)
    assert grey.appearance.grey
    assert grey.rendition.images == "on"
    assert values(grey)["images"] == "grey"
    assert read(f"{COOKIE}={serialise(grey)}", THEMES, DEFAULT) == grey
    off = apply(grey, {"images": "off"}, THEMES)
    assert (off.appearance.grey, off.rendition.images) == (False, "off")


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        ";;;",
        "other=theme%3Dnight",
        f"{COOKIE}",
        f"{COOKIE}=%%%&&==",
        f"{COOKIE}=theme=gone&scale=9000&images=maybe&lang=xx&unknown=1",
        f"{COOKIE}=scale=-5",
        f"{COOKIE}=scale=1.5",
        f"{COOKIE}=scale=²00",
    ],
)
def test_an_odd_cookie_costs_nothing(header):
    assert read(header, THEMES, DEFAULT) == DEFAULT


def test_one_bad_value_leaves_the_good_ones():
    chosen = read(f"{COOKIE}=theme=gone&scale=200&spacing=wide", THEMES, DEFAULT)
    assert (chosen.appearance.theme, chosen.appearance.scale) == ("day", 200)
    assert chosen.appearance.spacing == "wide"


@given(st.text())
def test_no_cookie_breaks_the_reading(text):
    assert values(read(f"{COOKIE}={text}", THEMES, DEFAULT))["theme"] in THEMES


def test_only_the_wishes_in_the_query_change():
    before = apply(DEFAULT, {"scale": "300", "lang": "en"}, THEMES)
    after = apply(before, {"theme": "night", "next": "/", "utm_source": "x"}, THEMES)
    assert after.appearance == Appearance("night", scale=300)
    assert after.language == "en"


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"theme": "nihgt"}, "“theme” must be one of: day, night. It cannot be “nihgt”."),
        ({"images": "yes"}, "“images” must be one of: on, off, grey. It cannot be “yes”."),
        ({"lang": "de"}, "“lang” must be one of: uk, en. It cannot be “de”."),
        ({"scale": "99"}, "a whole number of percent, 100–400, not “99”."),
        ({"scale": "401"}, "a whole number of percent, 100–400, not “401”."),
        ({"scale": "big"}, "a whole number of percent, 100–400, not “big”."),
        ({"scale": "1" * 5000}, "100–400"),
    ],
)
def test_a_wish_that_cannot_be_granted_names_what_can(query, message):
    with pytest.raises(PreferenceError) as refused:
        apply(DEFAULT, query, THEMES)
    assert message in str(refused.value)
    assert len(str(refused.value)) < 200


def test_the_cookie_is_kept_a_year_for_this_host_and_from_scripts():
    header = set_cookie(DEFAULT, secure=False)
    assert header.startswith("a11y_preferences=theme=day&scale=150&images=on&")
    assert header.endswith("; Max-Age=31536000; Path=/; SameSite=Lax; HttpOnly")
    assert set_cookie(DEFAULT, secure=True) == f"{header}; Secure"


@given(ANY)
def test_a_cookie_value_holds_only_what_it_may(preferences):
    # RFC 6265 §4.1.1, cookie-octet
    assert not set(serialise(preferences)) & set(' ",;\\')
    assert serialise(preferences).isascii()


@pytest.mark.parametrize("path", ["/", "/news/?id=1&p=%D0%B0#top", "/a//b"])
def test_a_path_here_is_where_we_return(path):
    assert safe_next(path) == path


def test_a_path_in_letters_returns_as_header_fields_need_it():
    assert safe_next("/новини?q=ї") == "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8?q=%D1%97"
    assert safe_next("/\u202e\x85\ud800").isascii()


@pytest.mark.parametrize(
    "path",
    [
        None,
        "",
        "news",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/\n/evil.example",
        "/a\r\nSet-Cookie: x=1",
        "/a\x7f",
        " //evil.example",
    ],
)
def test_any_other_place_becomes_the_home_page(path):
    assert safe_next(path) == "/"


@given(st.text(alphabet="/\\:.@?#\t\r\n aevilcom%"))
def test_no_next_leads_to_another_host(text):
    assert urlsplit(urljoin("https://here.example/x", safe_next(text))).netloc == "here.example"
