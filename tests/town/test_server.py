"""The town answers as municipal sites do, its bad habits included."""

from __future__ import annotations

import hashlib
import re
import time
from base64 import b64encode
from html import unescape
from http import HTTPStatus
from urllib.parse import quote, urlencode, urljoin

import aiohttp
import pytest
from lxml import html
from yarl import URL

from a11y_proxy.town import MISLABELLED, PAGES
from a11y_proxy.town.pages import ADDRESSES
from a11y_proxy.town.server import make_app

MISSING = PAGES[-1]
ADDRESS = re.compile(
    r"""\s(?:src|href|background|data-src|poster)=["']?([^"'\s>]+)""", re.IGNORECASE
)
ASCII = "".join(map(chr, range(33, 127)))
CSS_ADDRESS = re.compile(r"""url\(["']?([^"')]+)""")


@pytest.mark.parametrize("path", [*PAGES, *ADDRESSES])
async def test_a_page_answers_with_its_status(town, path: str) -> None:
    async with town.get(path) as reply:
        assert reply.status == (404 if path == MISSING else 200)
        assert len(await reply.read()) > 200


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_sets_a_session_and_forbids_caching(town, path: str) -> None:
    async with town.get(path) as reply:
        assert re.fullmatch(r"[0-9a-f]{26}", reply.cookies["PHPSESSID"].value)
        assert "no-store, no-cache" in reply.headers["Cache-Control"]
        assert not {"ETag", "Last-Modified"} & set(reply.headers)


async def test_a_visitor_keeps_the_session(town) -> None:
    async with town.get("/") as first, town.get("/news/") as second:
        assert first.cookies["PHPSESSID"].value == second.cookies["PHPSESSID"].value


@pytest.mark.parametrize(
    ("path", "header", "encoding", "start"),
    [
        ("/", None, "utf-8", b""),
        ("/rada/", None, "windows-1251", b""),
        ("/search/", "windows-1251", "windows-1251", b""),
        ("/rada/412.html", "windows-1251", "utf-8-sig", b"\xef\xbb\xbf"),
        (MISLABELLED, "utf-8", "windows-1251", b""),
    ],
)
async def test_a_charset_is_as_promised(
    town, path: str, header: str | None, encoding: str, start: bytes
) -> None:
    async with town.get(path) as reply:
        body = await reply.read()
    assert reply.charset == header
    assert body.startswith(start)
    assert "ради" in body.decode(encoding)


async def test_the_mislabelled_page_is_not_what_its_header_says(town) -> None:
    async with town.get(MISLABELLED) as reply:
        with pytest.raises(UnicodeDecodeError):
            await reply.text()


async def test_www_leads_to_the_host_without_it(town) -> None:
    where = {"Host": "www.stepovets.example:81"}
    async with town.get("/news/?year=2021", headers=where, allow_redirects=False) as reply:
        assert reply.status == HTTPStatus.MOVED_PERMANENTLY
        assert reply.headers["Location"] == "http://stepovets.example:81/news/?year=2021"


async def test_a_forgotten_slash_leads_to_an_absolute_address(town) -> None:
    async with town.get("/news", allow_redirects=False) as reply:
        assert reply.status == HTTPStatus.MOVED_PERMANENTLY
        assert reply.headers["Location"] == str(town.make_url("/news/"))


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_names_its_own_address(town, path: str) -> None:
    async with town.get(path) as reply:
        body = await reply.read()
    assert str(town.make_url("/")).encode() in body
    assert b"{{" not in body
    assert b"#include" not in body


async def test_the_address_of_the_town_can_be_given(aiohttp_client) -> None:
    client = await aiohttp_client(make_app("https://stepovets.example"))
    async with client.get("/") as reply:
        text = await reply.text()
    assert 'href="https://stepovets.example/news/1187.html"' in text
    assert str(client.make_url("/")) not in text


async def test_the_appeal_shows_what_was_received_and_runs_none_of_it(town) -> None:
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("pib", "Коваль Ганна")
    form.add_field("text", "<script>1</script> & ще")
    form.add_field("file", b"%PDF", filename="заява.pdf")
    async with town.post("/appeal/", data=form) as reply:
        text = await reply.text()
    assert reply.status == HTTPStatus.OK
    cells = [cell.text for cell in html.document_fromstring(text).cssselect("table.data td")]
    assert cells == ["pib", "Коваль Ганна", "text", "<script>1</script> & ще", "file", "заява.pdf"]


async def test_an_appeal_without_a_file_shows_an_empty_one(town) -> None:
    form = aiohttp.FormData()
    form.add_field("file", b"", filename="")
    async with town.post("/appeal/", data=form) as reply:
        assert "<td>file</td><td></td>" in await reply.text()


async def test_a_question_in_windows_1251_comes_back_whole(town) -> None:
    body = urlencode({"imya": "Їжакевич", "pytannya": "Чому «ні»?"}, encoding="windows-1251")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    async with town.post("/rada/", data=body, headers=form) as reply:
        text = await reply.text()
    assert reply.charset == "windows-1251"
    assert "<td>imya</td><td>Їжакевич</td>" in text
    assert "<td>Чому «ні»?</td>" in text


