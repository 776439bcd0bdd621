"""Words painted red by hand: before and after."""

from __future__ import annotations

import pytest

from a11y_proxy.core.artifact import Marker
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.rewrite.html.document import parse
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.steps.emphasis import emphasis


def style_after(markup: str) -> str | None:
    tree = parse(markup, fragment=True)
    page = Page(
        tree.root, "http://town.example/", Site("http://town.example"), Rendition(), Phrases({}),
        Marker("0" * 32), fragment=True,
    )  # fmt: skip
    emphasis(page)
    return tree.root[0].get("style")


@pytest.mark.parametrize(
    "markup",
    [
        '<font color="red">30 266,4</font>',
        '<font color="#CC9999">30 266,4</font>',
        '<font color="cc0000">30 266,4</font>',
        '<span style="color: rgb(200, 0, 0)">30 266,4</span>',
        '<span style="font-style: italic; color:#C00 !important">30 266,4</span>',
    ],
)
def test_words_painted_red_are_bold(markup: str) -> None:
    assert (style_after(markup) or "").startswith("font-weight:bold")


@pytest.mark.parametrize(
    "markup",
    [
        '<font color="#99CC99">140 610,3</font>',
        '<font color="navy">текст</font>',
        '<font color="#AAAAAA">тис. грн</font>',
        '<font color="#8B4513">коричневий</font>',
        '<font color="orange">текст</font>',
        '<font color="">текст</font>',
        '<font color="немає">текст</font>',
        '<span style="background-color: red">текст</span>',
        '<span style="color: var(--brand)">текст</span>',
        '<p style="color: red">цілий абзац</p>',
    ],
)
def test_every_other_colour_says_nothing_of_its_own(markup: str) -> None:
    assert "bold" not in (style_after(markup) or "")


def test_a_weight_of_the_author_s_own_stands() -> None:
    style = style_after('<span style="color:red;font-weight:normal">x</span>') or ""
    assert style.index("font-weight:bold") < style.index("font-weight:normal")
