"""Complaints about a visit: settings that were lost, looks for everybody, flashes and long waits."""

from __future__ import annotations

import io
import time
import urllib.request
from base64 import b64decode
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.complaints.sight import Open, Write, style, unread
from tests.hosting import Host

pytestmark = pytest.mark.browser

DARK = "theme=white-on-black&scale=200"
BLACK, WHITE = "rgb(0, 0, 0)", "rgb(255, 255, 255)"


def paper(page: Page) -> str:
    return style(page, "html", "backgroundColor")


@pytest.fixture
def crossroads(write: Write, site: Host) -> str:
    """A page from which every kind of way leads to another page of the site."""
    goal = write("<h1 id=goal>Оголошення</h1>")
    site.moved["/pages/old"] = f"{site.url}{goal}"
    site.moved["/pages/older"] = goal.rpartition("/")[2]
    ways = {
        "root": f"<a id=root href={goal}>а</a>",
        "relative": f"<a id=relative href={goal.rpartition('/')[2]}>б</a>",
        "whole": f"<a id=whole href={site.url}{goal}>в</a>",
        "schemeless": f"<a id=schemeless href={site.url.partition(':')[2]}{goal}>г</a>",
        "moved": "<a id=moved href=/pages/old>ґ</a>",
        "moved near": "<a id=near href=/pages/older>д</a>",
        "form": f"<form action={site.url}{goal}><input name=q><button id=form>е</button></form>",
        "area": f"<img src=/pictures/white.png usemap=#m alt=Мапа><map name=m><area id=area href={site.url}{goal} shape=default alt=є></map>",
    }
    return write("".join(ways.values()))


def test_complaint_01_the_look_stays_wherever_the_reader_goes(
    crossroads: str, visit: Open, proxy: str
) -> None:
    """veks/button-visually-impaired-javascript#49: the next page was the ordinary one again."""
    page = visit(crossroads, DARK)
    for way in ("root", "relative", "whole", "schemeless", "moved", "near", "form", "area"):
        page.goto(crossroads)
        page.locator(f"#{way}").dispatch_event("click")
        page.wait_for_selector("#goal")
        assert page.url.startswith(proxy), way
        assert paper(page) == BLACK, way


def test_complaint_02_choices_are_kept_on_any_port(write: Write, visit: Open) -> None:
    """veks/button-visually-impaired-javascript#27: a cookie for host:port is refused by browsers."""
    page = visit(write("<p>Слова</p>"), "theme=black-on-white")
    assert urlsplit(page.url).port
    page.locator("a[href*='theme=white-on-black']").first.click()
    page.wait_for_load_state()
    assert paper(page) == BLACK
    page.reload()
    assert paper(page) == BLACK


def test_complaint_02_who_keeps_no_cookies_has_the_version_all_the_same(
    write: Write, visit: Open
) -> None:
    """veks/button-visually-impaired-javascript#33, #50: without its cookie nothing was switched on."""
    page = visit(write("<p id=text style='font-size: 12px; color: #999'>Слова</p>"))
    page.context.clear_cookies()
    page.reload()
    assert page.context.cookies() == []
    assert page.locator(".a11y-panel").is_visible()
    assert unread(page) == []


def test_complaint_04_nobody_gets_what_another_one_chose(
    write: Write, visit: Open, original: Open
) -> None:
    """veks/button-visually-impaired-javascript#13: the special version came up for everybody."""
    path = write("<p>Слова</p>")
    choices = {"theme=white-on-black": BLACK, "theme=black-on-white": WHITE, "": WHITE}
    for preferences, ground in choices.items():
        assert paper(visit(path, preferences)) == ground
    page = visit("/_a11y/settings")
    answer = page.goto(path)
    assert answer is not None
    told = answer.all_headers()
    assert "private" in told["cache-control"]
    assert "cookie" in told["vary"].lower()
    assert original(path).locator(".a11y-panel").count() == 0


def test_complaint_06_every_browser_gets_the_same_and_needs_no_script(
    write: Write, visit: Open, proxy: str
) -> None:
    """veks/button-visually-impaired-javascript#9: it worked in one browser and not in another."""
    path = write("<p style='color: #999'>Слова</p><script>document.title = 1</script>")
    bodies = set()
    for agent in ("Mozilla/5.0 Gecko/20100101 Firefox/140.0", "Mozilla/5.0 Safari/605.1.15", "Lynx/2.9"):  # fmt: skip
        request = urllib.request.Request(proxy + path, headers={"User-Agent": agent})
        with urllib.request.urlopen(request, timeout=20) as answer:
            bodies.add(answer.read())
    assert len(bodies) == 1
    assert unread(visit(path, scripts=False)) == []


