"""Reads what ships beside the code, once, at the start: themes and catalogues."""

from __future__ import annotations

from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from a11y_proxy.core.phrases import Phrases
from a11y_proxy.theming.registry import Themes, build
from a11y_proxy.theming.theme import ThemeError
from a11y_proxy.theming.typeface import Typeface

_PACKAGE = Path(__file__).parent.parent
_BASE = "base"
_LEGIBLE = "typeface-legible"


def themes_folder() -> Path:
    """Gives the folder of the themes that ship: inside an installed package, or beside it."""
    installed = _PACKAGE / "themes"
    return installed if installed.is_dir() else _PACKAGE.parent / "themes"


def read_themes(
    folder: Path | None = None, default: str | None = None, typeface: Typeface | None = None
) -> Themes:
    """
    Gives the themes in a folder, one sub-folder each, proved; `default` is the operator's choice.

    Without a typeface of our own nobody is offered one.
    Raises ThemeError naming the file, or the theme, and what is wrong with it.
    """
    place = themes_folder() if folder is None else folder
    if not place.is_dir():
        raise ThemeError(f"{place} is not a folder of themes")
    texts = {path.parent.name: _text(path) for path in sorted(place.glob("*/theme.toml"))}
    css = {name: _text(path) for name in texts if (path := place / name / "theme.css").is_file()}
    base = place if (place / _BASE).is_dir() else themes_folder()
    sheets = {path.stem: _text(path) for path in sorted((base / _BASE).glob("*.css"))}
    legible = sheets.pop(_LEGIBLE, "")
    if typeface is not None:
        sheets[_LEGIBLE] = typeface.rules + legible
    return build(texts, css, sheets, default)


def read_phrases(folder: Path | None = None) -> Phrases:
    """
    Gives the catalogues in a folder (GNU gettext layout), without the entries marked fuzzy.

    Raises ValueError naming the file for one that is not a catalogue.
    """
    place = _PACKAGE / "locale" if folder is None else folder
    tables = {}
    for path in sorted(place.glob("*/LC_MESSAGES/a11y_proxy.po")):
        try:
            with path.open("rb") as file:
                catalogue = read_po(file, abort_invalid=True)
        except (PoFileError, UnicodeDecodeError) as error:
            raise ValueError(f"{path} is not a gettext catalogue: {error}") from error
        tables[path.parent.parent.name] = {
            str(message.id): str(message.string)
            for message in catalogue
            if message.id and message.string and not message.fuzzy
        }
    return Phrases(tables)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ThemeError(f"{path} cannot be read: {error}") from error
