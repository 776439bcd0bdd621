"""The appearance sheet against authors who fight it, and authors who do well: in a browser."""

import base64
import re
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from a11y_proxy import town
from a11y_proxy.core.colour import contrast
from a11y_proxy.core.preferences import Appearance
from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.stylesheet import stylesheet
from tests.complaints.sight import colours

pytestmark = pytest.mark.browser

THEMES = read_themes()
TOWN = Path(town.__file__).parent
AXE = AXE_FILE_PATH.read_text("utf-8")

BODY = """
<main><h1>Виконавчий комітет територіальної громади</h1>
<p id="text">Сьогодні <a id="link" href="#x">відбулося засідання</a> <mark>важливо</mark>
<small>дрібно</small> <code>код</code> <abbr title="міська рада">МР</abbr></p>
<a id="current" href="#y" aria-current="page">Новини</a>
<p><span class="a11y-picture">Зображення: герб</span></p>
<img id="picture" alt="Площа" width="800" height="400" src="data:image/svg+xml,%3Csvg
 xmlns='http://www.w3.org/2000/svg' width='800' height='400'/%3E">
<img id="line" alt="" width="100%" height="1" src="data:image/svg+xml,%3Csvg
 xmlns='http://www.w3.org/2000/svg' width='1' height='1'/%3E">
<table class="a11y-layout" id="layout"><tr><td>Меню</td><td>Зміст</td></tr></table>
<div class="a11y-scroll" role="region" tabindex="0" aria-label="Бюджет"><table border="1">
<tr><th>Стаття видатків</th><th>Планування</th><th>Виконання</th><th>Залишок</th></tr>
<tr><td>Освіта</td><td id="cell">12 345 678</td><td>11</td><td>9</td></tr></table></div>
<table id="form"><tr><td>Прізвище, ім’я, по батькові</td><td><input size="60" aria-label="Ім’я"></td>
</tr></table>
<form><fieldset><legend>Звернення громадян до керівництва</legend>
<input id="field" placeholder="Шевченко" aria-label="Прізвище" style="width: 100%">
<select aria-label="Тема"><option>Благоустрій та озеленення території громади</option></select>
<label><input id="box" type="checkbox" checked> Погоджуюсь</label>
<textarea aria-label="Текст" cols="80">Текст</textarea>
<button id="button">Надіслати звернення</button> <button id="off" disabled>Недоступно</button>
<input id="wrong" aria-invalid="true" aria-label="Пошта" value="x"></fieldset></form>
<pre>рядок, який дуже довгий і мав би вийти далеко за край вузького екрана телефона</pre></main>
"""


@pytest.fixture(scope="module")
def page(chromium):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def show(page, css="", body=BODY, doctype="<!DOCTYPE html>", layout="site", **wishes):
    wishes.setdefault("theme", THEMES.default)
    sheet = stylesheet(THEMES, Appearance(**wishes), layout)
    page.set_content(
        f"{doctype}<html lang=uk><head><title>t</title><style>{sheet}</style>"
        f"<style>{css}</style></head><body>{body}</body></html>"
    )


def written(colour):
    """Gives a colour as themes write it, from as browsers do."""
    return "#{:02x}{:02x}{:02x}".format(*map(int, re.findall(r"\d+", colour)))


def style(page, selector, name):
    # a change of look takes a moment, even the shortest
    page.evaluate("new Promise(done => setTimeout(() => requestAnimationFrame(done), 20))")
    script = "([s, n]) => getComputedStyle(document.querySelector(s))[n]"
    return page.evaluate(script, [selector, name])


def rgb(colour):
    number = int(colour[1:], 16)
    return f"rgb({number >> 16}, {number >> 8 & 255}, {number & 255})"


PALETTE = THEMES[THEMES.default].palette


@pytest.mark.parametrize(
    ("css", "selector", "name", "expected"),
    [
        ("a { text-decoration: none !important }", "#link", "textDecorationLine", "underline"),
        ("a { color: gray !important }", "#link", "color", rgb(PALETTE["link"])),
        ("html { background: black !important }", "html", "backgroundColor", rgb(PALETTE["paper"])),
        ("pre { white-space: pre !important }", "pre", "whiteSpace", "pre-wrap"),
        ("input { border: 0 !important }", "#field", "borderTopWidth", "2px"),
        ("button { border: 0 !important }", "#button", "borderTopStyle", "solid"),
        ("[disabled] { opacity: .3 !important }", "#off", "opacity", "1"),
        ("p { animation-duration: 9s !important }", "#text", "animationDuration", "1e-05s"),
        ("p { transition: color 9s 9s !important }", "#text", "transitionDuration", "1e-05s"),
        (":root { --a11y-ink: gray !important }", "#text", "color", rgb(PALETTE["ink"])),
        ("input { appearance: none !important }", "#box", "appearance", "auto"),
        ("input { width: 5px !important }", "#box", "width", "24px"),
    ],
)
def test_a_guarantee_stands_against_an_important_rule(page, css, selector, name, expected):
    show(page, css, scale=100)
    assert style(page, selector, name) == expected


