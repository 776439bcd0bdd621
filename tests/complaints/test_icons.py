"""Complaints about icons and emblems that nobody saw, in our themes and in a system's own colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.complaints.drawings import RING
from tests.complaints.sight import Open, Write, pixels, unseen
from tests.probes import probes

pytestmark = pytest.mark.browser

LOOKS = {
    "black-on-white": {},
    "white-on-black": {},
    "a light system": {"forced_colors": "active", "color_scheme": "light"},
    "a dark system": {"forced_colors": "active", "color_scheme": "dark"},
}
"""Our themes, and systems whose own colours go first."""

Look = Callable[..., Page]


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest, visit: Open) -> Look:
    """Opens a path as a visitor with that theme or system gets it."""
    wishes: dict[str, Any] = LOOKS[request.param]
    preferences = "" if wishes else f"theme={request.param}"
    return lambda path: visit(path, preferences, **wishes)


def sheet(icons: dict[str, str]) -> str:
    return "i, a { display: inline-block } " + "".join(
        f".{name} {{ {css} }}" for name, css in icons.items()
    )


DRAWN = "data:image/svg+xml," + quote(RING.format(" fill='#222'"))
MASKS = {
    "mask": "width: 24px; height: 24px; background: #222; mask: url(/pictures/bare.svg)",
    "shape": "width: 24px; height: 24px; background-color: currentColor; mask: url(/pictures/bare.svg) center / contain no-repeat",
    "old": "width: 24px; height: 24px; background-color: #333; -webkit-mask-image: url(/pictures/bare.svg)",
    "ground": "width: 24px; height: 24px; background: url(/pictures/icon.png) no-repeat",
    "drawn": f"width: 24px; height: 24px; background: url({DRAWN})",
}  # fmt: skip


def test_complaint_18_icons_are_seen_in_every_colour_that_a_system_forces(
    write: Write, look: Look
) -> None:
    """mdn/yari#5944: icons went missing in forced colours."""
    icons = " ".join(f"<i class={name}></i>" for name in MASKS)
    assert unseen(look(write(f"<p>{icons}</p>", sheet(MASKS))), MASKS) == {}


PATH = "<path d='M6 6h12v12H6z' {}/>"
DRAWINGS = {
    "filled": PATH.format("fill='#222'"),
    "styled": PATH.format("style='fill: #1a1a1a'"),
    "classed": PATH.format("class=dark"),
    "lined": PATH.format("fill=none stroke='#111' stroke-width=3"),
    "silent": PATH.format(""),
    "used": f"<symbol id=s viewBox='0 0 24 24'>{PATH.format('fill=black')}</symbol><use href=#s />",
}
SVG = "<svg width=24 height=24 viewBox='0 0 24 24' aria-hidden=true"


def test_complaint_19_a_drawing_in_the_page_takes_the_ink(write: Write, look: Look) -> None:
    """ericwbailey/a11y-webring.club#72, wagtail#7326: icons stayed dark on dark."""
    body = " ".join(f"<i class={name}>{SVG}>{path}</svg></i>" for name, path in DRAWINGS.items())
    css = ".dark { fill: #222 } i { display: inline-block; height: 24px }"
    assert unseen(look(write(f"<p>{body}</p>", css)), DRAWINGS) == {}


EMBLEMS = {"dark": "logo.png", "vector": "icon.svg", "pale": "logo-white.png"}


def test_complaint_20_an_emblem_is_seen_on_every_paper(write: Write, look: Look) -> None:
    """alphagov/govuk-frontend#2272: an emblem was gone where colours are forced."""
    body = " ".join(
        f"<a href=/><img class={name} src=/pictures/{file} alt=Герб width=60 height=60></a>"
        for name, file in EMBLEMS.items()
    )
    css = "header { background: #14213d; color: #fff }"
    assert unseen(look(write(f"<header>{body}</header>", css)), EMBLEMS) == {}


def test_complaint_21_buttons_that_hold_an_icon_are_seen_named_and_ringed(
    write: Write, look: Look
) -> None:
    """microsoft/fast#1715: buttons with nothing but an icon vanished, and so did the focus."""
    css = """
    button, .two { background: transparent; border: 0; padding: 2px; outline: 0 !important } .two { display: inline-block }
    button:focus { outline: none !important; box-shadow: 0 0 2px #09f } i { display: inline-block }
    """
    icon = f"{SVG}>{DRAWINGS['filled']}</svg>"
    body = f"<p><button class=one title=Шукати>{icon}</button> <a class=two href=/x aria-label=Головна>{icon}</a></p>"
    page = look(write(body, css))
    assert page.get_by_role("button", name="Шукати").is_visible()
    assert page.get_by_role("link", name="Головна").is_visible()
    assert unseen(page, ("one svg", "two svg")) == {}
    assert pixels(page, ".one", "borderTopWidth") >= 2
    assert probes.focus(page).faults == []


BACKGROUNDS = {
    "indented": "width: 24px; height: 24px; overflow: hidden; text-indent: -9999px; background: url(/pictures/icon.png) no-repeat",
    "nothing": "width: 24px; height: 24px; overflow: hidden; font-size: 0; background: url(/pictures/icon.png) no-repeat",
    "beside": "padding-left: 30px; background: url(/pictures/icon.png) no-repeat left center",
}  # fmt: skip


def test_complaint_22_an_icon_that_is_a_background_is_seen_or_its_words_are(
    write: Write, look: Look
) -> None:
    """eBay/skin#233, ministryofjustice/moj-frontend#360: links that were an icon were nothing."""
    links = " ".join(f"<a class={name} href=/x>Друк</a>" for name in BACKGROUNDS)
    page = look(write(f"<p>{links}</p>", sheet(BACKGROUNDS)))
    assert unseen(page, BACKGROUNDS) == {}
