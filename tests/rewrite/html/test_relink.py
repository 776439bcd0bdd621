"""Addresses of a page: one test per way of writing one."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import Any

import pytest

from a11y_proxy.core.artifact import Marker
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.rewrite.html.document import parse, serialise
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import page_urls
from a11y_proxy.rewrite.html.steps.relink import relink

SITE = Site("https://town.example", aliases=("https://www.town.example",))
HERE = "https://town.example/news/1"
THERE = "https://town.example/x"


def relinked(
    markup: str, *, charset: str = "utf-8", fragment: bool = True, site: Site = SITE
) -> str:
    document = parse(markup, fragment=fragment)
    page = Page(
        root=document.root,
        url=HERE,
        site=site,
        rendition=Rendition(),
        phrases=Phrases({}),
        mark=Marker("0"),
        charset=charset,
        fragment=fragment,
    )
    relink(page)
    return serialise(document).decode().replace("/>", ">")


@pytest.mark.parametrize(
    ("tag", "attribute"),
    [
        *(("a", "href"), ("area", "href"), ("link", "href"), ("base", "href")),
        *(("img", "src"), ("iframe", "src"), ("embed", "src"), ("audio", "src"), ("video", "src")),
        *(("source", "src"), ("track", "src"), ("input", "src"), ("script", "src")),
        *(("video", "poster"), ("object", "data"), ("object", "codebase"), ("form", "action")),
        *(("button", "formaction"), ("input", "formaction"), ("blockquote", "cite"), ("q", "cite")),
        *(("del", "cite"), ("ins", "cite"), ("table", "background"), ("img", "longdesc")),
        *(("a", "ping"), ("img", "srcset"), ("source", "srcset"), ("link", "imagesrcset")),
        *(("img", "data-src"), ("img", "data-srcset"), ("div", "data-bg"), ("param", "value")),
    ],
)
def test_every_attribute_that_holds_an_address_is_mapped(tag: str, attribute: str):
    assert f'{attribute}="/x"' in relinked(f'<{tag} {attribute}="{THERE}">')


def test_cells_rows_frames_and_the_document_are_mapped():
    written = relinked(
        f"<html manifest={THERE}><body background={THERE}><table><tr background={THERE}>"
        f"<td background={THERE}></table>",
        fragment=False,
    )
    assert written.count('background="/x"') == 3
    assert 'manifest="/x"' in written
    assert '<frame src="/x">' in relinked(f"<frameset><frame src={THERE}>", fragment=False)


def test_links_inside_svg_are_mapped():
    written = relinked(f'<svg><a xlink:href="{THERE}"></a><image href="{THERE}"></image></svg>')
    assert written == '<svg><a xlink:href="/x"></a><image href="/x"></image></svg>'


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="/a?b=c&amp;d">x</a>',
        '<a href="#top">x</a>',
        '<a href="https://other.example/">x</a>',
        '<img usemap="#m">',
        f'<div itemid="{THERE}" data="{THERE}">x</div>',
        f'<input value="{THERE}">',
        f"<p>{THERE}</p>",
        f'<iframe srcdoc="&lt;a href={THERE}&gt;"></iframe>',
    ],
)
def test_everything_else_is_left_alone(markup: str):
    assert relinked(markup) == markup


def test_a_candidate_list_is_mapped_candidate_by_candidate():
    assert (
        relinked(f'<img srcset="{THERE},1 1x, /y 2x,{THERE} 3x">')
        == '<img srcset="/x,1 1x, /y 2x,/x 3x">'
    )


def test_pings_are_mapped_one_by_one():
    assert 'ping="/x https://other.example/"' in relinked(
        f'<a ping="{THERE} https://other.example/">'
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"0;url={THERE}", "0;url=/x"),
        (f"5; URL = '{THERE}'", "5; URL = '/x'"),
        (f'0;url="{THERE}" ignored', '0;url="/x" ignored'),
        (f"0,{THERE}", "0,/x"),
        (f"0;{THERE}", "0;/x"),
        (f"0 {THERE}", "0 /x"),
        (f" .5;url={THERE} ", " .5;url=/x"),
        ("30", "30"),
        ("0;url=/y", "0;url=/y"),
        (f"x;url={THERE}", f"x;url={THERE}"),
    ],
)
def test_a_refresh_is_mapped_by_its_own_grammar(before: str, after: str):
    written = relinked(f'<meta http-equiv="Refresh" content="{escape(before)}">')
    assert written == f'<meta http-equiv="Refresh" content="{after.replace(chr(34), "&quot;")}">'


def test_a_canonical_link_that_a_script_of_the_page_reads_stays_with_us():
    """WordPress's desk puts it into the address bar, which may name its own host only."""
    assert (
        relinked('<link id="wp-admin-canonical" rel="canonical" href="https://town.example/a">')
        == '<link id="wp-admin-canonical" rel="canonical" href="/a">'
    )


