"""Complaints about sheets and fonts that no browser would take any more once a proxy had them."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from a11y_proxy import town
from tests.complaints.sight import Open, Write, style
from tests.hosting import Host

pytestmark = pytest.mark.browser

FONT = (Path(town.__file__).parent / "static/fonts/stepicons.woff").read_bytes()
LOADED = """async () => {
    await document.fonts.ready;
    return [...document.fonts].map(font => `${font.family} ${font.status}`);
}"""


def digest(text: str) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384(text.encode()).digest()).decode()


def test_complaint_24_a_sheet_with_a_digest_is_taken_though_it_was_rewritten(
    write: Write, visit: Open, original: Open, site: Host
) -> None:
    """iipc/openwayback#371, microsoft/clarity#365: the digest of the old bytes refused the new ones."""
    css = "p { padding: 13px; color: #999 }"
    site.files["/digest.css"] = ("text/css", css.encode())
    link = f'<link rel=stylesheet href=/digest.css integrity="{digest(css)}">'
    for open_page in (visit, original):
        assert style(open_page(write("<p>Слова", head=link)), "p", "paddingTop") == "13px"


@pytest.mark.parametrize(
    "kind", ["font/woff", "text/html", "text/plain", "application/octet-stream"]
)
def test_complaint_25_a_font_beside_its_sheet_is_found_whatever_it_is_said_to_be(
    write: Write, visit: Open, site: Host, kind: str
) -> None:
    """webrecorder/pywb#424: fonts named relative to their sheet, and fonts said to be pages."""
    folder = f"/theme/{kind.replace('/', '-')}"
    site.files[f"{folder}/fonts/icons.woff"] = (kind, FONT)
    css = "@font-face { font-family: Icons; src: url('../fonts/icons.woff?v=1') } i { font-family: Icons }"
    site.files[f"{folder}/css/icons.css"] = ("text/css", css.encode())
    link = f"<link rel=stylesheet href={folder}/css/icons.css>"
    page = visit(write("<i>&#xe001;</i>", head=link))
    assert page.evaluate(LOADED) == ["Icons loaded"]
    assert style(page, "i", "fontFamily") == "Icons"


def test_complaint_27_a_sheet_that_has_moved_finds_its_font_where_it_went(
    write: Write, visit: Open, site: Host
) -> None:
    """m-khvoinitsky/dark-background-light-text-extension#109: a redirected sheet lost its base."""
    site.moved["/short.css"] = "/moved/css/long.css"
    site.moved["/moved/fonts/old.woff"] = f"{site.url}/moved/fonts/new.woff"
    site.files["/moved/fonts/new.woff"] = ("font/woff", FONT)
    css = "@font-face { font-family: Icons; src: url(../fonts/old.woff) } i { font-family: Icons; padding: 13px }"
    site.files["/moved/css/long.css"] = ("text/css", css.encode())
    page = visit(write("<i>&#xe001;</i>", head="<link rel=stylesheet href=/short.css>"))
    assert style(page, "i", "paddingTop") == "13px"
    assert page.evaluate(LOADED) == ["Icons loaded"]
