"""A visit as a reader makes it: first paint, keyboard, panel, settings, the way back."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from a11y_proxy.stores.files import read_themes
from a11y_proxy.town import PAGES

THEMES = read_themes()
STOPS = 15
PANEL = "body [data-a11y-ui]"
REPAINTING = [name for name, theme in THEMES.items() if theme.repaints]
ARTICLE = next(path for path in PAGES if path.startswith("/news/") and path != "/news/")

pytestmark = pytest.mark.browser


def hosts_asked(page: Any, settle: Callable[..., None]) -> set[str]:
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    for path in PAGES:
        settle(page, path)
    return hosts - {urlsplit(page.url).netloc}


def test_no_request_leaves_for_a_host_that_the_author_did_not_name(
    visitor: Any, original: Any, settle: Any, figures: list[str]
) -> None:
    theirs = hosts_asked(original(), settle)
    ours = hosts_asked(visitor(), settle)
    figures.append(
        f"hosts asked beside our own: {sorted(ours)}; the original asks {sorted(theirs)}"
    )
    assert ours <= theirs


@pytest.mark.parametrize("theme", REPAINTING)
def test_the_first_paint_is_in_the_theme(visitor: Any, theme: str) -> None:
    page = visitor(f"theme={theme}", scripts=False)
    slow = 0.5

    def late(route: Any) -> None:
        time.sleep(slow)
        route.continue_()

    page.route("**/_a11y/*.css*", late)
    page.goto(ARTICLE)
    page.screenshot()
    painted = page.evaluate("performance.getEntriesByType('paint')[0].startTime")
    assert painted >= slow * 1000, "the page was painted before its colours were there"
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    red, green, blue = bytes.fromhex(THEMES.faces(theme)[0].palette["paper"][1:])
    assert paper == f"rgb({red}, {green}, {blue})"
    page.context.close()


def test_the_keyboard_reaches_skip_link_panel_and_content_and_its_place_is_seen(
    visitor: Any, look: Any
) -> None:
    page = visitor("scale=100", viewport={"width": 1280, "height": 900})
    page.goto(ARTICLE)
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = look(page, "focus")[0]
        if stop is None:
            break
        stops.append(stop)
    names = [stop["name"] for stop in stops]
    assert stops[0]["skip"], names
    assert stops[1]["ours"], names
    assert any(not stop["ours"] for stop in stops), names
    unseen = [stop for stop in stops[:STOPS] if stop["outline"] < 2 or not stop["seen"]]
    assert unseen == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scale", [100, 300])
def test_the_panel_itself_is_without_fault(visitor: Any, axe: Any, theme: str, scale: int) -> None:
    page = visitor(f"theme={theme}&scale={scale}")
    page.goto(ARTICLE)
    # The site's own colours promise nothing of contrast outside the panel.
    within = PANEL if THEMES[theme].repaints else ".a11y-panel"
    tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    assert axe(page, {"type": "tag", "values": tags}, within=within)["violations"] == []
    page.context.close()


def test_a_phone_shows_the_page_as_wide_as_itself(visitor: Any) -> None:
    page = visitor("scale=100", viewport={"width": 320, "height": 640}, is_mobile=True)
    widths = {}
    for path in PAGES:
        page.goto(path)
        widths[path] = page.evaluate("innerWidth")
    assert {path: width for path, width in widths.items() if width != 320} == {}


def test_the_way_back_leads_to_the_same_page_of_the_original(visitor: Any, town: str) -> None:
    page = visitor(scripts=False)
    page.goto(ARTICLE)
    page.get_by_role("link", name="Звичайна версія").first.click()
    assert page.url == town + ARTICLE


def test_settings_made_in_the_panel_last_when_the_reader_goes_on(visitor: Any, proxy: str) -> None:
    page = visitor(scripts=False)
    page.goto(f"/_a11y/set?theme=white-on-black&scale=200&next={ARTICLE}")
    assert page.url == proxy + ARTICLE
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    chosen = page.evaluate(paper)
    page.locator("a[href='/']").first.click()
    assert page.url == proxy + "/"
    assert page.evaluate(paper) == chosen
    size = page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--a11y-scale')"
    )
    assert float(size) == 2


def test_the_author_s_toggle_can_lead_here(visitor: Any, proxy: str) -> None:
    page = visitor(scripts=False)
    page.goto(f"/_a11y/enter?next={ARTICLE}")
    assert page.url == proxy + ARTICLE
    assert page.locator(PANEL).count() > 0


def errors_told(page: Any, settle: Callable[..., None]) -> dict[str, list[str]]:
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("console", lambda line: told.append(line.text) if line.type == "error" else None)
    found = {}
    for path in PAGES:
        settle(page, path)
        home = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
        found[path] = [text.replace(home, "") for text in told]
        told.clear()
    return found


def test_scripts_meet_no_errors_that_the_original_does_not_have(
    visitor: Any, original: Any, settle: Any
) -> None:
    theirs, ours = errors_told(original(), settle), errors_told(visitor(), settle)
    new = {path: [text for text in ours[path] if text not in theirs[path]] for path in PAGES}
    assert {path: texts for path, texts in new.items() if texts} == {}