def test_the_focus_ring_cannot_be_taken_away(page):
    show(page, "*:focus { outline: none !important; box-shadow: none !important }")
    page.keyboard.press("Tab")
    assert style(page, ":focus", "outlineWidth") == "3px"
    assert style(page, ":focus", "outlineColor") == rgb(PALETTE["focus"])


@pytest.mark.parametrize(
    "field",
    [
        "<input type=checkbox id=x><label for=x>так</label>",
        "<label><input type=radio>так</label>",
        "<label><input type=file><span>файл</span></label>",
    ],
)
def test_a_field_drawn_by_its_label_shows_the_focus_there(page, field):
    show(page, "input { opacity: 0 } label { outline: 0 !important }", f"<p>{field}</p>")
    assert style(page, "label", "outlineStyle") == "none"
    page.keyboard.press("Tab")
    assert style(page, "label", "outlineStyle") == "solid"
    assert style(page, "label", "outlineWidth") == "3px"


def test_the_label_of_a_field_that_is_seen_needs_no_ring(page):
    show(page, body="<p><input type=text id=x><label for=x>ім’я</label></p>")
    page.keyboard.press("Tab")
    assert style(page, "label", "outlineStyle") == "none"


@pytest.mark.parametrize(
    ("css", "selector", "name", "expected"),
    [
        ("body { line-height: 2 }", "body", "lineHeight", "48px"),
        ("h1 { font-size: 30px }", "h1", "fontSize", "30px"),
        ("ul { list-style: none } button { padding: 9px }", "#button", "paddingTop", "9px"),
        ("a { text-underline-offset: 5px }", "#link", "textUnderlineOffset", "5px"),
        ("html { font-size: calc(10px * var(--a11y-scale)) }", "html", "fontSize", "15px"),
    ],
)
def test_a_default_gives_way_to_an_author_who_cared(page, css, selector, name, expected):
    show(page, css)
    assert style(page, selector, name) == expected


def test_text_is_enlarged_in_quirks_mode_and_in_tables_too(page):
    show(page, doctype="", scale=200)
    assert page.evaluate("document.compatMode") == "BackCompat"
    for selector in ("#text", "#cell", "#field", "#button"):
        assert style(page, selector, "fontSize") == "32px", selector
    assert float(style(page, "code", "fontSize")[:-2]) > 30
    assert float(style(page, "small", "fontSize")[:-2]) > 26


def test_small_print_meets_the_floor(page):
    show(page, scale=100)
    assert style(page, "small", "fontSize") == "16px"


def test_words_of_a_chart_stay_as_large_as_it_was_drawn_for_and_meet_the_floor(page):
    words = (
        "<text id=share font-size=1.5rem>38%</text><text id=label font-size=.5rem>Тиждень</text>"
    )
    show(page, body=f"<svg width=130 height=130>{words}</svg>", scale=400)
    assert style(page, "#share", "fontSize") == "24px"
    assert style(page, "#label", "fontSize") == "16px"


def test_the_legend_of_a_chart_stands_on_a_ground_of_text(page):
    legend = "<foreignObject width=90 height=40><div id=legend>2021</div></foreignObject>"
    drawing = f"<svg style='background-color: var(--a11y-plate)'>{legend}</svg>"
    show(page, body=drawing, theme="yellow-on-black")
    assert style(page, "#legend", "backgroundColor") == "rgb(0, 0, 0)"
    assert style(page, "#legend", "color") == "rgb(255, 255, 0)"


def test_a_box_of_text_may_grow_and_a_picture_keeps_its_height(page):
    show(
        page,
        "div, img, i, input { height: var(--a11y-fluid, 40px) } i { display: block }",
        "<div id=a>text<br>text<br>text</div><img id=b alt=x src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E\"><i id=c></i><input id=d>",
        scale=200,
    )
    heights = [page.evaluate(f"{name}.offsetHeight") for name in ("a", "b", "c", "d")]
    assert heights[0] > 100
    assert heights[1:3] == [40, 40]
    assert heights[3] > 40