def brightest(frames: list[bytes]) -> list[float]:
    """Gives how light the middle pixel of each frame's lower half is, 0 to 255."""
    pictures = (np.asarray(Image.open(io.BytesIO(frame)).convert("L")) for frame in frames)
    return [float(np.median(picture[len(picture) // 2 :])) for picture in pictures]


def filmed(page: Page, link: str) -> list[bytes]:
    """Gives every frame that is shown while a link is followed."""
    frames: list[bytes] = []
    session = page.context.new_cdp_session(page)

    def shown(event: dict[str, Any]) -> None:
        frames.append(b64decode(event["data"]))
        session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    session.on("Page.screencastFrame", shown)
    session.send("Page.startScreencast", {"format": "jpeg", "everyNthFrame": 1})
    page.locator(link).click()
    page.wait_for_selector("#goal")
    page.wait_for_load_state("load")
    page.screenshot()
    session.send("Page.stopScreencast")
    return frames


def test_complaint_12_no_page_flashes_white_before_it_is_dark(
    write: Write, visit: Open, original: Open, site: Host
) -> None:
    """darkreader#1219, #3523, #4126, #12064: a white flash between the pages."""
    goal = write("<h1 id=goal>Слова</h1>" + "<p>Слова" * 99, "body { background: #fff }")
    site.late[f"{goal}.css"] = 0.5
    path = write(f"<p><a id=on href={goal}>Далі</a>")
    assert max(brightest(filmed(original(path), "#on"))) > 200
    frames = brightest(filmed(visit(path, "theme=white-on-black"), "#on"))
    assert frames
    assert max(frames) < 50, frames


LARGE = "".join(
    f".c{number} {{ color: #{number % 999:03d}; padding: {number % 9}px; background: url(/pictures/white.png) }}\n"
    for number in range(28_000)
)
PATIENCE = 20.0  # seconds on a loaded machine; alone it takes two or three


def test_complaint_13_a_large_sheet_is_waited_for_once(
    write: Write, visit: Open, proxy: str, figures: list[str]
) -> None:
    """darkreader#535, #3747, #10403: large sheets made browsers freeze, every time anew."""
    assert len(LARGE) > 2_000_000
    path = write("<p class=c7>Слова</p>", LARGE)

    def fetched() -> float:
        begun = time.monotonic()
        with urllib.request.urlopen(f"{proxy}{path}.css", timeout=PATIENCE) as answer:
            assert b"var(--a11y-" in answer.read()
        return time.monotonic() - begun

    first, second = fetched(), min(fetched(), fetched())
    figures.append(f"a sheet of {len(LARGE) / 1e6:.1f} MB: {first:.2f} s, then {second:.2f} s")
    assert second < first / 3
    page = visit(path)
    assert unread(page) == []


def test_complaint_26_no_address_of_the_site_leads_past_the_proxy(
    write: Write, visit: Open, original: Open, site: Host
) -> None:
    """webrecorder/pywb#756: some addresses written out in full escaped the rewriting."""
    here, bare = site.url, site.url.partition(":")[2]
    site.files["/part.js"] = ("text/javascript", b"document.title = 'part'")
    site.files["/part.css"] = (
        "text/css",
        f"#c {{ background: url({here}/pictures/white.png) }}".encode(),
    )
    frame = write("<p>Рамка</p>")
    path = write(
        f"""<link rel=stylesheet href={here}/part.css><link rel=icon href={here}/pictures/icon.png>
        <style>@import "{bare}/part.css"; #b {{ list-style: url({here}/pictures/icon.png) }}</style>
        <img src={here}/pictures/photo.jpg srcset="{here}/pictures/white.png 2x" alt=Міст>
        <picture><source srcset={bare}/pictures/logo.png><img src=x.png alt=Герб></picture>
        <script src={here}/part.js></script><iframe src={here}{frame} title=Рамка></iframe>
        <div id=c style="background: url({here}/pictures/tile.gif)">Слова</div><ul><li id=b>Слова</ul>
        <video poster={here}/pictures/white.png></video><input type=image src={here}/pictures/icon.png alt=Далі>
        <object data={here}/pictures/white.png></object><a href={here}/>а</a><form action={here}/></form>"""
    )  # fmt: skip
    page = visit("/_a11y/settings")
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    page.goto(path)
    assert len(asked) >= 8
    assert [url for url in asked if url.startswith(site.url)] == []
    ways = page.evaluate(
        "[...document.querySelectorAll('main a, body > a, form')].map(e => e.href || e.action)"
    )
    own = [way for way in ways if way.startswith(site.url)]
    assert own == []
