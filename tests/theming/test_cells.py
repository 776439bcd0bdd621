"""A cell that a rule made a header, or none, looks as it did."""

import pytest

from a11y_proxy.core.artifact import Marker
from a11y_proxy.core.preferences import Appearance
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_sheet
from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.stylesheet import stylesheet

pytestmark = pytest.mark.browser

THEMES = read_themes()
AUTHOR = """
table { border-collapse: collapse; text-align: right }
td { padding: 3px 9px; border: 2px solid gray } tr.head td { background: #ddd; font-style: italic }
th { padding: 20px; border: 7px solid red; text-transform: uppercase } th:first-child { width: 300px }
td:not(.none) { vertical-align: bottom } td { font-weight: 300 } .bold td { font-weight: 800 }
"""
LOOK = """element => {
  const style = getComputedStyle(element), names = ['paddingLeft', 'borderTopWidth', 'fontStyle',
    'backgroundColor', 'textTransform', 'verticalAlign', 'textAlign', 'fontWeight']
  return [...names.map(name => style[name]), element.offsetWidth, element.offsetHeight]
}"""
AS_IT_WAS = "<tr class={row}>{open}Джерело{close}{open}План{close}</tr>"
TAGS = {
    "td": ("<td>", "</td>", '<th scope=col data-a11y-was="td">', "</th>"),
    "td align": ("<td align=left>", "</td>", '<th align=left data-a11y-was="td">', "</th>"),
    "th": ("<th>", "</th>", '<td data-a11y-was="th">', "</td>"),
}


def looks(page, row, opening, closing):
    context = SheetContext(map_url=lambda url: url, mark=Marker("0" * 32))
    line = AS_IT_WAS.format(row=row, open=opening, close=closing)
    page.set_content(
        f"<!DOCTYPE html><style>{stylesheet(THEMES, Appearance(THEMES.default))}</style>"
        f"<style>{rewrite_sheet(AUTHOR, context)}</style><table>{line}</table>"
    )
    return page.locator("tr > *").evaluate_all(f"cells => cells.map({LOOK})")


@pytest.mark.parametrize("row", ["head", "bold", "plain"])
@pytest.mark.parametrize("tag", ["td", "td align"])
def test_a_cell_that_became_a_header_looks_as_its_author_wanted(chromium, tag, row):
    page = chromium.new_page()
    opening, closing, new_opening, new_closing = TAGS[tag]
    before = looks(page, row, opening, closing)
    assert looks(page, row, new_opening, new_closing) == before
    assert looks(page, row, "<th>", "</th>") != before, "else the test could not fail"
    page.close()


def test_a_corner_that_heads_nothing_keeps_the_look_of_the_heads(chromium):
    page = chromium.new_page()
    opening, closing, new_opening, new_closing = TAGS["th"]
    had, has = (
        looks(page, "plain", opening, closing),
        looks(page, "plain", new_opening, new_closing),
    )
    assert [cell[:5] for cell in has] == [cell[:5] for cell in had]
    page.close()
