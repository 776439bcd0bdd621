"""Custom properties: what each is as a ground stands beside it, and a browser sorts out the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from a11y_proxy.rewrite.css.custom import KINDS, kind

GROUNDS = {
    "#fff": "var(--a11y-paper)",
    "#123": "var(--a11y-surface)",
    "rebeccapurple": "var(--a11y-surface)",
    "transparent": "transparent",
    "rgb(0 0 0 / 0)": "transparent",
    "none": "transparent",
    "inherit": "inherit",
    "initial": "initial",
    "#FFF !important": "var(--a11y-paper)!important",
    # channels for rgba(var(--x), .5) and hsl(var(--x))
    "255, 255, 255": "var(--a11y-paper)",
    "13,110,253": "var(--a11y-surface)",
    "0 0 0": "var(--a11y-paper)",
    "210 50% 40%": "var(--a11y-surface)",
    "0 0% 100%": "var(--a11y-paper)",
    "0 0% 100% / 0": "transparent",
    "96%": "var(--a11y-paper)",
    # what another variable is
    "var(--y)": "var(--a11y-ground-y)",
    "var(--Y, #fff)": "var(--a11y-ground-Y,var(--a11y-paper))",
    "var(--y, var(--z))": "var(--a11y-ground-y,var(--a11y-ground-z))",
    "rgba(var(--y), .5)": "var(--a11y-ground-y)",
    "rgba(var(--y), 0)": "transparent",
    "rgb(var(--y) / var(--o))": "var(--a11y-ground-y)",
    "hsl(var(--h), var(--s), var(--l))": "var(--a11y-ground-l)",
    "hsl(var(--h) 10% 98%)": "var(--a11y-paper)",
    "rgb(from var(--y) r g b / 50%)": "var(--a11y-ground-y)",
    "rgb(from var(--y) calc(2 * r) g b)": "var(--a11y-surface)",
    "color-mix(in srgb, var(--y), #fff)": "var(--a11y-surface)",
    # a picture is gone, what remains is a ground
    "linear-gradient(red, blue)": "var(--a11y-surface)",
    'url("a.png") no-repeat': "var(--a11y-surface)",
}
NO_GROUNDS = (
    "12px", "1.5", "bold", '"Open Sans", Arial', "0", "auto", "ease-in-out .2s", "calc(1px + 2em)",
    "1fr 2fr", "{a: b}", "[a]", "var()", "var(x)", "1 / 2", r"\9", "",
    "41%", "-5%", "0 2px 4px #000",
)  # fmt: skip

LIST = r"(?:[a-z]{1,9}|-?[0-9.]{1,3}(?:px|%|rem)?|'[a-z]*'|#fff|bold|none)(?:,? (?:[a-z]{1,9}|[0-9]{1,3}%?|auto)){1,3}"


@pytest.mark.parametrize("value", GROUNDS)
def test_a_variable_that_may_be_a_ground_has_a_twin_that_says_which(
    value: str, style: Callable[[str], str]
) -> None:
    after = style(f"--x:{value}").split(";")
    assert [one for one in after if "-ground-x:" in one] == [f"--a11y-ground-x:{GROUNDS[value]}"]


@pytest.mark.parametrize("value", NO_GROUNDS)
def test_a_variable_that_is_no_colour_stands_alone(value: str, style: Callable[[str], str]) -> None:
    assert "ground" not in style(f"--x:{value}")


IMAGES = {
    "none": "none",
    "inherit": "inherit",
    "url(a.png)": 'url("/mapped/a.png")',
    "var(--y)": "var(--a11y-image-y)",
    "var(--y, url(a.png))": 'var(--a11y-image-y,url("/mapped/a.png"))',
    "linear-gradient(red, blue)": "none",
    "linear-gradient(red, blue), url(a.png)": 'none,url("/mapped/a.png")',
}
NO_IMAGES = ("#fff", "12px", "rgb(1, 2, 3)", "url(a.png) no-repeat", "calc(1px + 2em)", '"x"', "")


@pytest.mark.parametrize("value", IMAGES)
def test_a_variable_that_may_be_a_picture_has_a_twin(
    value: str, style: Callable[[str], str]
) -> None:
    assert f"--a11y-image-x:{IMAGES[value]};" in style(f"--x:{value}")


@pytest.mark.parametrize("value", NO_IMAGES)
def test_a_variable_that_is_no_picture_has_no_such_twin(
    value: str, style: Callable[[str], str]
) -> None:
    assert "image" not in style(f"--x:{value}").replace('"--x', "")


@given(
    st.one_of(st.from_regex(r"#[0-9a-z]{0,9}", fullmatch=True), st.from_regex(LIST, fullmatch=True))
)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_list_of_words_is_a_ground_if_anything_and_so_is_a_hexadecimal_colour(value: str) -> None:
    assert not [use for use, twin in KINDS.items() if use != "ground" and twin(value)]


@pytest.mark.parametrize("name", ["--a11y-ink", "--a11y-ground-x", r"--\61 11y-text"])
def test_nobody_but_us_sets_our_names(name: str, style: Callable[[str], str]) -> None:
    assert style(f"{name}: red; color: red") == "color:var(--a11y-text);"


TOLD_BY_NAME = {
    "var(--any)": {"ground", "image", "size"},
    "var(--link-color)": {"ground"},
    "var(--link-l)": {"ground"},
    "var(--link-h)": set[str](),
    "var(--card-border-width)": {"size"},
    "var(--font-weight-Bold)": {"weight"},
    "var(--line-height)": {"ground", "image", "line"},
}


@pytest.mark.parametrize("value", TOLD_BY_NAME)
def test_what_stands_for_a_variable_has_the_twins_that_its_name_allows(
    value: str, style: Callable[[str], str]
) -> None:
    after = style(f"--x:{value}")
    assert {use for use in KINDS if f"--a11y-{use}-x:" in after} == TOLD_BY_NAME[value]


def test_a_second_twin_of_a_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="two twins of kind ground"):
        kind("ground")(KINDS["ground"])


PAPER, SURFACE, INK = "rgb(250, 251, 252)", "rgb(230, 231, 232)", "rgb(1, 2, 3)"
NOTHING = "rgba(0, 0, 0, 0)"
ROLES = (
    f":root{{--a11y-paper:{PAPER};--a11y-surface:{SURFACE};--a11y-ink:{INK};--a11y-line:{INK};"
    "--a11y-text:var(--a11y-ink);--a11y-clear:transparent}"
)
SHEET = r"""
@property --registered { syntax: "<color>"; inherits: true; initial-value: #fff }
:root { --white: #fff; --brand: #d00; --rgb: 200, 30, 30; --clear: transparent; --size: 12px }
:root { --a: var(--b); --b: var(--a); --far: var(--nobody); --registered: #fff; --\31 st\.x: #fff }
#plain { background: var(--white) }
#brand { background-color: var(--brand); color: var(--brand) }
#both { --brand: #fff; background: var(--brand); color: var(--brand) }
#channels { background: rgba(var(--rgb), .5) }
#clear { background: var(--clear) }
#shown { --clear: teal; background: var(--clear) }
#circle { background: var(--a) }
#nobody { background: var(--far, var(--white)) }
#fallback { background: var(--nobody, transparent) }
#size { background: var(--size) }
#inner { --clear: inherit; background: var(--clear) }
#outer { --clear: #fff }
#lost { --white: initial; background: var(--white) }
#escaped { background: var(--\31 st\.x) }
#registered { background: var(--registered) }
#edges { border: 5px solid; border-color: transparent var(--brand) }
"""
EXPECTED = {
    "plain": PAPER, "brand": SURFACE, "both": PAPER, "channels": SURFACE, "clear": NOTHING,
    "shown": SURFACE, "circle": SURFACE, "nobody": PAPER, "fallback": NOTHING, "size": SURFACE,
    "inner": PAPER, "lost": SURFACE, "escaped": PAPER, "registered": PAPER,
}  # fmt: skip


@pytest.fixture(scope="module")
def page(chromium: Browser, sheet: Callable[[str], str]) -> Iterator[Page]:
    page = chromium.new_page()
    boxes = "".join(f'<p id="{name}">x</p>' for name in EXPECTED if name != "inner")
    page.set_content(
        f"<!doctype html><style>{ROLES}</style><style>{sheet(SHEET)}</style>{boxes}"
        '<div id="outer"><p id="inner">x</p></div><p id="edges">x</p>'
    )
    yield page
    page.close()


def painted(page: Page, name: str, what: str = "backgroundColor") -> str:
    return str(page.locator(f"#{name}").evaluate(f"box => getComputedStyle(box).{what}"))


@pytest.mark.browser
def test_the_cascade_of_a_variable_decides_its_ground(page: Page) -> None:
    assert {name: painted(page, name) for name in EXPECTED} == EXPECTED


@pytest.mark.browser
def test_one_variable_is_a_ground_here_and_a_text_there(page: Page) -> None:
    assert painted(page, "brand") == SURFACE
    assert painted(page, "brand", "color") == INK


@pytest.mark.browser
def test_an_edge_that_a_triangle_hides_stays_hidden_beside_a_variable(page: Page) -> None:
    assert painted(page, "edges", "borderTopColor") == NOTHING
    assert painted(page, "edges", "borderLeftColor") == INK


@pytest.mark.browser
def test_a_script_that_sets_a_variable_paints_nothing_but_roles(page: Page) -> None:
    page.evaluate("document.documentElement.style.setProperty('--white', 'red')")
    page.evaluate("document.documentElement.style.setProperty('--brand', 'red')")
    assert painted(page, "plain") == PAPER
    assert painted(page, "brand", "color") == INK
