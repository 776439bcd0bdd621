"""What an operator may write into a recipe, and what they are told when it is wrong."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from a11y_proxy.core.site import Site
from a11y_proxy.recipe import Kitchen, RecipeError, read_recipe

WHOLE = """
language = "uk"
main = "#content"
removals = [".advert", "#counter > img"]
toggle_phrases = ["Звичайний вигляд"]
scripts = ["/js/map.js"]

[headings]
".subtitle" = 2

[alts]
"/img/gerb.png" = "Герб громади"
"/img/line.png" = ""

[alts_by_selector]
"#logo img" = "На головну"

[abbreviations]
"ЦНАП" = "Центр надання адміністративних послуг"
"""
SITE = Site("https://town.example", aliases=("https://www.town.example",), host_key=b"k")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "town.toml"


def test_all_that_a_recipe_says_is_known_of_the_site(file: Path) -> None:
    file.write_text(WHOLE, "utf-8")
    assert read_recipe(file).applied(SITE) == Site(
        "https://town.example",
        ("https://www.town.example",),
        "#content",
        {"/img/gerb.png": "Герб громади", "/img/line.png": ""},
        "uk",
        b"k",
        {"#logo img": "На головну"},
        {".subtitle": 2},
        (".advert", "#counter > img"),
        {"ЦНАП": "Центр надання адміністративних послуг"},
        ("Звичайний вигляд",),
        scripts=("/js/map.js",),
    )


def test_an_empty_recipe_says_nothing(file: Path) -> None:
    file.write_text("", "utf-8")
    assert read_recipe(file).applied(SITE) == SITE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'remove = [".advert"]',
            "`remove` is not a key of a recipe; the nearest is `removals` (town.toml)",
        ),
        (
            'zzz = "x"',
            (
                "`zzz` is not a key of a recipe; there are language, main, removals, "
                "toggle_phrases, scripts, headings, alts, alts_by_selector, abbreviations (town.toml)"
            ),
        ),
        ('main = "#"', "`main` must be a CSS selector such as #content, not '#' (town.toml)"),
        ('main = ""', "`main` must be a CSS selector such as #content, not '' (town.toml)"),
        (
            'main = "p::before"',
            "`main` must be a CSS selector such as #content, not 'p::before' (town.toml)",
        ),
        (
            'removals = ".advert"',
            "`removals` must be a list of CSS selectors, each in quotes, not '.advert' (town.toml)",
        ),
        (
            'removals = [".a", "..b"]',
            "`removals` must be a list of CSS selectors, each in quotes, not '..b' (town.toml)",
        ),
        *(
            (
                f'scripts = ["{path}"]',
                (
                    '`scripts` must be a list of the paths of script files, such as ["/js/map.js"], '
                    f"not '{path}' (town.toml)"
                ),
            )
            for path in ("js/map.js", "/a.js?v=1", "https://town.example/a.js", "/")
        ),
        (
            '[headings]\n".a" = 7',
            (
                "`headings` must be a table of CSS selectors, each with a level from 1 to 6, "
                "not 7 (town.toml)"
            ),
        ),
        (
            '[headings]\n"a[" = 2',
            (
                "`headings` must be a table of CSS selectors, each with a level from 1 to 6, "
                "not 'a[' (town.toml)"
            ),
        ),
        (
            '[alts]\n"/a.png" = " "',
            (
                "`alts` must be a table of addresses of pictures, each with its words, "
                "not ' ' (town.toml)"
            ),
        ),
        (
            "abbreviations = 1",
            (
                "`abbreviations` must be a table of abbreviations, each with what it stands for, "
                "not 1 (town.toml)"
            ),
        ),
    ],
)
def test_a_mistake_is_told_so_that_a_person_can_mend_it(
    file: Path, text: str, message: str
) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(RecipeError) as caught:
        read_recipe(file)
    assert str(caught.value) == message


def test_every_mistake_has_its_own_line(file: Path) -> None:
    file.write_text('main = "#"\nlanguage = "Ukrainian"\n', "utf-8")
    with pytest.raises(RecipeError) as caught:
        read_recipe(file)
    assert len(str(caught.value).splitlines()) == 2


def test_a_file_that_cannot_be_read_is_named(file: Path) -> None:
    with pytest.raises(RecipeError, match=r"town\.toml cannot be read: No such file"):
        read_recipe(file)


@pytest.mark.parametrize("text", [b"main = \n", b"main = '\xff'"])
def test_a_file_that_is_not_toml_is_named(file: Path, text: bytes) -> None:
    file.write_bytes(text)
    with pytest.raises(RecipeError, match=r"town\.toml is not TOML: "):
        read_recipe(file)


def rewrite(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
    stamp = file.stat().st_mtime_ns + 1
    os.utime(file, ns=(stamp, stamp))


def test_a_change_is_seen_once_and_says_all_anew(file: Path) -> None:
    file.write_text(WHOLE, "utf-8")
    kitchen = Kitchen(file, SITE)
    assert kitchen.changed() is None
    rewrite(file, 'main = "main"')
    changed = kitchen.changed()
    assert changed is not None
    assert (changed.main, changed.removals, changed.language) == ("main", (), None)
    assert kitchen.changed() is None


@pytest.mark.parametrize("broken", ['main = "#"', "main =", None])
def test_a_broken_change_is_told_once_and_what_was_said_before_holds(
    file: Path, broken: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    file.write_text('main = "#a"', "utf-8")
    kitchen = Kitchen(file, SITE)
    if broken is None:
        file.unlink()
    else:
        rewrite(file, broken)
    assert [kitchen.changed(), kitchen.changed()] == [None, None]
    assert kitchen.site.main == "#a"
    (told,) = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert "town.toml" in told.getMessage()
    rewrite(file, 'main = "#b"')
    mended = kitchen.changed()
    assert mended is not None
    assert mended.main == "#b"
