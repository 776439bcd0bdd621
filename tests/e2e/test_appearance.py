"""Every theme at its smallest and a large size: contrast, a closed palette, and room to read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.theme import GROUNDS, TEXTS
from a11y_proxy.town import PAGES
from tests.probes.scripts import run

THEMES = read_themes()
REPAINTING = [name for name, theme in THEMES.items() if theme.repaints]
SCALES = (100, 300)
LARGEST = 400
"""Percent; a telephone has room for four letters then: no word can stand whole."""

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 900}  # WCAG 1.4.10: 320 CSS px
ENHANCED = {"type": "rule", "values": ["color-contrast-enhanced"]}

pytestmark = pytest.mark.browser


@dataclass
class Tour:
    """What one visitor met on every page of the town."""

    title: str
    theme: str
    contrast: list[str] = field(default_factory=list)
    undecided: list[str] = field(default_factory=list)
    pictured: list[str] = field(default_factory=list)
    narrow: list[str] = field(default_factory=list)
    text: dict[str, str] = field(default_factory=dict)
    ground: dict[str, str] = field(default_factory=dict)


# What differs by theme is the palette, which is proved when it is loaded. So a light and a dark
# theme see every page each time, the others three pages; the long shelf holds the rest.
EVERYWHERE = ("black-on-white", "auto")
FEW = ("/", "/services/", "/development/")
TOURS = [
    *((theme, scale, PAGES) for theme in EVERYWHERE for scale in SCALES),
    (EVERYWHERE[0], LARGEST, PAGES),
    *((theme, scale, FEW) for theme in REPAINTING if theme not in EVERYWHERE for scale in SCALES),
    *(
        pytest.param((theme, scale, PAGES), marks=pytest.mark.long)
        for theme in REPAINTING
        if theme not in EVERYWHERE
        for scale in SCALES
    ),
]


@pytest.fixture(scope="module", params=TOURS, ids=lambda way: f"{way[0]}-{way[1]}-{len(way[2])}")
def tour(request: pytest.FixtureRequest, visitor: Any, look: Any, axe: Any) -> Tour:
    theme, scale, pages = request.param
    tour = Tour(f"{theme} at {scale} %, {len(pages)} pages", theme)
    # A theme that follows the visitor's system is met by night: by day it is the default theme.
    page = visitor(f"theme={theme}&scale={scale}", viewport=WIDE, color_scheme="dark")
    for path in pages:
        page.set_viewport_size(WIDE)
        page.goto(path)
        found = axe(page, ENHANCED)
        tour.contrast += [f"{path} {fault}" for fault in found["violations"]]
        tour.undecided += [f"{path} {fault}" for fault in found["incomplete"]]
        for colours in look(page, "colours"):
            for mine, theirs in ((tour.text, colours["text"]), (tour.ground, colours["ground"])):
                for colour, element in theirs.items():
                    mine.setdefault(colour, f"{path} {element}")
        tour.pictured += [f"{path} {text}" for texts in look(page, "pictures") for text in texts]
        page.set_viewport_size(NARROW)
        run(page, "rest")
        tour.pictured += [f"{path} {text}" for texts in look(page, "pictures") for text in texts]
        tour.narrow += [
            f"{path} {fault}"
            for faults in look(page, "layout")
            for fault in faults
            if not (fault.startswith("squeezed") and scale == LARGEST)
        ]
    page.context.close()
    return tour


def test_every_text_stands_out_from_its_ground_seven_to_one(tour: Tour, figures: list[str]) -> None:
    figures.append(
        f"{tour.title}: {len(tour.contrast)} texts under 7:1, "
        f"{len(tour.undecided)} that axe cannot decide, {len(tour.narrow)} out of room at 320 px"
    )
    figures += [f"    undecided: {text}" for text in tour.undecided]
    assert not tour.contrast, "\n".join(tour.contrast)


def test_no_colour_but_the_theme_s_own_is_painted(tour: Tour) -> None:
    """Holds where axe is undecided, too: these texts on these grounds are proved at loading."""
    palette = THEMES.faces(tour.theme)[1].palette
    texts = {rgb(palette[role]) for role in TEXTS}
    grounds = {rgb(palette[role]) for role in (*GROUNDS, "plate")} | {"rgba(0, 0, 0, 0)"}
    assert {key: where for key, where in tour.text.items() if key not in texts} == {}
    assert {key: where for key, where in tour.ground.items() if key not in grounds} == {}


def test_no_text_stands_on_a_picture(tour: Tour) -> None:
    assert not tour.pictured, "\n".join(tour.pictured)


def test_no_text_lacks_room_on_a_small_screen(tour: Tour) -> None:
    assert not tour.narrow, "\n".join(tour.narrow)


@pytest.mark.parametrize("width", [768, 1024, 1280])
def test_no_text_lacks_room_on_an_ordinary_screen(visitor: Any, look: Any, width: int) -> None:
    """At the size that a first visit gets: between the site's own widths and the small screen's."""
    page = visitor(viewport={"width": width, "height": 900})
    faults = []
    for path in PAGES:
        page.goto(path)
        faults += [f"{path} {fault}" for found in look(page, "layout") for fault in found]
    page.context.close()
    assert not faults, "\n".join(faults)


def rgb(colour: str) -> str:
    """Gives "#rrggbb" as browsers report it."""
    red, green, blue = bytes.fromhex(colour[1:])
    return f"rgb({red}, {green}, {blue})"
