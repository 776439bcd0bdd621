"""A page whose style sheets and font are another host's, as the browser meets it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from a11y_proxy import town
from tests.hosting import Host, hosting
from tests.serving import serving, visitors

FONT = (Path(town.__file__).parent / "static/fonts/stepicons.woff").read_bytes()
CONTRAST = {"type": "rule", "values": ["color-contrast-enhanced"]}
LOADED = """async () => {
    await document.fonts.ready;
    return [...document.fonts].map(font => `${font.family} ${font.status}`);
}"""

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang=uk><title>Місто</title>
<link rel=preconnect href="{cdn}" crossorigin>
<link rel=preload as=font href="{cdn}/fonts/icons.woff" type="font/woff" crossorigin>
<link rel=stylesheet href="{cdn}/framework.css" integrity="sha384-AAAA" crossorigin=anonymous>
<style>@import "{cdn}/theme.css";</style>
<main><h1>Новини</h1>
<div class=card><p class=muted>Оголошення <a class=pale href="/">далі</a></p></div>
<p class=themed>Документи</p> <i class=icon>&#xe001;</i></main>"""

FRAMEWORK = """@charset "utf-8"; @import url("base.css") screen;
@font-face { font-family: Icons; src: url("../fonts/icons.woff?v=1#i") format("woff"); }
.card { background: #eee; padding: 13px } .muted { color: #aaa } .icon { font-family: Icons }"""

POLICY = "default-src 'self'; style-src {cdn} 'unsafe-inline'; font-src {cdn}"


@pytest.fixture(scope="module")
def cdn() -> Iterator[Host]:
    with hosting() as host:
        host.files = {
            "/framework.css": ("text/css", FRAMEWORK.encode()),
            "/base.css": ("text/css", b".pale { color: #ccc !important }"),
            "/theme.css": ("text/css", b".themed { color: #bbb; background: #ddd }"),
            "/fonts/icons.woff": ("application/octet-stream", FONT),
        }
        host.fields = {"Set-Cookie": "visitor=1", "Cache-Control": "max-age=600"}
        yield host


@pytest.fixture(scope="module")
def site(cdn: Host) -> Iterator[Host]:
    with hosting() as host:
        host.files = {
            "/": ("text/html; charset=utf-8", PAGE.format(cdn=cdn.url).encode()),
            # what a browser asks for by itself
            "/favicon.ico": ("image/x-icon", b""),
        }
        host.fields = {"Content-Security-Policy": POLICY.format(cdn=cdn.url)}
        yield host


@pytest.fixture(scope="module")
def visit(chromium: Browser, site: Host, cdn: Host, tmp_path_factory: Any) -> Iterator[Any]:
    config = tmp_path_factory.mktemp("settings") / "a11y-proxy.toml"
    config.write_text(f'[third_party]\nhosts = ["{urlsplit(cdn.url).netloc}"]\n')
    ready = "/_a11y/health"
    command = ("serve", "--origin", site.url, "--config", str(config))
    with serving("a11y_proxy", *command, ready=ready) as home, visitors(chromium, home) as opened:
        yield opened


def test_sheets_and_font_come_from_the_proxy_and_nobody_else_is_asked(visit: Any, cdn: Host):
    page = visit(scripts=True)
    page.context.add_cookies(
        [{"name": "session", "value": "1", "domain": "127.0.0.1", "path": "/"}]
    )
    answers: dict[str, int] = {}
    page.on("response", lambda answer: answers.update({answer.url: answer.status}))
    told: list[str] = []
    page.on("console", lambda line: told.append(line.text))
    page.goto("/")
    assert page.evaluate(LOADED) == ["Icons loaded"]
    home = urlsplit(page.url).netloc
    assert {urlsplit(url).netloc for url in answers} == {home}
    assert set(answers.values()) == {200}
    assert [text for text in told if "preload" not in text] == []
    space = [url for url in answers if "/_a11y/host/" in url]
    assert {url.rpartition("/")[2].partition("?")[0] for url in space} == {
        *("framework.css", "base.css", "theme.css", "icons.woff")
    }
    for _, fields in cdn.asked:
        assert not {"cookie", "referer", "origin", "accept-language"} & fields.keys()


@pytest.mark.parametrize("theme", ["black-on-white", "yellow-on-black"])
def test_their_colours_are_roles_and_their_layout_stays(visit: Any, axe: Any, theme: str):
    page = visit(f"theme={theme}&scale=100")
    page.goto("/")
    assert axe(page, CONTRAST)["violations"] == []
    padding = "getComputedStyle(document.querySelector('.card')).paddingTop"
    assert page.evaluate(padding) == "13px"
