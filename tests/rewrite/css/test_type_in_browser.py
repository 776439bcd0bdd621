"""Text in Chromium: a rewritten sheet under the real appearance sheet, at three sizes."""

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
SCALES = (100, 200, 400)

WORDS = "Сьогодні відбулося засідання виконавчого комітету територіальної громади міста. " * 9
PIXELS = "([id, name]) => parseFloat(getComputedStyle(document.getElementById(id))[name])"
LONGEST_LINE = """() => {
  const text = document.querySelector('#p').firstChild, range = document.createRange()
  let longest = 0, count = 0, top = null
  for (let i = 0; i < text.length; i++) {
    range.setStart(text, i), range.setEnd(text, i + 1)
    const box = [...range.getClientRects()].pop()
    if (!box) continue
    if (top !== null && box.top > top + 3) count = 0
    longest = Math.max(longest, ++count), top = box.top
  }
  return longest
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    yield page
    page.close()


def show(
    page: Page, css: str, body: str, doctype: str = "<!doctype html>", **wishes: object
) -> None:
    ours = stylesheet(THEMES, Appearance(theme=THEMES.default, **wishes))
    after = rewrite_sheet(css, CONTEXT)
    page.set_content(
        f"{doctype}<html lang=uk><style>{ours}</style><style>{after}</style><body>{body}"
    )


def sizes(page: Page, css: str, body: str = "<p id=t>Текст</p>", **wishes: object) -> list[float]:
    found = []
    for scale in SCALES:
        show(page, css, body, scale=scale, **wishes)
        found.append(round(page.evaluate(PIXELS, ["t", "fontSize"]), 1))
    return found


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("#t { font-size: 20px }", [20, 40, 80]),
        ("#t { font-size: 11px }", [16, 22, 44]),
        ("#t { font: 9pt/1 serif }", [16, 24, 48]),
        ("#t { font-size: 2.5vw }", [32, 64, 128]),
        ("#t { font-size: clamp(1rem, 2.5vw, 2rem) }", [32, 64, 128]),
        ("html { font-size: 62.5% } #t { font-size: 2rem }", [20, 40, 80]),
        ("html { font-size: 62.5% }", [16, 20, 40]),
        ("html { font-size: 10px } body { font-size: 1.6em }", [16, 32, 64]),
        ("body { font-size: 70% } p { font-size: .8em } #t { font-size: .8em }", [16, 17.9, 35.8]),
        ("#t { zoom: .5; font-size: 20px }", [20, 40, 80]),
        (":root { --f: 14px } #t { font-size: var(--f) }", [16, 28, 56]),
        (":root { --f: 20px } #t { font-size: calc(var(--f) * 1.5) }", [30, 60, 120]),
        (
            ":root { --a: 1rem; --b: 40px } #t { font-size: clamp(var(--a), 1vw, var(--b)) }",
            [16, 32, 64],
        ),
        (":root { --f: 20px; --g: var(--f) } #t { --f: 30px; font-size: var(--g) }", [20, 40, 80]),
        (
            ":root { --f: 20px } body { --f: initial } #t { font-size: var(--f, 24px) }",
            [24, 48, 96],
        ),
        ("#t { font-size: var(--none) }", [16, 32, 64]),
        ("#t { --x: bold 20px/1 serif; font: 400 var(--s, 20px)/var(--l, 1) serif }", [20, 40, 80]),
        ("html { --f: 10px; font-size: var(--f) } #t { font-size: 2rem }", [20, 40, 80]),
        ("#t { font-size: small }", [16, 26, 52]),
        ("#t { font-size: larger }", [19.2, 38.4, 76.8]),
    ],
)
def test_a_size_follows_the_scale_and_keeps_the_floor(
    page: Page, css: str, expected: list[float]
) -> None:
    assert sizes(page, css) == expected


def test_the_hierarchy_of_headings_is_kept(page: Page) -> None:
    css = (
        "h1 { font-size: 36px } h2 { font-size: 28px } h3 { font-size: 22px } p { font-size: 14px }"
    )
    for scale in SCALES:
        show(page, css, "<h1 id=a>1</h1><h2 id=b>2</h2><h3 id=c>3</h3><p id=d>4</p>", scale=scale)
        large = [page.evaluate(PIXELS, [name, "fontSize"]) for name in "abcd"]
        assert large == sorted(large, reverse=True)
        assert len(set(large)) == 4


def test_boxes_without_a_gap_between_them_stay_so(page: Page) -> None:
    css = ".row { font-size: 0 } .row b { display: inline-block; width: 50%; font-size: 14px }"
    show(page, css, "<div class=row><b id=t>a</b>\n<b id=u>b</b></div>", scale=100)
    assert page.evaluate("t.offsetTop == u.offsetTop")
    assert page.evaluate(PIXELS, ["t", "fontSize"]) == 16


def test_what_a_transform_made_smaller_is_painted_in_full(page: Page) -> None:
    show(page, "#t { font-size: 16px; transform: scale(.8); position: static }", "<p id=t>T</p>")
    box, free = page.evaluate("[t.getBoundingClientRect().height, t.offsetHeight]")
    assert box == free


def test_lines_flow_at_one_and_a_half_and_a_title_at_less(page: Page) -> None:
    css = "p { font-size: 14px; line-height: 16px } h2 { font-size: 32px; line-height: 36px }"
    show(page, css, "<p id=t>a</p><h2 id=u>b</h2>", scale=200)
    assert page.evaluate(PIXELS, ["t", "lineHeight"]) == 42
    assert page.evaluate(PIXELS, ["u", "lineHeight"]) == pytest.approx(64 * 1.2)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1.2", 30),
        ("2", 40),
        ("calc(1.25 / .875)", 30),
        ("18px", 36),
        ("1.75rem", 56),
        ("80px", 160),
    ],
)
def test_a_line_height_in_a_variable_has_room_be_it_a_number_or_a_length(
    page: Page, value: str, expected: float
) -> None:
    css = f":root {{ --l: {value} }} #t {{ font-size: 10px; line-height: var(--l) }}"
    show(page, css, "<p id=t>a</p>", scale=200)
    assert page.evaluate(PIXELS, ["t", "fontSize"]) == 20
    assert page.evaluate(PIXELS, ["t", "lineHeight"]) == pytest.approx(expected)


def test_a_size_that_only_a_script_sets_keeps_the_floor(page: Page) -> None:
    show(page, "#t { font-size: var(--f) }", "<p id=t>a</p>", scale=200)
    page.evaluate("document.documentElement.style.setProperty('--f', '9px')")
    # a change takes a moment, even the shortest
    page.wait_for_function("getComputedStyle(t).fontSize == '16px'", timeout=2000)


@pytest.mark.parametrize("scale", SCALES)
def test_no_line_has_more_than_eighty_characters(page: Page, scale: int) -> None:
    show(page, "body { font: 14px sans-serif }", f"<p id=p>{WORDS}</p>", scale=scale)
    assert page.evaluate(LONGEST_LINE) <= 80


def test_a_centred_paragraph_stays_in_the_middle(page: Page) -> None:
    show(page, ".c { text-align: center }", "<div class=c><p id=p>Громада</p></div>", scale=100)
    assert page.evaluate("p.offsetWidth") > 1200


def test_text_in_capitals_and_small_capitals_is_as_it_was_written(page: Page) -> None:
    css = "p { text-transform: uppercase; font-variant: small-caps; text-align: justify }"
    show(page, css, "<p id=t>Рада</p>")
    style = "getComputedStyle(t)"
    assert page.evaluate(f"{style}.textTransform + {style}.fontVariantCaps") == "nonenormal"
    assert page.evaluate(f"{style}.textAlign") == "start"


def test_a_readers_typeface_leaves_an_icon_face_alone_by_what_its_rule_says(page: Page) -> None:
    css = """.x { font-family: abc; font-style: normal; line-height: 1 } .y { font-family: "My Icons" }
      .x span { font-family: Arial } p { font-family: Arial !important }"""
    body = "<p id=p>a</p><b class=x id=x>b<span id=s>c</span></b><b class=y id=y>d</b>"
    show(page, css, body, typeface="serif", spacing="wide", scale=100)
    face = "getComputedStyle({}).fontFamily"
    assert page.evaluate(face.format("x")) == "abc"
    assert page.evaluate(face.format("y")) == '"My Icons"'
    assert page.evaluate(face.format("p")).startswith("Georgia")
    assert page.evaluate(face.format("s")).startswith("Georgia")
    assert page.evaluate("getComputedStyle(y).letterSpacing") == "normal"
    assert page.evaluate("getComputedStyle(p).letterSpacing") == "1.92px"
