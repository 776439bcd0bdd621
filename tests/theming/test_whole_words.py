"""Where a row has no room for its words, it is not the words that give way."""

import pytest

from a11y_proxy.core.preferences import Appearance
from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.stylesheet import stylesheet

pytestmark = pytest.mark.browser

THEMES = read_themes()
LINES = """element => {
  const words = document.createRange()
  words.selectNodeContents(element)
  return new Set([...words.getClientRects()].map(box => Math.round(box.top))).size
}"""
ROWS = {
    "a menu beside a search": "<nav style='display:flex;width:400px'><a>Громада</a><a>Послуги</a>"
    "<a>Новини</a><i style='flex:none;width:380px'></i></nav>",
    "columns of a table": "<table width=200><tr><td><a>Громада</a><td><a>Послуги</a>"
    "<td><a>Новини</a><td><a>Звернення</a></table>",
    "tracks of a grid": "<div style='display:grid;grid-template-columns:auto auto auto;width:150px'>"
    "<a>Громада</a><a>Послуги</a><a>Новини</a></div>",
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_words_in_a_row_without_room_stay_whole(chromium, row):
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    sheet = stylesheet(THEMES, Appearance(THEMES.default, scale=150))
    page.set_content(f"<!DOCTYPE html><style>{sheet}</style>{row}")
    assert page.locator("a").evaluate_all(f"links => links.map({LINES})") == [1] * row.count("<a>")
    page.close()


def test_a_word_wider_than_the_window_breaks(chromium):
    page = chromium.new_page(viewport={"width": 320, "height": 800})
    sheet = stylesheet(THEMES, Appearance(THEMES.default, scale=200))
    page.set_content(f"<!DOCTYPE html><style>{sheet}</style><p>{'Громада' * 20}</p>")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()
