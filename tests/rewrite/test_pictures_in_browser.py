"""Pages with pictures in Chromium, under real themes: text is read, photographs and icons are seen."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from a11y_proxy.core.artifact import render
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Appearance, Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform
from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.stylesheet import stylesheet
from tests.probes.painted import measure

pytestmark = pytest.mark.browser

THEMES = read_themes()
GREEN, BROWN = (0, 160, 60), (120, 60, 0)
"""What the photograph is made of; no theme has these colours."""

PHOTO = "data:image/svg+xml," + quote(
    "<svg xmlns='http://www.w3.org/2000/svg' width='800' height='400'>"
    f"<rect width='800' height='400' fill='rgb{GREEN}'/>"
    f"<rect width='400' height='40' fill='rgb{BROWN}'/></svg>"
)
READ = """async data => {
  const picture = new Image(); picture.src = data; await picture.decode()
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
  canvas.drawImage(picture, 0, 0)
  const pixels = new Uint32Array(canvas.getImageData(0, 0, picture.width, picture.height).data.buffer)
  const counts = {}
  for (const pixel of pixels) counts[pixel & 0xffffff] = (counts[pixel & 0xffffff] ?? 0) + 1
  return counts
}"""

Show = Callable[..., Page]
Painted = Callable[[str], Counter[tuple[int, ...]]]


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1000, "height": 700})
    yield page
    page.close()


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


@pytest.fixture
def theme() -> str:
    """The theme that pictures drawn for white paper suit least; a test may ask for another."""
    return "white-on-black"


@pytest.fixture
def show(theme: str, page: Page) -> Show:
    """Shows a body with a sheet of the author's, as a visitor with the theme gets it."""

    def shown(css: str, body: str, scale: int = 100, **rendition: str) -> Page:
        sheet = stylesheet(THEMES, Appearance(theme=theme, scale=scale))
        source = Source(
            url="https://town.example/",
            body=f"<!doctype html><title>t</title><style>{css}</style>{body}".encode(),
            media_type="text/html",
        )
        site, words = Site("https://town.example"), Phrases({}, default="en")
        artifact = transform(source, Rendition(**rendition), site, words, strict=True)
        fills = {"head": f"<style>{sheet}</style>".encode()}
        page.set_content(render(artifact, lambda slot: fills.get(slot.name, b"")).decode())
        return page

    return shown


@pytest.fixture
def painted(page: Page, reader: Page) -> Painted:
    """Counts the colours of the pixels of an element."""

    def counted(selector: str) -> Counter[tuple[int, ...]]:
        png = b64encode(page.locator(selector).screenshot()).decode()
        counts = reader.evaluate(READ, f"data:image/png;base64,{png}")
        return Counter({tuple(int(at).to_bytes(3, "little")): n for at, n in counts.items()})

    return counted


def test_a_photograph_behind_text_gives_way_to_a_ground(show: Show, painted: Painted) -> None:
    show(f"#hero {{ background: url({PHOTO}) center / cover; color: #fff }}", "<div id=hero>Міст")
    assert GREEN not in painted("#hero")


@pytest.mark.parametrize(
    "box", ["<div class=tile id=tile></div>", "<p><span class=tile id=tile></span></p>"]
)
def test_a_photograph_that_nobody_wrote_on_stays(show: Show, painted: Painted, box: str) -> None:
    css = f".tile {{ display: block; height: 90px; background: url({PHOTO}) center / cover }}"
    page = show(css, box)
    assert painted("#tile")[GREEN] > 1000
    assert page.locator("#tile").bounding_box()["height"] == 90


def test_the_authors_own_style_tells_what_is_in_the_box(show: Show, painted: Painted) -> None:
    style = f'style="height: 90px; background-image: url({PHOTO})"'
    show("", f"<div id=seen {style}>\n <div></div> </div><div id=read {style}>Новини</div>")
    assert painted("#seen")[GREEN] > 1000
    assert GREEN not in painted("#read")


def test_a_layer_under_text_shows_no_picture(show: Show, painted: Painted) -> None:
    css = ".layer { position: absolute; inset: 0 } #hero { position: relative }"
    layer = f"<div class=layer style='background-image: url({PHOTO})'></div>"
    show(css + f".pic {{ background: url({PHOTO}) }}", f"<div id=hero>{layer}<b>Новини</b></div>")
    assert GREEN not in painted("#hero")
    show(css + f".pic {{ background: url({PHOTO}) }}", "<div id=hero><i class='layer pic'></i>Так")
    assert GREEN not in painted("#hero")


