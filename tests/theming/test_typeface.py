"""A typeface of our own: from files to the rules of a sheet, and nothing without a licence."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11y_proxy.core.preferences import Appearance
from a11y_proxy.stores.files import read_themes
from a11y_proxy.stores.typefaces import read_typeface
from a11y_proxy.theming.stylesheet import stylesheet
from a11y_proxy.theming.theme import ThemeError
from a11y_proxy.theming.typeface import LICENCE, typeface

FILES = {
    "Clear-Regular.woff2": b"r",
    "Clear-Bold.woff2": b"b",
    "Clear-BoldItalic.woff2": b"bi",
    "Clear-Thin.woff2": b"t",
    "notes.woff2": b"n",
}


def sheet(files: dict[str, bytes] | None) -> str:
    found = typeface(files, "OFL") if files else None
    themes = read_themes(typeface=found)
    return stylesheet(themes, Appearance(themes.default, typeface="legible"))


def test_each_cut_becomes_a_rule_and_what_is_no_cut_is_left_aside() -> None:
    found = typeface(FILES, "OFL")
    assert found
    assert found.rules.count("@font-face") == 3
    assert "font-weight: 700; font-style: italic; font-display: swap" in found.rules
    assert found.files[LICENCE] == b"OFL"
    assert not any("thin" in name or "notes" in name for name in found.files)


def test_another_file_has_another_address() -> None:
    one, other = (typeface(FILES | {"Clear-Regular.woff2": body}, "") for body in (b"1", b"2"))
    assert one
    assert other
    assert len(set(one.files) ^ set(other.files)) == 2


def test_italics_alone_are_no_typeface() -> None:
    assert typeface({"Clear-Italic.woff2": b"i"}, "OFL") is None


def test_only_who_chose_it_gets_it_in_the_sheet() -> None:
    assert '"a11y legible"' in sheet(FILES)
    themes = read_themes(typeface=typeface(FILES, "OFL"))
    for other in ("site", "sans", "serif"):
        assert "a11y legible" not in stylesheet(themes, Appearance(themes.default, typeface=other))


def test_without_a_typeface_an_old_wish_shows_the_sites_own() -> None:
    assert "a11y legible" not in sheet(None)
    assert not read_themes().has_typeface
    assert read_themes(typeface=typeface(FILES, "OFL")).has_typeface


def test_an_operators_folder_must_hold_a_typeface_and_its_licence(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"holds no OFL\.txt"):
        read_typeface(tmp_path)
    (tmp_path / "OFL.txt").write_text("SIL Open Font License")
    with pytest.raises(ThemeError, match=r"no file ends with -Regular\.woff2"):
        read_typeface(tmp_path)
    (tmp_path / "Own-Regular.woff2").write_bytes(b"x")
    found = read_typeface(tmp_path)
    assert found
    assert found.files[LICENCE] == b"SIL Open Font License"