def test_text_in_a_link_is_of_the_links_colour(page):
    body = "<p style='color: var(--a11y-text)'><a href=#><b style='color: var(--a11y-text)'>x"
    show(page, body=body)
    assert style(page, "p", "color") == rgb(PALETTE["ink"])
    assert style(page, "b", "color") == rgb(PALETTE["link"])


def test_a_narrowed_picture_keeps_its_shape_and_a_drawn_line_its_height(page):
    page.set_viewport_size({"width": 416, "height": 900})
    show(page)
    width, height = page.evaluate("[picture.offsetWidth, picture.offsetHeight]")
    assert (width, height) == (400, 200)
    assert page.evaluate("line.offsetHeight") == 1
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("layout", ["site", "text"])
@pytest.mark.parametrize(
    "wishes",
    [{"scale": 100}, {"scale": 300}, {"scale": 300, "spacing": "wide", "typeface": "sans"}],
)
def test_nothing_pushes_a_narrow_page_sideways(page, wishes, layout):
    page.set_viewport_size({"width": 320, "height": 900})
    show(page, layout=layout, **wishes)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    # a table of data scrolls by itself, and breaks no word
    assert page.evaluate("cell.offsetWidth") > 90
    assert page.evaluate("layout.rows[0].cells[1].offsetTop") > page.evaluate(
        "layout.rows[0].cells[0].offsetTop"
    )
    page.set_viewport_size({"width": 1280, "height": 900})


def test_columns_stay_where_there_is_room(page):
    show(page)
    assert page.evaluate("layout.rows[0].cells[1].offsetTop == layout.rows[0].cells[0].offsetTop")
    show(page, layout="text")
    assert page.evaluate("line.offsetHeight") == 1
    assert page.evaluate("layout.rows[0].cells[1].offsetTop > layout.rows[0].cells[0].offsetTop")


def test_the_words_of_a_field_stand_where_it_begins_when_they_stand_over_it(page):
    words, field = "<td id=words align=right>Телефон</td>", "<td><input aria-label=Телефон></td>"
    table = f"<table class=a11y-layout><tr>{words}{field}</tr></table>"
    show(page, body=table, scale=100)
    assert "right" in style(page, "#words", "textAlign")
    show(page, body=table, scale=300)
    assert style(page, "#words", "textAlign") == "start"


@pytest.mark.parametrize("kind", ["checkbox", "radio"])
def test_what_is_ticked_has_an_edge_as_clear_as_that_of_a_field(page, kind):
    show(
        page,
        "input { outline: 0 }",
        f"<input><input type={kind} id=box disabled><input type={kind}>",
    )
    ((field, *_), *drawn) = page.evaluate(
        """() => [...document.querySelectorAll("input")].map(getComputedStyle).map(style =>
        [style.borderTopColor, style.outlineColor, style.outlineWidth, style.outlineStyle])"""
    )
    assert [edge[1:] for edge in drawn] == [[field, "2px", "dashed"], [field, "2px", "solid"]]


@pytest.mark.parametrize("name", [name for name in THEMES if THEMES[name].promise != "none"])
@pytest.mark.parametrize("src", ["/missing.png", "/logo-white.png"])
def test_the_words_of_a_missing_picture_are_read_on_its_plate(page, name, src):
    """By the colours of text, also where its author gave it others."""
    show(
        page,
        "img { color: white }",
        f"<a href=x><img id=words alt=Площа src={src}></a>",
        theme=name,
    )
    text, ground = (style(page, "#words", of) for of in ("color", "backgroundColor"))
    assert contrast(written(text), written(ground)) >= 7


@pytest.mark.parametrize("name", THEMES)
def test_all_text_has_seven_to_one_in_every_theme(page, name):
    show(page, theme=name)
    page.evaluate(AXE)
    found = page.evaluate(
        """axe.run(document, {runOnly: ['color-contrast-enhanced', 'link-in-text-block']})
            .then(r => [...r.violations, ...r.incomplete].flatMap(v => v.nodes.map(n => n.html)))"""
    )
    assert found == []