def test_a_field_is_no_empty_box(show: Show, painted: Painted) -> None:
    show(f"input {{ background: url({PHOTO}); width: 20em }}", "<input id=field value=Місто>")
    assert GREEN not in painted("#field")


@pytest.mark.parametrize(
    "caption",
    [
        "position: absolute; bottom: 10px; left: 10px; color: #fff",
        "position: absolute; bottom: 10px; left: 10px",
        "position: absolute; inset: 0; padding: 1rem",
        "position: relative; z-index: 2; width: 60%",
    ],
)
def test_a_caption_over_a_picture_has_a_ground(show: Show, painted: Painted, caption: str) -> None:
    css = f"figure {{ position: relative }} #caption {{ {caption} }} img {{ display: block }}"
    show(css, f"<figure><img src='{PHOTO}' alt=Міст><div id=caption>Міст через Збруч</div>")
    found = painted("#caption")
    assert GREEN not in found
    assert BROWN not in found


def test_each_text_in_a_layer_over_a_picture_has_a_ground(show: Show, painted: Painted) -> None:
    css = "figure { position: relative } div { position: absolute; top: 0; bottom: 0; width: 20% }"
    words = "<div><i id=word>Далі</i></div>"
    show(css, f"<figure><img src='{PHOTO}' alt=Міст width=800 height=400>{words}</figure>")
    assert painted("figure")[GREEN] > 1000
    found = painted("#word")
    assert GREEN not in found
    assert BROWN not in found


def test_visitors_without_pictures_get_none(show: Show, painted: Painted) -> None:
    css = f"#tile {{ height: 90px; background: url({PHOTO}) }}"
    show(css, "<div id=tile></div>", images="off")
    assert GREEN not in painted("#tile")


ARROW = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'{}><path d='M0 0h9v9H0z'/></svg>"
ICONS = {
    "an empty box, sized elsewhere": ("#icon { width: 24px; height: 24px }", "background-image: X"),
    "a box of an icon's size": ("", "width: 24px; height: 24px; background: X"),
    "a variable": ("#icon { width: 24px; height: 24px } :root { --x: X }", "background: var(--x) no-repeat"),
    "beside text": ("#icon { width: 2em; height: 2em }", "background: X no-repeat; background-size: 1em"),
    "over a photograph": (
        f"#icon {{ position: absolute; width: 24px; height: 24px }} p {{ height: 5em; background: url({PHOTO}) }}",
        "background-image: X",
    ),
}  # fmt: skip


@pytest.mark.parametrize("theme", ["black-on-white", "white-on-black"])
@pytest.mark.parametrize("case", ICONS)
@pytest.mark.parametrize("fill", ["", " fill='white'"])
def test_an_icon_is_seen_on_every_paper(show: Show, painted: Painted, case: str, fill: str) -> None:
    picture = f'url("data:image/svg+xml,{quote(ARROW.format(fill))}")'
    css, icon = (part.replace("X", picture) for part in ICONS[case])
    page = show(f"{css} #icon {{ display: inline-block; {icon} }}", "<p><i id=icon></i>")
    ink = page.evaluate("getComputedStyle(document.documentElement).color")
    drawn = (0, 0, 0) if ink == "rgb(0, 0, 0)" else (255, 255, 255)
    found = painted("#icon")
    assert found[drawn] > 100


SHEET = "data:image/svg+xml," + quote(
    "<svg xmlns='http://www.w3.org/2000/svg' width='48' height='24'>"
    f"<rect width='24' height='24' fill='rgb{BROWN}'/>"
    f"<rect x='24' width='24' height='24' fill='rgb{GREEN}'/></svg>"
)
SPACER = "data:image/svg+xml," + quote(
    "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"
)
PLACE = "#icon { background-position: -24px 0 }"
EMPTY = "<i id=icon></i>"
SPRITES = {
    "all in one rule": ("#icon { width: 24px; height: 24px; background: url(X) -24px 0 }", EMPTY),
    "in three rules": ("i { width: 24px; height: 24px } [id] { background-image: url(X) }", EMPTY),
    "with words in it": (
        "a { width: 24px; height: 24px; background: url(X); text-indent: -999px; overflow: hidden }",
        "<a id=icon href=x>Стрічка новин</a>",
    ),
    "on a button": (
        "input { width: 24px; height: 24px; background: url(X) }",
        f"<input type=image id=icon alt=Шукати src='{SPACER}'>",
    ),
}


