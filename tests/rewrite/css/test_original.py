"""The author's value behind a role: unseen under a theme with colours, seen under one without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from a11y_proxy.core.artifact import Marker
from a11y_proxy.core.preferences import Appearance
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.original import with_original
from a11y_proxy.rewrite.css.sheet import rewrite_sheet
from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.stylesheet import stylesheet

THEMES = read_themes()
TEXT = "var(--a11y-text)"

KEPT = ["#333", "rgb(1 2 3 / 50%)", "var(--x,rgb(0, 0, 0))", 'url("a.png") no-repeat', "1px /2px"]
LEFT_OUT = ["red!ie", "red\\9", "a;b", "a)b", "rgb(a]", "(", '"', "{}", "a/**/b", ""]


@pytest.mark.parametrize("original", KEPT)
def test_an_original_stands_behind_its_role(original: str) -> None:
    assert with_original(TEXT, original) == f"var(--a11y-text,{original})"


@pytest.mark.parametrize("original", LEFT_OUT)
def test_what_could_end_or_break_the_declaration_is_left_out(original: str) -> None:
    assert with_original(TEXT, original) == TEXT


def test_behind_a_variables_twin_it_stands_last() -> None:
    twin = "var(--a11y-ground-x,var(--a11y-surface))"
    assert with_original(twin, "var(--x)") == "var(--a11y-ground-x,var(--a11y-surface,var(--x)))"


@pytest.mark.parametrize("answer", ["inherit", "1px solid var(--a11y-line)", "var(--x)", "none"])
def test_an_answer_that_is_no_single_role_stays(answer: str) -> None:
    assert with_original(answer, "red") == answer


SHEET = """
:root { --brand: rgb(0, 90, 180); --rgb: 200, 30, 30 }
body { color: rgb(60, 60, 60); background: rgb(250, 240, 230) }
a { color: rgb(200, 0, 0) }
.card { border: 2px solid rgb(1, 2, 3); box-shadow: rgb(9, 9, 9) 0px 0px 5px 0px; opacity: .9 }
.brand { background: var(--brand); color: white; border: 1px solid; border-color: var(--brand) }
.half { background-color: rgba(var(--rgb), .5) }
.hero { background: rgb(5, 5, 5) linear-gradient(rgb(1, 1, 1), rgb(2, 2, 2)) }
.clip { background: linear-gradient(red, blue); -webkit-background-clip: text;
  -webkit-text-fill-color: transparent }
svg { fill: rgb(7, 8, 9) }
"""
BODY = """<p><a id=link href=#x>a</a></p><p class=card>c</p><p class=brand>b</p><p class=half>h</p>
<p class=hero>x</p><p class=clip>g</p><svg width=9 height=9><path d="M0 0h9v9z"/></svg>
<button id=button>b</button><section class=a11y-panel><a href=#y>p</a></section>"""
PROPERTIES = (
    "color", "backgroundColor", "backgroundImage", "borderTopColor", "boxShadow", "opacity", "fill",
    "webkitTextFillColor", "webkitBackgroundClip",
)  # fmt: skip
LOOK = """names => [...document.querySelectorAll('body, body :not(.a11y-panel, .a11y-panel *)')].map(
  box => [box.className || box.localName, ...names.map(name => getComputedStyle(box)[name])])"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


def look(page: Page, sheet: str, theme: str | None) -> object:
    ours = f"<style>{stylesheet(THEMES, Appearance(theme))}</style>" if theme else ""
    page.set_content(f"<!DOCTYPE html>{ours}<style>{sheet}</style>{BODY}")
    return page.evaluate(LOOK, PROPERTIES)


def rewritten() -> str:
    return rewrite_sheet(SHEET, SheetContext(map_url=lambda url: url, mark=Marker("0" * 32)))


@pytest.mark.browser
def test_the_sites_own_colours_are_all_there_without_a_palette(page: Page) -> None:
    assert look(page, rewritten(), "site") == look(page, SHEET, None)


@pytest.mark.browser
@pytest.mark.parametrize("theme", [name for name, theme in THEMES.items() if theme.repaints])
def test_no_colour_of_theirs_is_seen_under_a_palette(page: Page, theme: str) -> None:
    mine = look(page, rewritten(), theme)
    palette = {colour for face in THEMES.faces(theme) for colour in face.palette.values()}
    seen = {f"rgb({int(c[1:3], 16)}, {int(c[3:5], 16)}, {int(c[5:], 16)})" for c in palette}
    assert isinstance(mine, list)
    for name, colour, ground, image, edge, shadow, opacity, _, letters, _ in mine:
        assert {colour, ground, edge, letters} <= seen | {"rgba(0, 0, 0, 0)"}, name
        assert (image, shadow, opacity) == ("none", "none", "1"), name


@pytest.mark.browser
@pytest.mark.parametrize(("theme", "shown"), [("site", 1), ("white-on-black", 0)])
def test_a_tile_of_the_nineties_shows_only_where_the_site_keeps_its_colours(
    page: Page, theme: str, shown: int
) -> None:
    sheet = stylesheet(THEMES, Appearance(theme))
    page.set_content(f"<!DOCTYPE html><style>{sheet}</style><body background='data:,x'><p>x</p>")
    image = page.evaluate("getComputedStyle(document.body).backgroundImage")
    assert (image != "none") == shown


@pytest.mark.browser
def test_our_panel_has_colours_of_ours_over_the_sites_own(page: Page) -> None:
    look(page, rewritten(), "site")
    link = page.locator(".a11y-panel a")
    palette = THEMES["black-on-white"].palette
    assert link.evaluate("box => getComputedStyle(box).backgroundColor") == "rgb(255, 255, 255)"
    assert link.evaluate("box => getComputedStyle(box).color") != "rgb(200, 0, 0)"
    assert palette["paper"] == "#ffffff"


@pytest.mark.browser
def test_the_focus_ring_has_two_tones_over_the_sites_own_colours(page: Page) -> None:
    look(page, rewritten(), "site")
    page.locator("#link").focus()
    page.keyboard.press("Tab")
    ring = page.locator("#button").evaluate(
        "box => [getComputedStyle(box).outlineColor, getComputedStyle(box).boxShadow]"
    )
    assert ring == ["rgb(255, 255, 255)", "rgb(0, 0, 0) 0px 0px 0px 6px"]
