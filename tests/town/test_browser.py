"""The town in Chromium: what it shows is there, so that what the proxy loses can be seen."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from a11y_proxy.town import PAGES

pytestmark = pytest.mark.browser
BROKEN = """() => [...document.images]
    .filter(image => image.complete && !image.naturalWidth).map(image => image.src)"""


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    """The town, started by its command."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "a11y_proxy.town", "--listen", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
        process.terminate()


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the town did not start within 10 seconds")


def test_every_page_shows_its_pictures_and_asks_no_stranger(chromium: Browser, origin: str) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    refused: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda reply: refused.append(reply.url) if reply.status >= 400 else None)
    for path in PAGES:
        page.goto(origin + path)
        assert page.evaluate(BROKEN) == [], path
    assert refused == [origin + PAGES[-1]]
    assert [url for url in asked if not url.startswith((origin, "data:"))] == []
    page.close()


def test_a_browser_draws_the_icon_font_and_fetches_the_weather(
    chromium: Browser, origin: str
) -> None:
    page = chromium.new_page()
    page.goto(origin + "/")
    page.wait_for_function("document.getElementById('weather').textContent.includes('хмарно')")
    assert page.evaluate("document.fonts.check('16px StepIcons')")
    page.close()


def test_a_browser_reads_the_page_whose_header_lies(chromium: Browser, origin: str) -> None:
    page = chromium.new_page()
    page.goto(origin + "/rada/412.html")
    assert "В И Р І Ш И Л А" in page.inner_text("body")
    page.close()


def test_a_form_in_windows_1251_finds_a_page(chromium: Browser, origin: str) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(origin + "/search/")
    page.fill("td > input[name=q]", "субсидії")
    page.click("input[type=submit][value='Знайти']")
    assert "q=%F1%F3%E1%F1%E8%E4%B3%BF" in page.url
    assert page.locator(f"a[href='{origin}/services/'] > b").is_visible()
    page.close()