def test_wide_spacing_keeps_the_distances_of_1_4_12_and_icons_whole(page):
    show(page, "p { letter-spacing: -2px !important }", BODY + "<i class=icon-home id=i>x</i>",
         spacing="wide", scale=100)  # fmt: skip
    assert style(page, "#text", "letterSpacing") == "1.92px"
    assert style(page, "#text", "wordSpacing") == "2.56px"
    assert style(page, "#text", "lineHeight") == "28.8px"
    assert style(page, "#text", "marginBottom") == "32px"


def test_a_chosen_typeface_leaves_icons_and_code_alone(page):
    icon = "<i class='fa fa-home' id=i></i><i id=j>слово</i>"
    show(page, ".fa { font-family: Icons !important }", BODY + icon, typeface="serif")
    assert style(page, "#i", "fontFamily") == "Icons"
    assert "Georgia" in style(page, "#j", "fontFamily")
    assert style(page, "code", "fontFamily") == "monospace"


def test_grey_is_for_pictures_only(page):
    show(page, grey=True)
    assert style(page, "#picture", "filter") == "grayscale(1)"
    assert style(page, "html", "filter") == style(page, "body", "filter") == "none"


def test_movement_comes_back_on_wish_unless_the_system_asks_for_none(page):
    css = "p { animation-duration: 9s }"
    show(page, css, motion="on")
    assert style(page, "#text", "animationDuration") == "9s"
    page.emulate_media(reduced_motion="reduce")
    assert style(page, "#text", "animationDuration") == "1e-05s"
    page.emulate_media(reduced_motion="no-preference")


def test_what_appears_by_an_animation_still_appears(page):
    css = "@keyframes in { to { opacity: 1 } } #text { opacity: 0; animation: in 60s 60s forwards }"
    show(page, css)
    page.wait_for_function("getComputedStyle(text).opacity == 1", timeout=2000)


def test_the_theme_that_follows_the_system_does(page):
    name = next(theme.name for theme in THEMES.values() if theme.follows)
    light, dark = THEMES.faces(name)
    show(page, theme=name)
    for scheme, face in (("light", light), ("dark", dark)):
        page.emulate_media(color_scheme=scheme)
        assert style(page, "html", "backgroundColor") == rgb(face.palette["paper"])
        assert style(page, "html", "colorScheme") == scheme
    page.emulate_media(color_scheme="light")


def test_paper_gets_dark_words_and_no_panel(page):
    name = next(theme.name for theme in THEMES.values() if theme.dark)
    show(page, body=f"<section class=a11y-panel>x</section>{BODY}", theme=name)
    page.emulate_media(media="print")
    assert style(page, "#text", "color") == "rgb(0, 0, 0)"
    assert style(page, ".a11y-panel", "display") == "none"
    page.emulate_media(media="screen")


def test_colours_of_the_readers_system_go_first(page):
    show(page)
    page.emulate_media(forced_colors="active")
    inks = {style(page, "#text", "color"), style(page, "h1", "color")}
    page.emulate_media(forced_colors="none")
    show(page, body="<p id=text style='color: CanvasText'>x</p>")
    assert len(inks) == 1


def test_state_is_not_told_by_colour_alone(page):
    show(page)
    assert style(page, "#current", "borderBottomWidth") == "4px"
    assert style(page, "#wrong", "borderTopStyle") == "double"
    assert style(page, "#off", "borderTopStyle") == "dashed"


FILM = """<video id="film" width="640" height="360" src="data:video/webm;base64,{film}"></video><script>{{
const track = film.addTextTrack("captions", "x", "uk"); track.mode = "showing";
track.addCue(new VTTCue(0, 10, "Степовець святкує")); film.currentTime = 1}}</script>"""


def captioned(page, scale):
    """How many pixels of a film have each colour, where only its captions have those of the theme."""
    film = base64.b64encode((TOWN / "static" / "media" / "den-mista.webm").read_bytes()).decode()
    show(page, body=FILM.format(film=film), theme="yellow-on-black", scale=scale)
    page.wait_for_function("film.readyState > 1 && film.textTracks[0].activeCues?.length")
    page.wait_for_timeout(300)
    return colours(page, "#film")


def test_captions_have_the_colours_of_the_theme_and_grow_with_the_text(page):
    palette = THEMES["yellow-on-black"].palette
    paper, ink = (tuple(bytes.fromhex(palette[role][1:])) for role in ("paper", "ink"))
    small, large = captioned(page, 100), captioned(page, 200)
    assert small[ink] > 100
    assert small[paper] > 1000
    assert large[paper] > 3 * small[paper]
