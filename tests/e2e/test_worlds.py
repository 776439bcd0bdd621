"""The town where colours are the system's, where no script runs, and on paper."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.probes import probes

pytestmark = pytest.mark.browser

PAGES = ("/", "/services/")
WIDE = {"width": 1280, "height": 900}
OWN = ":not([data-a11y-ui], [data-a11y-ui] *, .a11y-skip)"
TEXTS = "document.body.innerText.match(/[\\p{L}\\p{N}]+/gu).length"
SYSTEM = """() => {
  const names = ['CanvasText', 'LinkText', 'VisitedText', 'ButtonText', 'FieldText', 'GrayText'];
  return names.map(name => { document.body.style.color = name; return getComputedStyle(document.body).color });
}"""
STRANGE = """system => {
  const shown = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('svg'));
  const strange = shown.filter(e => !system.includes(getComputedStyle(e).color));
  return strange.map(e => `${e.localName}.${e.className} ${getComputedStyle(e).color}`);
}"""
SHUT = """() => [...document.querySelectorAll('nav a')].filter(link => {
  if (link.checkVisibility()) return false;
  link.closest('ul')?.closest('li')?.querySelector('a')?.focus();
  return !link.checkVisibility();
}).map(link => link.href)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_in_a_system_s_own_colours_every_text_is_the_system_s_and_7_to_1(
    visitor: Any, axe: Any, path: str, scheme: str
) -> None:
    page: Page = visitor(
        "theme=yellow-on-black", viewport=WIDE, forced_colors="active", color_scheme=scheme
    )
    system = page.evaluate(SYSTEM)  # on an empty page, which no script of ours minds
    page.goto(path)
    assert page.evaluate(STRANGE, system) == []
    found = axe(page, {"type": "rule", "values": ["color-contrast-enhanced"]})
    assert found["violations"] == []
    assert probes.focus(page).faults == []
    assert probes.layout(page).faults == []
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scale", [100, 300])
def test_without_scripts_every_word_is_there_and_can_be_read(
    visitor: Any, path: str, scale: int
) -> None:
    page: Page = visitor(f"theme=white-on-black&scale={scale}", viewport=WIDE, scripts=False)
    page.goto(path)
    assert probes.contrast(page).held
    assert probes.layout(page).faults == []
    assert probes.overflow(page).faults == []
    assert page.evaluate(SHUT) == [], "no menu is left that only a script would open"
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_paper_shows_the_page_dark_on_white_without_our_bar(
    visitor: Any, axe: Any, path: str
) -> None:
    page: Page = visitor("theme=yellow-on-black&scale=200", viewport={"width": 700, "height": 900})
    page.goto(path)
    words = page.evaluate(TEXTS)
    page.emulate_media(media="print")
    assert page.locator(".a11y-panel").is_hidden()
    assert page.evaluate(TEXTS) > 0.8 * words
    inks = page.evaluate(
        f"[...new Set([...document.querySelectorAll('body *{OWN}')].filter(e => e.checkVisibility() && !e.closest('svg'))"
        ".map(e => getComputedStyle(e).color))]"
    )
    assert inks == ["rgb(0, 0, 0)"]
    assert probes.overflow(page).faults == []
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.context.close()
