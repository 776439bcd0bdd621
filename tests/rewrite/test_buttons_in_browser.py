"""What a rule made a button is pressed in Chromium, by keys and by a mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from a11y_proxy.core.artifact import render
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform

pytestmark = pytest.mark.browser

PAGE = """<!DOCTYPE html><title>Letter</title><p>Write to us <input title="Name">
<span class="btn" onclick="document.title += '!'">Clear</span></p>"""


@pytest.fixture(scope="module")
def rewritten() -> str:
    source = Source("https://town.example/", "text/html", PAGE.encode(), "utf-8")
    artifact = transform(source, Rendition(), Site("https://town.example"), Phrases({}))
    return render(artifact, lambda _slot: b"").decode()


def test_enter_and_space_do_what_a_click_does(chromium: Browser, rewritten: str) -> None:
    page = chromium.new_page()
    page.set_content(rewritten)
    before = page.title()
    page.get_by_role("textbox").focus()
    for key in ("Tab", "Enter", " ", "a"):
        page.keyboard.press(key)
    page.get_by_role("button", name="Clear").click()
    assert page.title() == before + "!!!"
    page.close()
