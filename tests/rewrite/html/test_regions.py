"""What stands on other pages, too, tells regions that have no names."""

from __future__ import annotations

from collections.abc import Callable

from a11y_proxy.rewrite.html import engine
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.block import blocks
from a11y_proxy.rewrite.html.rules.landmarks import LANDMARKS

Read = Callable[..., Page]

SITE = """
<table><tr><td>Monday, 23 November</td></tr>
<tr><td class="x1"><a href="/"><img src="logo.png" alt="Town"></a> Official site of the council</td></tr>
<tr><td class="x2"><a href="/n">News of the town</a> <a href="/d">Documents</a> <a href="/c">Contacts</a></td></tr>
<tr><td class="x3"><p>{first}</p><p>{second}</p></td><td class="x4">Weather: rain in the morning</td></tr>
<tr><td class="x5">© The council of the town, 2008-2026</td></tr></table>
"""
ONE = SITE.format(
    first="There will be no water in School Street tomorrow, from nine to five, says the company.",
    second="It will be brought by lorry, twice a day, to the square in front of the school.",
)
OTHER = SITE.format(
    first="The council has decided on the budget of the coming year, and on the taxes of land.",
    second="All its decisions can be read by anybody in the room of the secretary, on Mondays.",
)


def regions(page: Page) -> dict[str, str]:
    engine.run(LANDMARKS, page, strict=True)
    return {
        element.get("class", ""): element.get("role", "") for element in page.index.having("role")
    }


def test_a_page_by_itself_shows_its_text_only(read_page: Read) -> None:
    assert regions(read_page(ONE)) == {"x3": "main"}


def test_what_another_page_repeats_is_told_from_what_it_does_not(read_page: Read) -> None:
    page, shared = read_page(ONE), set(blocks(read_page(OTHER)).values())
    page.repeated = frozenset(block for block, digest in blocks(page).items() if digest in shared)
    assert regions(page) == {
        "x1": "banner",
        "x2": "navigation",
        "x3": "main",
        "x5": "contentinfo",
    }


def test_a_page_of_which_nothing_is_its_own_is_judged_by_its_text(read_page: Read) -> None:
    page = read_page(ONE)
    page.repeated = frozenset(blocks(page))
    assert regions(page)["x3"] == "main"
