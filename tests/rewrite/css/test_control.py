"""Controls that an author draws show what they are, and that they are on, by more than colour."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from a11y_proxy.core.preferences import Appearance
from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.stylesheet import stylesheet

THEMES = read_themes()
ON = "box-shadow:inset 0 0 0 max(3px, 0.2em) var(--a11y-drawn)"
SHOWN_ON = [
    "input:checked + i { background: #07c }",
    ".switch > input:checked ~ label::before { border-color: #07c }",
    "label:has(input:checked) { color: #07c }",
    "input:not(:disabled):checked + i { background: #07c }",
]
LET_BE = [
    "input:checked { background: #07c }",
    "input:not(:checked) + i { background: #07c }",
    "input:checked + i, i { background: #07c }",
    "input:checked ~ nav { display: block }",
    "input:checked + i { background: transparent }",
    "input:checked + i { background: #07c; width: 20px; height: 3px }",
]


@pytest.mark.parametrize("rule", SHOWN_ON)
def test_what_a_checked_field_colours_gets_a_frame(sheet: Callable[[str], str], rule: str) -> None:
    assert ON in sheet(rule)


@pytest.mark.parametrize("rule", LET_BE)
def test_what_is_no_sign_of_being_checked_gets_none(sheet: Callable[[str], str], rule: str) -> None:
    assert ON not in sheet(rule)


def test_the_frame_stands_before_edges_that_are_shadows(sheet: Callable[[str], str]) -> None:
    rule = "input:checked + i { background: #07c; box-shadow: 0 0 0 2px #07c }"
    assert f"{ON}, 0 0 0 2px var(--a11y-line)" in sheet(rule)
    assert sheet(rule).count("box-shadow") == 1


def test_a_text_that_is_on_gets_no_second_frame_beside_a_shadow(
    sheet: Callable[[str], str],
) -> None:
    assert sheet("input:checked + i { color: red; box-shadow: none }").count("box-shadow") == 1


def test_a_knob_that_is_pushed_stays_in_its_track(sheet: Callable[[str], str]) -> None:
    assert "left:min(2.75rem, 60%);" in sheet("input:checked ~ i::after { left: 2.75rem }")
    assert "left:2.75rem;" in sheet("i::after { left: 2.75rem }")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 300, "height": 100})
    yield page
    page.close()


SWITCH = """
input { position: absolute; opacity: 0 } i { display: block; position: relative; width: 4rem;
  height: 2rem; background: #cacaca; cursor: pointer; margin: 8px }
i::after { content: ""; position: absolute; left: .25rem; top: .25rem; width: 1.5rem;
  height: 1.5rem; background: #fefefe }
input:checked + i { background: #1779ba }
"""
BOX = """
input { position: absolute; left: -999em } i { display: block; position: relative; height: 3rem }
i::before { content: " "; position: absolute; left: 4px; top: 4px; width: 1.25rem; height: 1.25rem;
  background: #fff; box-shadow: 0 0 0 2px #1b1b1b }
input:checked + i::before { background-color: #005ea2; box-shadow: 0 0 0 2px #005ea2 }
"""


def photographed(page: Page, sheet: str, theme: str, *, checked: bool) -> Image.Image:
    ours = stylesheet(THEMES, Appearance(theme))
    state = "checked" if checked else ""
    page.set_content(
        f"<!DOCTYPE html><style>{ours}</style><style>{sheet}</style>"
        f"<input type=checkbox {state}><i></i>"
    )
    return Image.open(io.BytesIO(page.screenshot())).convert("L")


def differing(one: Image.Image, other: Image.Image) -> int:
    """Gives how many pixels are of another lightness by a quarter of the scale."""
    return ImageChops.difference(one, other).point(lambda step: 255 * (step > 64)).histogram()[255]


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["black-on-white", "white-on-black"])
@pytest.mark.parametrize("drawn", [SWITCH, BOX])
def test_a_drawn_control_is_seen_and_so_is_that_it_is_on(
    page: Page, sheet: Callable[[str], str], theme: str, drawn: str
) -> None:
    off, on = (photographed(page, sheet(drawn), theme, checked=on) for on in (False, True))
    blank = photographed(page, "", theme, checked=False).point(lambda _: off.getpixel((299, 99)))
    assert differing(off, blank) > 60
    assert differing(on, off) > 100


@pytest.mark.browser
@pytest.mark.parametrize("placed", ["top: 10px", "height: 100%; top: 0; left: 9px; right: auto"])
@pytest.mark.parametrize("theme", ["black-on-white", "white-on-black"])
def test_an_icon_cut_by_a_mask_is_drawn_though_it_is_laid_over_its_box(
    page: Page, sheet: Callable[[str], str], theme: str, placed: str
) -> None:
    icon = """
    i { display: block; position: relative; height: 60px }
    i::before { background-color: #1b1b1b; mask-image: linear-gradient(#000, #000); width: 2rem;
      height: 2rem }
    i::before { content: ""; position: absolute; """
    shown = photographed(page, sheet(f"{icon}{placed} }}"), theme, checked=False)
    without = photographed(page, "", theme, checked=False)
    assert differing(shown, without) > 900


@pytest.mark.browser
@pytest.mark.parametrize(
    "drawn", ["<input type=checkbox><i></i>", "<label><input type=radio></label>"]
)
def test_the_focus_is_seen_where_the_field_is_drawn(page: Page, drawn: str) -> None:
    ours = stylesheet(THEMES, Appearance("black-on-white"))
    author = "input { opacity: 0 } :focus + *, label { outline: 0 !important }"
    page.set_content(f"<!DOCTYPE html><style>{ours}</style><style>{author}</style>{drawn}")
    page.keyboard.press("Tab")
    width = "getComputedStyle(document.querySelector('i, label')).outlineWidth"
    # where nothing moves a change still takes a moment, not none
    page.wait_for_function(f"{width} === '3px'", timeout=5_000)
