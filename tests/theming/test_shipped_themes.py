"""The themes that ship, and the sheet that all of them share."""

import re

import pytest
import tinycss2

from a11y_proxy.core.colour import contrast, luminance
from a11y_proxy.core.preferences import Appearance
from a11y_proxy.stores.files import read_themes, themes_folder
from a11y_proxy.theming.contrast import BrokenPromiseError, pairs
from a11y_proxy.theming.stylesheet import SHARED, digest, stylesheet
from a11y_proxy.theming.theme import ThemeError

THEMES = read_themes()
SHEETS = sorted((themes_folder() / "base").glob("*.css"))
LITERAL = re.compile(
    r"(?<![\w-])#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklch)a?\(|\burl\(", re.IGNORECASE
)
WISHES = {
    f"{name}-{value}"
    for name, values in {
        "spacing": ("normal", "wide"),
        "typeface": ("site", "sans", "serif", "legible"),
        "motion": ("off", "on"),
        "images": ("grey", "colour"),
        "layout": ("site", "text"),
    }.items()
    for value in values
}


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_keeps_the_promise(name):
    theme = THEMES[name]
    assert theme.promise == ("none" if name == "site" else "AAA")
    assert all(pair.holds for pair in pairs(theme))


@pytest.mark.parametrize("name", THEMES)
def test_a_raised_area_shows_and_the_plate_is_light(name):
    palette = THEMES[name].palette
    assert contrast(palette["paper"], palette["surface"]) > 1.1
    assert luminance(palette["plate"]) > 0.8


def test_the_default_is_no_theme_without_a_promise():
    assert THEMES[THEMES.default].repaints
    assert THEMES.repainting("site") == THEMES.default


def test_the_sites_own_colours_need_no_role_outside_of_what_is_ours():
    sheet = stylesheet(THEMES, Appearance("site"))
    roles = re.compile(
        r"([^{}]*)\{[^{}]*var\(--a11y-(?:paper|surface|ink|text|link|line|mark|focus)\)"
    )
    assert [found for found in roles.findall(sheet) if ".a11y-" not in found] == []


def test_every_theme_has_a_title_in_every_language():
    assert all(set(theme.titles) == {"uk", "en"} for theme in THEMES.values())


def test_there_is_one_that_follows_the_system():
    following = [theme for theme in THEMES.values() if theme.follows]
    assert len(following) == 1
    light, dark = THEMES.faces(following[0].name)
    assert (light.dark, dark.dark) == (False, True)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_shared_sheet_parses_and_names_no_colour(path):
    text = path.read_text("utf-8")
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    assert rules
    assert not [rule for rule in rules if rule.type == "error"]
    assert not LITERAL.search(text)


def test_every_shared_sheet_is_used():
    assert {path.stem for path in SHEETS} == {*SHARED, *WISHES & {path.stem for path in SHEETS}}


def test_the_layer_holds_everything():
    sheet = stylesheet(THEMES, Appearance(THEMES.default))
    kinds = [
        getattr(rule, "at_keyword", "rule")
        for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    ]
    assert kinds == ["layer"]


def test_widths_grow_with_the_scale():
    small = stylesheet(THEMES, Appearance(THEMES.default, scale=100))
    large = stylesheet(THEMES, Appearance(THEMES.default, scale=250))
    assert "(max-width: 40em)" in small
    assert "(max-width: 100em)" in large
    assert "--a11y-scale: 2.5" in large


@pytest.mark.parametrize(
    ("wish", "trace"),
    [
        ({"spacing": "wide"}, "word-spacing: 0.16em"),
        ({"typeface": "serif"}, "Georgia"),
        ({"typeface": "sans"}, "Verdana"),
        ({"grey": True}, "grayscale(1)"),
        ({"motion": "on"}, "prefers-reduced-motion"),
    ],
)
def test_a_wish_brings_its_part_and_only_then(wish, trace):
    plain, wished = (stylesheet(THEMES, Appearance(THEMES.default, **each)) for each in ({}, wish))
    assert trace not in plain
    assert trace in wished
    assert digest(plain) != digest(wished)


def test_text_in_one_column_has_its_part():
    appearance = Appearance(THEMES.default)
    assert "42rem" not in stylesheet(THEMES, appearance)
    assert "42rem" in stylesheet(THEMES, appearance, "text")


def test_no_sheet_opts_out_of_forced_colours():
    assert not [path for path in SHEETS if "forced-color-adjust" in path.read_text("utf-8")]


def test_a_folder_with_a_typo_is_named(tmp_path, good):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "theme.toml").write_text(good.replace("ink =", "inc ="), "utf-8")
    with pytest.raises(ThemeError, match=r"'mine' has an unknown key 'palette\.inc'.*'ink'"):
        read_themes(tmp_path)


def test_a_file_that_is_not_text_is_named(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "theme.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ThemeError, match=r"mine/theme\.toml cannot be read"):
        read_themes(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ThemeError, match="nowhere is not a folder of themes"):
        read_themes(tmp_path / "nowhere")


def test_a_folder_of_ones_own_borrows_the_shared_sheets(tmp_path, good):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "theme.toml").write_text(good, "utf-8")
    mine = read_themes(tmp_path)
    assert list(mine) == ["mine"]
    assert mine.sheets == THEMES.sheets
    (tmp_path / "mine" / "theme.toml").write_text(good.replace("#00009f", "#9999ff"), "utf-8")
    with pytest.raises(BrokenPromiseError):
        read_themes(tmp_path)