def test_what_names_the_original_stays_absolute():
    assert (
        relinked('<link rel="canonical" href="/a">')
        == '<link rel="canonical" href="https://town.example/a">'
    )
    assert relinked('<link rel="alternate" hreflang="en" href="en">') == (
        '<link rel="alternate" hreflang="en" href="https://town.example/news/en">'
    )
    assert (
        relinked(f'<meta property="og:url" content="{THERE}">')
        == f'<meta property="og:url" content="{THERE}">'
    )
    assert 'content="https://town.example/a"' in relinked('<meta name="twitter:url" content="/a">')


def test_a_feed_is_no_translation():
    assert 'href="/x"' in relinked(
        f'<link rel="alternate" type="application/rss+xml" href="{THERE}">'
    )


def test_digests_go_from_sheets_that_are_rewritten_and_from_nothing_else():
    assert "integrity" not in relinked('<link rel="stylesheet" href="/a.css" integrity="sha256-x">')
    assert "integrity" not in relinked('<link rel="preload" as="style" href="a.css" integrity="x">')
    assert "integrity" in relinked(
        '<link rel="stylesheet" href="//cdn.example/a.css" integrity="x">'
    )
    assert "integrity" in relinked('<script src="/a.js" integrity="sha256-x"></script>')


SIGNING = replace(SITE, host_key=b"key")
THEIRS = "https://cdn.example/a"


def spaced(markup: str, **kind: Any) -> str:
    """Gives the markup with the signatures of our addresses left out."""
    written = relinked(markup, site=SIGNING, **kind)
    return re.sub("/_a11y/host/[^/]{24}/", "/_a11y/host/…/", written)


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="stylesheet" href="{}">',
        '<link rel="alternate stylesheet" href="{}">',
        '<link rel="preload" as="style" href="{}">',
        '<link rel="preload" as="font" href="{}" crossorigin="">',
        '<link rel="prefetch" as="style" href="{}">',
        '<link rel="STYLESHEET" href="{}" media="print">',
    ],
)
def test_sheets_and_fonts_of_other_hosts_come_from_us(link: str):
    assert spaced(link.format(THEIRS)) == link.format("/_a11y/host/…/https/cdn.example/a")


@pytest.mark.parametrize(
    "markup",
    [
        *(f'<link rel="{rel}" href="{THEIRS}">' for rel in ("icon", "next", "modulepreload")),
        f'<link rel="preload" as="script" href="{THEIRS}" integrity="x">',
        f'<link rel="preload" as="image" href="{THEIRS}">',
        f'<script src="{THEIRS}" integrity="x"></script>',
        *(f'<img src="{THEIRS}">', f'<a href="{THEIRS}">x</a>', '<link rel="stylesheet" href="a">'),
        '<link rel="stylesheet" href="data:text/css,">',
    ],
)
def test_nothing_else_of_other_hosts_does(markup: str):
    assert spaced(markup) == markup


def test_digests_go_from_other_hosts_sheets_that_come_from_us():
    written = spaced(f'<link rel="stylesheet" href="{THEIRS}" integrity="x" crossorigin="">')
    assert written == (
        '<link rel="stylesheet" href="/_a11y/host/…/https/cdn.example/a" crossorigin="">'
    )


def test_hints_to_make_ready_for_a_host_go_and_their_text_stays():
    """A19."""
    hint = '<link rel="preconnect" href="https://cdn.example">'
    ours = f'<link rel="dns-prefetch" href="{SITE.origin}">'
    mixed = '<link rel="preconnect next" href="/a">'
    assert spaced(f"a{hint}b{ours}{mixed}") == f"ab{mixed}"
    assert relinked(hint) == hint