@pytest.mark.parametrize("case", SPRITES)
def test_an_icon_of_a_sheet_grows_without_its_neighbours(
    show: Show, painted: Painted, case: str
) -> None:
    css, icon = SPRITES[case]
    css = css.replace("X", SHEET) + (PLACE if "-24px" not in css else "")
    page = show(f"#icon {{ display: inline-block }} {css}", f"<p>{icon}", scale=200)
    box = page.locator("#icon").bounding_box()
    assert box
    assert (box["width"], box["height"]) == (48, 48)
    found = painted("#icon")
    assert found[GREEN] > 2000
    assert BROWN not in found


BARS = """button { width: 44px; padding: 9px } .sign { display: block; height: 1.5em; width: 1.5em }
.bar { display: block; width: 22px; height: 2px } .dark .bar { background-color: #fff } .bar+.bar { margin-top: 4px }"""


def test_the_bars_of_a_menus_button_are_lines_whichever_rule_colours_them(
    show: Show, painted: Painted
) -> None:
    bar = "<span class='sign bar'></span>"
    page = show(BARS, f"<div class=dark><button id=menu aria-label=Меню>{bar * 3}</button></div>")
    box = page.locator("#menu").bounding_box()
    assert box
    assert box["height"] < 40
    ground, found = page.locator("#menu").evaluate(
        "menu => [menu, menu.firstChild].map(one => getComputedStyle(one).backgroundColor)"
    )
    assert found == page.locator("#menu").evaluate("menu => getComputedStyle(menu).borderTopColor")
    assert found != ground


def test_a_button_that_moves_its_ground_does_not_jump(show: Show) -> None:
    css = "a { display: inline-block; font-size: 20px } #on { background-position: 0 -15px }"
    page = show(css, "<a id=off href=x>Так</a> <a id=on href=x>Так</a>", scale=200)
    off, on = (page.locator(id_).bounding_box() for id_ in ("#off", "#on"))
    assert off
    assert on
    assert (off["width"], off["height"]) == (on["width"], on["height"])


@pytest.mark.parametrize("theme", ["black-on-white", "white-on-black"])
@pytest.mark.parametrize(("name", "dark"), [("logo-white.svg", True), ("logo.svg", False)])
def test_a_white_emblem_stands_on_a_dark_plate(show: Show, name: str, *, dark: bool) -> None:
    page = show("", f"<img id=logo src='/img/{name}' alt=Герб>")
    ground = page.locator("#logo").evaluate("logo => getComputedStyle(logo).backgroundColor")
    channels = [int(channel) for channel in re.findall(r"\d+", ground)]
    assert (sum(channels) < 100) == dark


CHART = """<svg id=chart width=400 height=120><rect width=200 height=120 fill="#123"/>
<rect x=200 width=200 height=120 fill="#3498db"/><g font-weight=bold font-size=40>
<text id=label x=10 y=80 fill="#123">Разом</text><text x=210 y=80 fill="#3498db">Разом</text></g>
<text id=small y=20 font-size="9">дуже дрібно</text><text id=large y=50 font-size="30">велике</text></svg>"""


@pytest.mark.parametrize("theme", ["black-on-white", "white-on-black", "green-on-brown"])
def test_words_in_a_chart_are_read_whatever_they_lie_on(show: Show) -> None:
    page = show("", CHART)
    page.evaluate("document.querySelectorAll('#small, #large').forEach(one => one.remove())")
    found = measure(page)
    assert found.lines == 2
    assert found.low == []


def test_words_in_a_chart_are_no_smaller_than_the_floor_and_no_larger_than_they_were(
    show: Show,
) -> None:
    page = show("", CHART, scale=200)
    sizes = page.evaluate(
        "['small', 'label', 'large'].map(id => getComputedStyle(document.getElementById(id)).fontSize)"
    )
    assert sizes == ["16px", "40px", "30px"]
