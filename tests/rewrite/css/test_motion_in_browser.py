"""What appears only by moving, in Chromium: seen where nothing moves, and hidden where it should be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from a11y_proxy.core.artifact import Marker
from a11y_proxy.core.preferences import Appearance
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_sheet
from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.stylesheet import stylesheet

pytestmark = pytest.mark.browser

THEMES = read_themes()
CONTEXT = SheetContext(map_url=lambda url: url, mark=Marker("0" * 32))

CAROUSEL = """
.slides { position: relative; height: 60px }
.slide { position: absolute; left: 0; top: 0; opacity: 0; animation: turn 9s infinite }
.slide + .slide { animation-delay: 3s }
@keyframes turn { 0% { opacity: 0 } 10%, 30% { opacity: 1 } 40%, 100% { opacity: 0 } }
"""
SLIDES = (
    "<div class=slides><div class=slide id=a>Перший</div><div class=slide id=b>Другий</div></div>"
)
ON_SCROLL = """
[data-aos] { opacity: 0; transition: opacity .6s, transform .6s; transform: translateY(100px) }
[data-aos].aos-animate { opacity: 1; transform: none } .wow { visibility: hidden }
.menu { position: absolute; opacity: 0; visibility: hidden; transition: opacity .3s }
"""
BLOCKS = (
    "<p data-aos=fade-up id=a>Абзац</p><p class=wow id=b>Ще один</p><ul class=menu id=m><li>x</ul>"
)


@pytest.fixture(params=["with scripts", "without scripts"])
def scripts(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(chromium: Browser, scripts: str) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=scripts == "with scripts")
    yield context.new_page()
    context.close()


def show(page: Page, css: str, body: str, **wishes: object) -> None:
    ours = stylesheet(THEMES, Appearance(theme=THEMES.default, **wishes))
    after = rewrite_sheet(css, CONTEXT)
    page.set_content(f"<!doctype html><style>{ours}</style><style>{after}</style><body>{body}")
    page.wait_for_timeout(80)  # the shortest of animations


def seen(page: Page, element: str) -> tuple[str, str]:
    style = f"getComputedStyle(document.querySelector('#{element}'))"
    return page.evaluate(f"{style}.opacity"), page.evaluate(f"{style}.visibility")


SEEN = ("1", "visible")


def test_every_slide_of_a_still_carousel_is_read_one_below_the_other(page: Page) -> None:
    show(page, CAROUSEL, SLIDES)
    assert seen(page, "a") == seen(page, "b") == SEEN
    first, second = (page.locator(f"#{name}").bounding_box() for name in "ab")
    assert first
    assert second
    assert second["y"] >= first["y"] + first["height"]


def test_a_carousel_turns_where_movement_is_wished_for(page: Page) -> None:
    show(page, CAROUSEL, SLIDES, motion="on")
    assert seen(page, "b") == ("0", "visible")
    assert page.evaluate("getComputedStyle(document.querySelector('#b')).position") == "absolute"
    page.emulate_media(reduced_motion="reduce")
    page.wait_for_timeout(80)
    assert seen(page, "b") == SEEN


def test_what_waits_for_a_script_is_seen_where_none_runs(page: Page, scripts: str) -> None:
    show(page, ON_SCROLL, BLOCKS)
    run = scripts == "with scripts"
    assert seen(page, "a") == (("0", "visible") if run else SEEN)
    assert seen(page, "b") == (("1", "hidden") if run else SEEN)
    assert seen(page, "m") == ("0", "hidden"), "a menu is nobody's text until it is opened"
    if run:
        page.evaluate("a.classList.add('aos-animate')")
        page.wait_for_function("getComputedStyle(a).opacity == '1'", timeout=2000)


def test_what_waits_for_a_script_is_on_paper(page: Page) -> None:
    show(page, ON_SCROLL, BLOCKS)
    page.emulate_media(media="print")
    page.wait_for_timeout(800)
    assert seen(page, "a") == seen(page, "b") == SEEN
    assert seen(page, "m")[0] == "0"


def test_pages_change_without_a_slide_between_them(chromium: Browser) -> None:
    page = chromium.new_page()
    show(page, "::view-transition-old(root) { animation: 9s linear out }", "<p id=a>x</p>")
    done = "document.startViewTransition(() => {}).finished.then(() => 1)"
    first = page.evaluate(f"Promise.race([{done}, new Promise(r => setTimeout(r, 3000, 0))])")
    page.close()
    assert first == 1
