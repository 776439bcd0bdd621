"""The settings as a table: what each is called, and what each of its values is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11y_proxy.core.preferences import Preferences
from a11y_proxy.server.preferences import LARGEST, SMALLEST, values
from a11y_proxy.theming.registry import Themes

LABELS: dict[str, tuple[str, dict[str, str]]] = {
    "images": (
        "Pictures",
        {
            "on": "Show",
            "grey": "Show without colour",
            "off": "Show their descriptions instead",
        },
    ),
    "spacing": ("Spacing of letters and lines", {"normal": "As on the site", "wide": "Wide"}),
    "typeface": (
        "Typeface",
        {
            "site": "As on the site",
            "sans": "Without serifs",
            "serif": "With serifs",
            "legible": "Letters that are easy to tell apart",
        },
    ),
    "layout": (
        "Layout",
        {"site": "As on the site", "text": "Text in one column"},
    ),
    "motion": ("Movement on pages", {"off": "Stopped", "on": "As on the site"}),
}
"""Names and values as in `server.preferences`; the words are phrases of the catalogues."""

NO_PROMISE = "without any promise of contrast"
"""What is said of a theme that leaves the site's colours."""

LANGUAGE_NAMES = {"uk": "Українська", "en": "English"}
"""Each in its own language, so that who needs it can read it."""

_SIZES = (100, 125, 150, 175, 200, 250, 300, 400)


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a setting; `sample` names the theme whose colours it shows, `note` is a phrase."""

    value: str
    label: str
    chosen: bool
    sample: str = ""
    note: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting: its name in the form, its legend (a phrase), its options."""

    name: str
    legend: str
    options: tuple[Option, ...]


def choices(preferences: Preferences, themes: Themes) -> Iterator[Choice]:
    """Gives every setting with its options; labels of `LABELS` are phrases still to be said."""
    now = values(preferences)
    language = preferences.language
    yield Choice(
        "theme",
        "Colours",
        tuple(
            Option(
                name,
                title(themes, name, language),
                name == now["theme"],
                sample=name if themes[name].repaints else "",
                note="" if themes[name].repaints else NO_PROMISE,
            )
            for name in themes
        ),
    )
    sizes = sorted({*_SIZES, preferences.appearance.scale} & {*range(SMALLEST, LARGEST + 1)})
    yield Choice(
        "scale",
        "Text size",
        tuple(Option(str(size), f"{size} %", str(size) == now["scale"]) for size in sizes),
    )
    for name, (legend, labels) in LABELS.items():
        options = (
            Option(value, label, value == now[name])
            for value, label in labels.items()
            if value != "legible" or themes.has_typeface
        )
        yield Choice(name, legend, tuple(options))
    yield Choice(
        "lang",
        "Language of these settings",
        tuple(
            Option(tag, label, tag == language, language=tag)
            for tag, label in LANGUAGE_NAMES.items()
        ),
    )


def title(themes: Themes, name: str, language: str) -> str:
    """Gives a theme's name in a language, in another of its languages, or as its folder has it."""
    titles = themes[name].titles
    return titles.get(language) or next(iter(titles.values()), name)