async def test_a_search_reads_its_query_in_windows_1251(town) -> None:
    async with town.session.get(_raw(town, "/search/?q=%C2%EE%E4%EE%E3%EE%ED%F3")) as reply:
        page = html.document_fromstring((await reply.read()).decode("windows-1251"))
    assert page.cssselect("td > input[name=q]")[0].get("value") == "Водогону"
    found = [link.get("href") for link in page.cssselect("a:has(b)")]
    assert str(town.make_url("/news/1186.html")) in found
    assert str(town.make_url("/contacts/")) not in found


async def test_a_search_shows_markup_as_text(town) -> None:
    async with town.get("/search/?q=%22%3E%3Cb%3E") as reply:
        assert b'"><b>"' not in await reply.read()


@pytest.mark.parametrize(
    ("path", "kept", "dropped"),
    [
        ("/rada/?q=%E1%FE%E4%E6%E5%F2", "змін до бюджету", "спортивний майданчик"),
        ("/rada/?q=%EE%F1%E2%B3%F2&s=XL", "звіт управління освіти", "змін до бюджету"),
        ("/news/?year=1970", "Рибний текст", "Меморандум"),
    ],
)
async def test_a_list_can_be_narrowed(town, path: str, kept: str, dropped: str) -> None:
    encoding = "utf-8" if path.startswith("/news") else "windows-1251"
    async with town.session.get(_raw(town, path.partition("?")[0])) as whole:
        everything = (await whole.read()).decode(encoding)
    async with town.session.get(_raw(town, path)) as reply:
        narrowed = (await reply.read()).decode(encoding)
    assert kept in everything
    assert dropped in everything
    assert kept in narrowed
    assert dropped not in narrowed


async def test_a_slow_picture_is_slow(town) -> None:
    started = time.monotonic()
    async with town.get("/photo.php?id=4") as reply:
        assert reply.content_type == "image/jpeg"
        await reply.read()
    assert time.monotonic() - started >= 0.3


async def test_a_static_file_can_be_asked_for_again(town) -> None:
    async with town.get("/static/css/style.css") as first:
        since = first.headers["Last-Modified"]
    again = {"If-Modified-Since": since}
    async with town.get("/static/css/style.css", headers=again) as second:
        assert second.status == HTTPStatus.NOT_MODIFIED


@pytest.mark.parametrize(
    ("path", "start"),
    [
        ("img/gerb.png", b"\x89PNG"),
        ("img/spacer.gif", b"GIF8"),
        ("img/DSC_0421.jpg", b"\xff\xd8\xff"),
        ("fonts/stepicons.woff", b"wOFF"),
        ("media/den-mista.webm", b"\x1a\x45\xdf\xa3"),
        ("media/himn.mp3", b"ID3"),
        ("media/den-mista.uk.vtt", b"WEBVTT"),
        ("media/karta.swf", b"FWS"),
        ("files/rishennya_412.pdf", b"%PDF-"),
        ("files/zayava_subsydiya.doc", b"{\\rtf1"),
        ("files/reglament.docx", b"PK\x03\x04"),
        ("files/pasport_2026.xls", b"\xd0\xcf\x11\xe0"),
    ],
)
async def test_a_file_is_what_its_name_says(town, path: str, start: bytes) -> None:
    async with town.get(f"/static/{path}") as reply:
        assert (await reply.read()).startswith(start)


def _raw(town, path: str) -> URL:
    """The address as it stands: its escapes are not UTF-8 and must not be mended on the way."""
    return URL(str(town.make_url("/"))[:-1] + path, encoded=True)


async def test_nothing_that_the_town_refers_to_is_missing(town, read) -> None:
    wanted = set()
    for path in [page for page in ADDRESSES if page != MISSING]:
        markup = await read(path)
        bases = html.document_fromstring(markup).cssselect("base")
        base = bases[0].get("href") if bases else str(town.make_url(path))
        for raw in ADDRESS.findall(markup) + CSS_ADDRESS.findall(unescape(markup)):
            wanted.add(quote(urljoin(base, unescape(raw)), ASCII, "windows-1251"))
    for sheet in [url for url in wanted if url.endswith(".css")]:
        async with town.session.get(sheet) as reply:
            text = await reply.text()
        wanted |= {urljoin(sheet, raw) for raw in CSS_ADDRESS.findall(text)}
    asked = sorted(url for url in wanted if url.startswith(str(town.make_url("/"))))
    assert len(asked) > 80
    gone = []
    for url in asked:
        async with town.session.get(URL(url, encoded=True)) as reply:
            if reply.status != HTTPStatus.OK:
                gone.append(url)
    assert gone == []


async def test_a_hash_that_binds_a_sheet_is_its_own(town, read) -> None:
    link = html.document_fromstring(await read("/development/")).cssselect("link[integrity]")[0]
    async with town.get(link.get("href")) as reply:
        digest = hashlib.sha384(await reply.read()).digest()
    assert link.get("integrity") == f"sha384-{b64encode(digest).decode()}"