def test_a_query_of_another_host_s_sheet_keeps_the_encoding_of_the_page():
    link = '<link rel="stylesheet" href="https://cdn.example/a?п">'
    assert 'cdn.example/a?%EF"' in spaced(link, charset="windows-1251")
    assert 'cdn.example/a?%D0%BF"' in spaced(link)


def test_a_sheet_on_a_base_abroad_comes_from_us():
    written = spaced("<base href=http://cdn.example/a/><link rel=stylesheet href=b.css>")
    assert 'href="/_a11y/host/…/http/cdn.example/a/b.css"' in written


def test_a_policy_in_the_page_lets_in_what_comes_from_us():
    said = "style-src https://cdn.example; font-src https://cdn.example"
    written = relinked(f'<meta http-equiv="Content-Security-Policy" content="{said}">')
    assert (
        "style-src https://cdn.example 'self'; font-src https://cdn.example 'self'"
        in written.replace("&#39;", "'")
    )


def test_a_base_at_another_site_takes_no_link_of_ours_along():
    written = relinked(
        "<base href=http://cdn.example/a/ target=_top><base href=/no/><style>p{background:url(x.png)}"
        "</style><p><a href=menu>m</a><a href='#top'>t</a><img srcset='i.png 2x'>"
    )
    assert '<base target="_top"><base>' in written
    assert '<a href="http://cdn.example/a/menu">m</a><a href="#top">' in written
    assert 'srcset="http://cdn.example/a/i.png 2x"' in written


def test_the_first_base_counts_and_is_mapped():
    markup = (
        f"<base target=_top><base href='{THERE}/'><base href='/no/'><link rel=canonical href=y>"
    )
    document = parse(markup)
    page = Page(document.root, HERE, SITE, Rendition(), Phrases({}), Marker("0"))
    assert page_urls(page).absolute("y") == f"{THERE}/y"
    relink(page)
    written = serialise(document).decode()
    assert '<base href="/x/"/>' in written
    assert f'href="{THERE}/y"' in written


def head(markup: str) -> str:
    return relinked(markup, fragment=False).partition("<head>")[2].partition("</head>")[0]


def test_the_page_says_that_it_is_utf8():
    assert head("<meta charset=windows-1251>") == '<meta charset="utf-8">'
    assert head("<title>x</title>") == '<meta charset="utf-8"><title>x</title>'
    assert head('<meta http-equiv="content-type" content="text/html; charset=koi8-u">') == (
        '<meta http-equiv="content-type" content="text/html; charset=utf-8">'
    )


def test_a_fragment_declares_nothing():
    assert relinked("<p>x</p>") == "<p>x</p>"


def test_queries_forms_and_scripts_of_an_old_page_keep_its_encoding():
    written = relinked(
        '<a href="/s?q=п">x</a><form action="/s"></form><form accept-charset="utf-8"></form>'
        '<script src="a.js"></script><script>x</script><img srcset="/i?п 2x">',
        charset="windows-1251",
    )
    assert written == (
        '<a href="/s?q=%EF">x</a><form action="/s" accept-charset="windows-1251"></form>'
        '<form accept-charset="utf-8"></form><script src="a.js" charset="windows-1251"></script>'
        '<script>x</script><img srcset="/i?%EF 2x">'
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<meta http-equiv="refresh" content="0;url=?q=п">', "0;url=?q=%EF"),
        ('<link rel="canonical" href="?q=п">', "https://town.example/news/1?q=%EF"),
        ('<base href="//cdn.example/a"><a href="?q=п">x</a>', '"https://cdn.example/a?q=%EF"'),
        ("<a href=\" javascript:f('?п')\">x</a>", "f('?п')"),
        ('<a href="https:/x?q=п">x</a>', '"/x?q=%EF"'),
    ],
)
def test_a_query_keeps_the_encoding_of_the_page_wherever_it_stands(before: str, after: str):
    assert after in relinked(before, charset="windows-1251").replace("&#39;", "'")


def test_a_utf8_page_gets_none_of_that():
    markup = '<a href="/s?q=п">x</a><form action="/s"></form><script src="a.js"></script>'
    assert relinked(markup) == markup


def test_a_second_time_changes_nothing():
    once = relinked(
        f"<a href='{THERE}?q=п'>x</a><form></form>", charset="windows-1251", fragment=False
    )
    assert relinked(once, fragment=False) == once
