"""A sheet in the manner of a large framework, in Chromium: only roles are painted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from a11y_proxy.core.artifact import Artifact, Marker, render
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_sheet

pytestmark = pytest.mark.browser

# Colours that no author would write, so that a role is known when it is seen.
ROLES = {
    "paper": "rgb(250, 251, 252)",
    "surface": "rgb(230, 231, 232)",
    "plate": "rgb(240, 241, 242)",
    "ink": "rgb(1, 2, 3)",
    "link": "rgb(4, 5, 60)",
    "line": "rgb(11, 12, 13)",
    "focus": "rgb(21, 22, 23)",
}
BASE = (
    ":root{"
    + "".join(f"--a11y-{name}:{colour};" for name, colour in ROLES.items())
    + "--a11y-text:var(--a11y-ink);--a11y-drawn:currentcolor;--a11y-none:none;--a11y-opaque:1;"
    "--a11y-box:border-box;--a11y-clear:transparent;--a11y-flat:0 0 transparent;--a11y-scale:2;--a11y-min:16px;--a11y-max:9999px;font-size:200%;"
    "color:var(--a11y-text);background:var(--a11y-paper)}"
    "*{--a11y-fluid:auto}img,input{--a11y-fluid:initial}"
    "a{--a11y-text:var(--a11y-link);color:var(--a11y-link)}"
    "input,button{color:var(--a11y-text);background:var(--a11y-paper);border:1px solid"
    " var(--a11y-line);font-size:max(1em,var(--a11y-min))}"
)
AUTHOR = """
@charset "utf-8";
:root { --brand: #0d6efd; --body: #212529; --radius: 4px; --shade: rgba(0, 0, 0, .15) }
* { box-sizing: border-box }
body { margin: 0; font: 400 13px/1.2 "Segoe UI", sans-serif; color: var(--body); background: #fff }
a { color: var(--brand); text-decoration: none }  a:hover { color: #0a58ca }
.nav { position: fixed; top: 0; left: 0; right: 0; height: 30px; overflow: hidden;
  background: linear-gradient(to bottom, #3c3c3c 0, #222 100%); box-shadow: 0 2px 4px var(--shade) }
.nav a { color: rgba(255, 255, 255, .55) !important; line-height: 30px; font-size: 11px }
.card { width: 400px; border: 1px solid rgba(0, 0, 0, .125); background-clip: border-box;
  .title { color: #6c757d; font-size: .75rem; &:hover { color: red } } }
.btn { background: var(--brand); border-color: var(--brand); color: #fff; opacity: .65; outline: 0 }
.hero { background: url(crowd.jpg) center / cover; color: white; text-shadow: 0 1px 2px black }
.hero p { position: absolute; bottom: 0; color: #fff; max-height: 40px; overflow: hidden }
.badge { background-color: color-mix(in oklab, teal, white 20%); color: oklch(98% 0 0) }
.table td { border-bottom: 1px solid #dee2e6; background: rgb(0 0 0 / 3%) }
.icon { display: inline-block; width: 16px; height: 16px; background: url(sprite.png) -32px 0 }
.muted { color: #999; filter: opacity(.5); mix-blend-mode: multiply; *zoom: 1 }
.gradient { background: linear-gradient(90deg, red, blue); -webkit-background-clip: text;
  -webkit-text-fill-color: transparent }
.menu ul { display: none }  .menu:hover ul { display: block }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0) }
@media (max-width: 768px) { .card { width: auto; color: #444 } }
@media (min-width: 1200px) { .wide { display: none } }
@supports (display: grid) { .grid { color: gray; background: #eee } }
@layer late { .late { color: silver !important } }
"""
BODY = """
<div class="nav"><a href="#">Громада</a></div>
<div class="card"><p class="title">Новини</p>Текст картки, достатньо довгий, щоб переноситися</div>
<button class="btn">Подати звернення</button><input class="btn" value="x">
<div class="hero"><p>Напис на фотографії, що не вміщується у два рядки підряд</p></div>
<span class="badge">7</span> <i class="icon"></i> <p class="muted">Дрібне</p>
<h1 class="gradient">Рішення</h1> <table class="table"><tr><td>1</td></tr></table>
<div class="menu" id="menu"><a href="#">Влада</a><ul><li><a href="#">Рада</a></li></ul></div>
<span class="hidden">прихований підпис</span>
<p class="grid">Сітка</p><p class="late">Пізній</p><p class="wide">Широкий</p>
"""
PAINTED = """() => [...document.querySelectorAll('body, body *')].map(element => {
  const style = getComputedStyle(element)
  return [element.className || element.localName, style.color, style.backgroundColor,
    style.borderBottomWidth === '0px' ? style.color : style.borderBottomColor,
    style.webkitTextFillColor, parseFloat(style.fontSize), style.opacity, style.filter,
    style.textShadow, style.boxShadow]
})"""
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(element => {
  const style = getComputedStyle(element)
  return element.clientHeight > 1 && style.overflowY === 'hidden'
    && element.scrollHeight > element.clientHeight
}).map(element => element.className)"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    mark = Marker("0" * 32)
    after = rewrite_sheet(AUTHOR, SheetContext(map_url=lambda url: url, mark=mark))
    artifact = Artifact("text/css", *mark.cut(after.encode()))
    widths = [slot.value for slot in artifact.slots]
    assert widths == ["768px", "1200px"]
    doubled = render(artifact, lambda slot: b"%gpx" % (2 * float(slot.value.rstrip("px"))))
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.set_content(f"<!doctype html><style>{BASE}</style><style>{doubled.decode()}</style>{BODY}")
    yield page
    page.close()


def test_only_roles_are_painted(page: Page) -> None:
    texts = {ROLES["ink"], ROLES["link"]}
    grounds = {ROLES["paper"], ROLES["surface"], ROLES["plate"], "rgba(0, 0, 0, 0)"}
    for name, colour, ground, edge, fill, size, opacity, *effects in page.evaluate(PAINTED):
        assert colour in texts, name
        assert ground in grounds, name
        assert edge in texts | {ROLES["line"]}, name
        assert fill == colour, name
        assert size >= 16, name
        assert opacity == "1", name
        assert effects == ["none", "none", "none"], name


def test_a_fixed_bar_no_longer_covers_the_text(page: Page) -> None:
    bar, card = page.locator(".nav").bounding_box(), page.locator(".card").bounding_box()
    assert bar
    assert card
    assert bar["y"] + bar["height"] <= card["y"]


def test_no_text_is_cut_off_by_a_fixed_height(page: Page) -> None:
    assert page.evaluate(CLIPPED) == []


def test_a_hidden_label_stays_out_of_sight(page: Page) -> None:
    box = page.locator(".hidden").bounding_box()
    assert box
    assert (box["width"], box["height"]) == (1, 1)


def test_a_narrow_layout_comes_earlier_when_the_scale_is_larger(page: Page) -> None:
    assert page.locator(".wide").is_visible(), "1280 px at 200 % are 640 px"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_keyboard_opens_what_the_pointer_opens(page: Page) -> None:
    assert not page.locator("#menu li a").is_visible()
    page.locator("#menu > a").focus()
    assert page.locator("#menu li a").is_visible()


def test_an_icon_keeps_its_size_and_gets_a_plate(page: Page) -> None:
    box = page.locator(".icon").bounding_box()
    assert box
    assert (box["width"], box["height"]) == (16, 16)
    plate = page.locator(".icon").evaluate("icon => getComputedStyle(icon).backgroundColor")
    assert plate == ROLES["plate"]


def test_between_the_brackets_of_xml_nothing_is_read_and_all_stays(page: Page) -> None:
    sheet = "\n<![CDATA[\nb { color: red } i { content: '[' }\n]]>\n"
    assert rewrite_sheet(sheet, SheetContext(lambda url: url, Marker("0" * 32))) == sheet
    page.set_content(f"<!doctype html><style>{sheet}</style><b>text</b>")
    assert page.evaluate("document.styleSheets[0].cssRules.length") == 0
