"""States and roles that show without colour; and readers whose system or paper decides the colours."""

import pytest

from a11y_proxy.core.artifact import Marker
from a11y_proxy.core.preferences import Appearance
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_sheet
from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.stylesheet import stylesheet
from tests.complaints.sight import shares

pytestmark = pytest.mark.browser

THEMES = read_themes()
AUTHOR = """
body { color: #444; background: #eee } .card { background: teal; border: 1px solid transparent }
.hero { background: linear-gradient(#000, #333); color: white } a { color: #09f }
"""
BODY = """
<p id=plain>x <a id=link href=#x>link</a></p><div class=card id=card>c</div><p class=hero id=hero>h</p>
<input id=field><input id=needed required><select id=choice required><option></select>
<input id=mail type=email required><div role=switch aria-checked=true id=on tabindex=0>on</div>
<div role=switch aria-checked=false id=off tabindex=0>off</div>
<div role=checkbox aria-checked=mixed id=some tabindex=0>some</div>
<div role=button id=act tabindex=0>act</div>
<div role=button id=line tabindex=0 onkeydown="this.click()">up</div><div id=none>none</div>
<div role=textbox id=write tabindex=0>w</div><span role=link id=go tabindex=0>go</span>
<div role=tab aria-selected=true id=tab>t</div><div role=tab aria-selected=false id=other>t</div>
<section class=a11y-panel id=panel>p</section>
"""
STYLE = "([id, name]) => getComputedStyle(document.getElementById(id))[name]"
SYSTEM = """name => { const probe = document.createElement('i'); probe.style.color = name;
  document.body.append(probe); const found = getComputedStyle(probe).color; probe.remove();
  return found }"""


@pytest.fixture
def page(chromium):
    page = chromium.new_page()
    yield page
    page.close()


def show(page, theme=THEMES.default, body=BODY):
    context = SheetContext(map_url=lambda url: url, mark=Marker("0" * 32))
    page.set_content(
        f"<!DOCTYPE html><style>{stylesheet(THEMES, Appearance(theme))}</style>"
        f"<style>{rewrite_sheet(AUTHOR, context)}</style>{body}"
    )


def style(page, name, wanted):
    return page.evaluate(STYLE, [name, wanted])


@pytest.mark.parametrize("name", ["on", "tab"])
def test_what_is_on_has_a_thick_edge(page, name):
    show(page)
    assert style(page, name, "borderBottomWidth") == "4px"


@pytest.mark.parametrize("name", ["off", "other"])
def test_what_is_off_has_none(page, name):
    show(page)
    assert style(page, name, "borderBottomWidth") in {"0px", "2px"}


def test_what_is_partly_on_has_a_broken_edge(page):
    show(page)
    assert style(page, "some", "borderBottomStyle") == "dashed"


@pytest.mark.parametrize("name", ["needed", "choice"])
def test_what_must_be_filled_in_has_a_thick_edge_where_reading_begins(page, name):
    show(page)
    assert style(page, name, "borderLeftWidth") == "6px"
    assert style(page, "field", "borderLeftWidth") == "2px"


def test_what_was_filled_in_wrongly_is_marked_when_it_was_left_and_not_before(page):
    show(page)
    assert style(page, "mail", "borderTopStyle") == "solid"
    page.locator("#mail").press_sequentially("x")
    page.locator("#field").focus()
    assert style(page, "mail", "borderTopStyle") == "double"


def test_a_line_that_a_rule_made_a_button_is_underlined_and_not_framed(page):
    show(page)
    assert style(page, "line", "borderTopWidth") == "0px"
    assert style(page, "line", "textDecorationLine") == "underline"
    assert style(page, "line", "color") == style(page, "link", "color")


@pytest.mark.parametrize("name", ["act", "write"])
def test_what_acts_as_a_control_looks_like_one(page, name):
    show(page)
    assert style(page, name, "borderTopWidth") == "2px"
    assert style(page, name, "backgroundColor") != "rgba(0, 0, 0, 0)"
    assert style(page, "none", "borderTopWidth") == "0px"


def test_what_acts_as_a_link_looks_like_one(page):
    show(page)
    assert style(page, "go", "color") == style(page, "link", "color")
    assert style(page, "go", "textDecorationLine") == "underline"


@pytest.mark.parametrize("theme", THEMES)
def test_forced_colours_reach_every_text_and_keep_edges_states_and_the_ring(page, theme):
    page.emulate_media(forced_colors="active", color_scheme="dark")
    show(page, theme)
    canvas, ink = page.evaluate(SYSTEM, "Canvas"), page.evaluate(SYSTEM, "CanvasText")
    assert canvas != ink
    assert {style(page, name, "color") for name in ("plain", "card", "hero")} == {ink}
    grounds = {style(page, name, "backgroundColor") for name in ("plain", "card", "hero")}
    assert grounds <= {canvas, "rgba(0, 0, 0, 0)", canvas.replace("rgb(", "rgba(")[:-1] + ", 0)"}
    assert style(page, "card", "borderTopColor") == ink, "a transparent edge shows"
    assert style(page, "on", "borderBottomWidth") == "4px"
    page.locator("#field").focus()
    assert style(page, "field", "outlineStyle") == "solid"
    assert style(page, "field", "outlineWidth") == "3px"


@pytest.mark.parametrize("theme", [name for name, theme in THEMES.items() if theme.repaints])
def test_paper_is_white_and_words_are_black_whatever_the_theme(page, theme):
    page.emulate_media(media="print")
    show(page, theme)
    white, black = "rgb(255, 255, 255)", "rgb(0, 0, 0)"
    names = ("plain", "link", "card", "hero", "needed", "act")
    assert {style(page, name, "color") for name in names} == {black}
    assert {style(page, name, "backgroundColor") for name in names} <= {white, "rgba(0, 0, 0, 0)"}
    assert style(page, "panel", "display") == "none"


@pytest.mark.parametrize("contrast", ["more", "no-preference"])
def test_a_wish_for_more_contrast_takes_no_role_away(page, contrast):
    page.emulate_media(contrast=contrast)
    show(page)
    paper = style(page, "plain", "color"), style(page, "card", "backgroundColor")
    assert paper[0] != paper[1]
    assert style(page, "card", "backgroundColor") != "rgb(0, 128, 128)"


DRAWN_SLIDER = """
#slide { appearance: none; -webkit-appearance: none; background: transparent; width: 200px; height: 24px }
#slide::-webkit-slider-thumb { -webkit-appearance: none; width: 16px; height: 16px; margin-top: -4px; background: #0d6efd }
#slide::-webkit-slider-runnable-track { width: 100%; height: 8px; background: #dee2e6 }
"""


@pytest.mark.parametrize(
    "look", [{}, {"media": "print"}, {"forced_colors": "active", "color_scheme": "dark"}]
)
@pytest.mark.parametrize("theme", ["black-on-white", "white-on-black"])
def test_a_slider_that_its_author_draws_is_seen(page, theme, look):
    page.emulate_media(**look)
    context = SheetContext(map_url=lambda url: url, mark=Marker("0" * 32))
    page.set_content(
        f"<!DOCTYPE html><style>{stylesheet(THEMES, Appearance(theme))}</style>"
        f"<style>{rewrite_sheet(DRAWN_SLIDER, context)}</style><input type=range id=slide>"
    )
    assert shares(page, ["#slide"])["#slide"] > 0.03
