"""Feeds, descriptions of searches and drawings (A22, E08)."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from a11y_proxy.core.artifact import render
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform
from a11y_proxy.rewrite.html.xhtml import as_html

SITE = Site("https://town.example", aliases=("https://www.town.example",))
RSS, ATOM, SVG = "application/rss+xml", "application/atom+xml", "image/svg+xml"


def rewritten(text: str | bytes, media_type: str = RSS) -> bytes:
    body = text.encode() if isinstance(text, str) else text
    source = Source("https://town.example/feed", media_type, body)
    artifact = transform(source, Rendition(), SITE, Phrases({}), strict=True)
    return render(artifact, lambda slot: b"https://proxy.test" if slot.name == "place" else b"?")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<link>https://town.example/a?b#c</link>", "<link>https://proxy.test/a?b#c</link>"),
        ("<link>\n http://www.town.example\n</link>", "<link>https://proxy.test/</link>"),
        ("<guid>https://town.example/1</guid>", "<guid>https://proxy.test/1</guid>"),
        (
            '<enclosure url="https://town.example/a.mp3" length="1"/>',
            '<enclosure url="https://proxy.test/a.mp3" length="1"/>',
        ),
        (
            (
                '<description>&lt;a href="https://town.example/a"&gt;https://town.example/&lt;/a&gt;'
                "</description>"
            ),
            (
                '<description>&lt;a href="https://proxy.test/a"&gt;https://town.example/&lt;/a&gt;'
                "</description>"
            ),
        ),
    ],
)
def test_links_of_a_feed_lead_to_our_place(before: str, after: str):
    item = '<rss version="2.0"><channel><item>{}</item></channel></rss>'
    written = rewritten(item.format(before)).decode()
    assert written.partition("?>\n")[2] == item.format(after)


@pytest.mark.parametrize(
    "item",
    [
        '<guid isPermaLink="false">https://town.example/?p=1</guid>',
        "<title>https://town.example/</title>",
        "<link>https://other.example/</link>",
        "<link>/relative</link>",
        "<description><![CDATA[<b>a & b</b>]]></description>",
    ],
)
def test_names_words_and_links_of_others_stay_to_the_byte(item: str):
    feed = f"<?xml version='1.0'?>\n<!-- c --><rss><channel>{item}</channel></rss>\n"
    assert rewritten(feed) == feed.encode()


def test_an_atom_feed_keeps_its_names_and_leads_to_our_place():
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>https://town.example/1</id>'
        '<link rel="self" href="{0}/feed"/><entry><content type="xhtml">'
        '<div xmlns="http://www.w3.org/1999/xhtml"><a href="{0}/2">x</a></div></content></entry></feed>'
    )
    written = rewritten(feed.format("https://town.example"), ATOM).decode()
    assert written.partition("?>\n")[2] == feed.format("https://proxy.test")


def test_a_search_from_the_browser_s_own_field_comes_to_us():
    given = (
        '<OpenSearchDescription xmlns="http://a9.example/"><Url type="text/html" '
        'template="{}/?s={{searchTerms}}"/></OpenSearchDescription>'
    )
    written = rewritten(given.format("https://town.example"), "text/xml").decode()
    assert given.format("https://proxy.test") in written


def test_a_drawing_that_is_shown_alone_leads_to_our_root():
    given = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<a xlink:href="{0}/a"><use href="#b"/></a></svg>'
    )
    written = rewritten(given.format("https://town.example"), SVG).decode()
    assert given.format("") in written


def test_what_search_engines_are_told_of_the_original_stays_with_it():
    """A21: the copy is not for them."""
    sitemap = "<urlset><url><loc>https://town.example/a</loc></url></urlset>"
    assert rewritten(sitemap, "application/xml") == sitemap.encode()


@pytest.mark.parametrize(
    "feed",
    [
        b"<rss><link>https://town.example/</link>",
        b"<rss>&nbsp;<link>https://town.example/</link></rss>",
        b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><link>https://town.example/&a;</link></rss>',
        b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><link>&a;</link></rss>',
        b"<rss>" + b"<a>" * 300 + b"<link>https://town.example/</link>" + b"</a>" * 300 + b"</rss>",
        b"",
        b"\0",
    ],
)
def test_what_is_broken_or_a_bomb_passes_as_it_came(feed: bytes):
    assert rewritten(feed) == feed


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-u", "utf-16"])
def test_letters_in_an_old_encoding_stay_the_same_letters(encoding: str):
    said = f"<?xml version='1.0' encoding='{encoding}'?>"
    feed = f"{said}<rss><title>Рішення</title><link>https://town.example/</link></rss>"
    written = etree.fromstring(rewritten(feed.encode(encoding)))
    assert written.findtext("title") == "Рішення"
    assert written.findtext("link") == "https://proxy.test/"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (r'{"url":"https:\/\/town.example\/wp-json"}', r'{"url":"\/wp-json"}'),
        (r'{"html":"<a href=\"https://town.example/a\">"}', r'{"html":"<a href=\"/a\">"}'),
        ('{"start_url":"https://town.example/?pwa","id":"x"}', '{"start_url":"/?pwa","id":"x"}'),
        ('{"text":"see https://town.example/"}', '{"text":"see https://town.example/"}'),
        ('{"broken": "https://town.example/a"', '{"broken": "/a"'),
        ('{"a":"ї \ud83d\ude00"}', '{"a":"ї \ud83d\ude00"}'),
    ],
)
def test_data_lead_to_our_root_where_an_address_stands_whole(before: str, after: str):
    """A22, A23."""
    written = rewritten(before.encode("utf-8", "surrogatepass"), "application/json")
    assert written == after.encode("utf-8", "surrogatepass")


PIECES = st.sampled_from(
    [
        *(
            "<rss>",
            "</rss>",
            "<link>",
            "</link>",
            "<a href='https://town.example/'>",
            "</a>",
            "<b/>",
        ),
        *("https://town.example/a", "&amp;", '&lt;a href="//town.example"&gt;', "<![CDATA[", "]]>"),
        *(
            "<!--",
            "-->",
            "<?x ?>",
            "<!DOCTYPE rss>",
            "<x:guid xmlns:x='u'>",
            "</x:guid>",
            "ї",
            "\0",
        ),
    ]
)


@given(st.lists(PIECES, max_size=12), st.sampled_from(["", "utf-16"]))
@example(["<link>https://town.example/</link>"], "")
def test_what_is_well_formed_stays_so_and_what_is_not_stays(pieces: list[str], encoding: str):
    for feed in ("".join(pieces), f"<rss>{''.join(pieces)}</rss>"):
        body = feed.encode(encoding or "utf-8")
        written = rewritten(body)
        try:
            before = etree.fromstring(body)
        except etree.XMLSyntaxError:
            assert written == body
        else:
            after = etree.fromstring(written)
            assert [element.tag for element in after.iter()] == [
                element.tag for element in before.iter()
            ]


@given(st.text(max_size=60))
def test_no_text_makes_reading_it_as_xhtml_fail(text: str):
    """A25: it is HTML then."""
    for page in (text, f"<html>{text}</html>"):
        found = as_html(page)
        assert found is None or found.startswith("<!DOCTYPE html>")
