"""The legible typeface, from Debian's package to the letters that Chromium draws."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from a11y_proxy.stores.typefaces import DEBIAN

WORDS = "Їжак, ґанок, єнот — «Зір’ям» № 5, Ґґ Єє Іі Її’"
PAGE = f"""<!doctype html><html lang=uk><title>t</title><style>
.x {{ font-family: "My Icons" }} @font-face {{ font-family: "My Icons"; src: local("DejaVu Sans") }}
</style><body><h1>Рада</h1><p id=p>{WORDS}</p><p><em id=e>{WORDS}</em> <b id=b>{WORDS}</b></p>
<code id=c>{WORDS}</code><i class=x id=x>ab</i>""".encode()
HTML = "Content-Type: text/html; charset=utf-8"


@pytest.fixture(scope="module", autouse=True)
def _installed() -> None:
    if not DEBIAN.is_dir():
        missing = "This test needs a typeface. On Debian: apt-get install fonts-sil-andika"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)


def sheet_of(page: str) -> str:
    return re.search(r'/_a11y/appearance\.css\?[^"]+', page)[0].replace("&amp;", "&")


def test_the_settings_offer_it_in_the_visitors_language(proxy) -> None:
    page = proxy.ask("/_a11y/settings").text
    assert 'value="legible"' in page
    assert "Літери, які легко розрізнити" in page


def test_its_files_never_change_and_its_licence_lies_beside_them(proxy, origin) -> None:
    origin.page("/typeface", PAGE, HTML)
    page = proxy.ask("/typeface", Cookie="a11y_preferences=typeface=legible").text
    sheet = proxy.ask(sheet_of(page)).text
    files = re.findall(r"/_a11y/static/[\w.-]+\.woff2", sheet)
    assert len(files) == 4
    for file in files:
        answer = proxy.ask(file)
        assert answer.get("content-type") == "font/woff2"
        assert "immutable" in answer.get("cache-control")
        assert answer.body.startswith(b"wOF2")
    assert "SIL OPEN FONT LICENSE" in proxy.ask("/_a11y/static/typeface-licence.txt").text.upper()


@pytest.mark.parametrize("name", ["no.woff2", "..%2fapp.py", "Andika-Regular.woff2"])
def test_nothing_else_lies_there(proxy, origin, name) -> None:
    assert proxy.ask(f"/_a11y/static/{name}").status == 404


def test_a_folder_of_the_operators_takes_its_place(start, origin, tmp_path) -> None:
    (tmp_path / "OFL.txt").write_text("SIL Open Font License")
    (tmp_path / "Own-Regular.woff2").write_bytes(Path(DEBIAN / "Andika-Bold.woff2").read_bytes())
    origin.page("/own-face", PAGE, HTML)
    with start(origin.url, A11Y_THEMES__TYPEFACE=str(tmp_path)) as proxy:
        page = proxy.ask("/own-face", Cookie="a11y_preferences=typeface=legible").text
        assert "/_a11y/static/own-regular." in proxy.ask(sheet_of(page)).text


@pytest.mark.browser
def test_every_ukrainian_letter_is_drawn_in_it_even_under_a_strict_policy(
    proxy, origin, chromium
) -> None:
    strict = "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'"
    origin.page("/drawn", PAGE, HTML, strict)
    context = chromium.new_context()
    asked: list[str] = []
    try:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"http://127.0.0.1:{proxy.port}/drawn")
        page.evaluate("document.fonts.ready.then(() => 0)")
        assert not any(".woff2" in url for url in asked), "it is fetched only when it is chosen"
        cookie = {"name": "a11y_preferences", "value": "typeface=legible", "url": page.url}
        context.add_cookies([cookie])
        page.reload()
        page.evaluate("document.fonts.ready.then(() => 0)")
        for element in "peb":
            assert faces(page, element) == {("Andika", True)}, element
        assert ("Andika", True) not in faces(page, "c")
        assert ("Andika", True) not in faces(page, "x")
        family = "getComputedStyle(document.querySelector('h1')).fontFamily"
        assert page.evaluate(family).startswith('"a11y legible"')
    finally:
        context.close()


def faces(page, element) -> set[tuple[str, bool]]:
    """The faces that Chromium really drew an element's letters in, and whether each was fetched."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    wanted = {"nodeId": root, "selector": f"#{element}"}
    node = session.send("DOM.querySelector", wanted)["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {(font["familyName"], font["isCustomFont"]) for font in fonts}
