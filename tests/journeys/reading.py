"""Journeys of who comes to read: each takes a visitor, and one at the original who knows the truth."""

from __future__ import annotations

from functools import reduce
from urllib.parse import quote, urljoin, urlsplit
from xml.etree import ElementTree as ET

from tests.journeys.visitor import SCRIPT, Seen, Visitor, origin_of

POST = "/news-2/"
TITLE = "Сесія ради розглянула сорок два питання"


def walks_through_the_whole_site(visitor: Visitor, truth: Visitor) -> None:
    """Every page that links lead to: the original's words, and no way out but those that it has."""
    known, waiting = {"/"}, ["/"]
    for place in waiting:
        page, original = visitor.open(place), truth.open(place)
        assert {origin_of(url) for url in page.trail} == {visitor.home}
        assert (page.status, kind(page)) == (original.status, kind(original))
        if kind(page).startswith("text/html"):
            assert page.words == original.words
            led = leads(page)
            assert truth.home not in {origin_of(url) for url in led} - {visitor.home}
            here = {url.removeprefix(visitor.home) for url in led if origin_of(url) == visitor.home}
            waiting += sorted(here - known)
            known |= here
    assert len(known) > 12


def is_sent_to_the_page_s_one_address(visitor: Visitor, truth: Visitor) -> None:
    """WordPress sends every other way of naming a post to its one address, and names it in full."""
    number = truth.fetch(f"/wp-json/wp/v2/posts?slug={POST.strip('/')}").json[0]["id"]
    for address in (
        f"/?p={number}",
        POST.rstrip("/"),
        f"/index.php?p={number}",
        f"/?name={POST.strip('/')}",
    ):
        page = visitor.open(address)
        assert (page.url, page.status) == (visitor.home + POST, 200)
        assert {origin_of(url) for url in page.trail} == {visitor.home}
        assert len(page.trail) == 2


def reads_older_news(visitor: Visitor, truth: Visitor) -> None:
    first = visitor.open("/")
    second = visitor.open(first.link("a.next, .nav-next a, .nav-previous a"))
    assert urlsplit(second.url).path == "/page/2/"
    titles = [news["title"]["rendered"] for news in truth.fetch("/wp-json/wp/v2/posts").json]
    assert len(titles) == 3
    assert all(title in first.words + second.words for title in titles)


def searches_in_ukrainian(visitor: Visitor, truth: Visitor) -> None:
    home = visitor.open("/blocks/")
    found = visitor.send(home, home.form("form[role=search], form.wp-block-search"), s="водогону")
    assert found.url == f"{visitor.home}/?s={quote('водогону')}"
    titles = [title.text_content() for title in found.tree.cssselect("article h2")]
    assert titles == ["Ремонт водогону на Польовій"]
    assert "nothing matched" in visitor.open(f"/?s={quote('щось, чого немає')}").words


def meets_a_page_that_is_not_there(visitor: Visitor, truth: Visitor) -> None:
    page = visitor.open(f"/{quote('немає-такої')}/")
    assert page.status == 404
    assert "can’t be found" in page.words or "Nothing here" in page.words
    assert page.words == truth.open(f"/{quote('немає-такої')}/").words


def reads_the_feed(visitor: Visitor, truth: Visitor) -> None:
    """RSS, of the news and of the comments: well-formed, and all that the original's has."""
    for address in ("/feed/", "/comments/feed/", f"{POST}feed/", "/feed/atom/"):
        ours, theirs = visitor.open(address), truth.open(address)
        assert kind(ours) == kind(theirs)
        read, meant = (ET.fromstring(feed.body) for feed in (ours, theirs))
        assert [each.tag for each in read.iter()] == [each.tag for each in meant.iter()]
        assert [each.text for each in read.iter() if each.tag.endswith("title")] == [
            each.text for each in meant.iter() if each.tag.endswith("title")
        ]


def asks_for_json(visitor: Visitor, truth: Visitor) -> None:
    """The REST API, asked by a script: the same values, but for where it says that things are."""
    for address in ("/wp-json/wp/v2/posts", "/wp-json/wp/v2/pages?per_page=2", "/wp-json/"):
        ours, theirs = visitor.fetch(address), truth.fetch(address)
        assert kind(ours) == kind(theirs)
        assert ours.headers["X-WP-Total"] == theirs.headers["X-WP-Total"]
        homes = (visitor.home, truth.home)
        assert placeless(ours.json, *homes) == placeless(theirs.json, *homes)
    missing = visitor.fetch("/wp-json/wp/v2/posts/999999")
    assert (missing.status, missing.json["code"]) == (404, "rest_post_invalid_id")


def embeds_a_post(visitor: Visitor, truth: Visitor) -> None:
    """The address that a page gives for oEmbed works, and so does the frame that it describes."""
    told = visitor.fetch(visitor.open(POST).link("link[type='application/json+oembed']"))
    assert told.json["title"] == TITLE
    frame = visitor.open(f"{POST}embed/", Sec_Fetch_Dest="iframe")
    assert TITLE in frame.words


def comes_back_and_has_the_same(visitor: Visitor, truth: Visitor) -> None:
    """HEAD says what GET does; what has not changed is not sent again."""
    picture = urljoin(visitor.home, visitor.open(POST).tree.cssselect("article img")[0].get("src"))
    reply = visitor.open(picture, Sec_Fetch_Dest="image", Accept="image/*")
    assert (reply.status, reply.headers["Content-Type"]) == (200, "image/jpeg")
    feed = visitor.open("/feed/")
    again = visitor.open("/feed/", If_None_Match=feed.headers["ETag"], **SCRIPT)
    assert (again.status, again.body) == (304, b"")


def kind(page: Seen) -> str:
    return page.headers["Content-Type"].lower()


def leads(page: Seen) -> set[str]:
    """Gives where the site's own links lead."""
    found = page.tree.cssselect("a[href]:not([data-a11y-ui] *):not([data-a11y-ui])")
    return {urljoin(page.url, link.get("href")).partition("#")[0] for link in found}


def placeless(value: object, *homes: str) -> object:
    """Gives JSON without the site's address, which may be that of either; alone it is its root."""
    if isinstance(value, dict):
        return {name: placeless(each, *homes) for name, each in value.items()}
    if isinstance(value, list):
        return [placeless(each, *homes) for each in value]
    if not isinstance(value, str):
        return value
    return (
        "/." if value in homes else reduce(lambda text, home: text.replace(home, ""), homes, value)
    )


READING = (
    walks_through_the_whole_site,
    is_sent_to_the_page_s_one_address,
    reads_older_news,
    searches_in_ukrainian,
    meets_a_page_that_is_not_there,
    reads_the_feed,
    asks_for_json,
    embeds_a_post,
    comes_back_and_has_the_same,
)
