"""Presentational attributes: before and after."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y_proxy.core.artifact import Marker
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Layout, Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.rewrite.html.document import parse, serialise
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.steps.presentational import presentational

Repainted = Callable[..., str]


@pytest.fixture
def repainted() -> Repainted:
    """What the step makes of a fragment."""

    def run(html: str, layout: Layout = "site") -> str:
        tree = parse(html, fragment=True)
        presentational(
            Page(
                root=tree.root,
                url="https://town.example/",
                site=Site("https://town.example"),
                rendition=Rendition(layout=layout),
                phrases=Phrases({}),
                mark=Marker("0" * 32),
                fragment=True,
            )
        )
        return serialise(tree).decode()

    return run


PLATE = "background-color:var(--a11y-plate)"
CASES = {
    '<font color="red" size="1" face="Arial">x</font>': (
        '<font face="Arial" style="font-size:clamp(var(--a11y-min), calc(10px * var(--a11y-scale)),'
        ' var(--a11y-max))">x</font>'
    ),
    '<font size="+2">x</font>': (
        '<font style="font-size:clamp(var(--a11y-min), calc(24px * var(--a11y-scale)), var(--a11y-max))">x</font>'
    ),
    '<font size="big">x</font>': "<font>x</font>",
    '<p align="justify">x</p>': '<p style="text-align:start">x</p>',
    '<p align="center">x</p>': '<p align="center">x</p>',
    '<table bgcolor="ffffff" style="top:0"></table>': (
        '<table style="background-color:var(--a11y-paper,#ffffff);top:0"></table>'
    ),
    '<table bgcolor="chucknorris"></table>': (
        '<table style="background-color:var(--a11y-surface)"></table>'
    ),
    '<table bgcolor="" background="tile.gif"></table>': '<table background="tile.gif"></table>',
    '<table bordercolor="red" border="1"></table>': (
        '<table border="1" style="border-color:var(--a11y-line,red)"></table>'
    ),
    '<table width="800"><tbody><tr><td width="200" nowrap="" height="9">x</td></tr></tbody></table>': (
        '<table style="width:calc(800px * var(--a11y-scale));max-width:100%"><tbody><tr>'
        '<td height="9" style="width:25%">x</td></tr></tbody></table>'
    ),
    '<table width="100%"></table>': '<table width="100%"></table>',
    '<svg fill="#333"><path stroke="none" d="M0 0"></path></svg>': (
        '<svg fill="var(--a11y-drawn,#333)"><path stroke="none" d="M0 0"></path></svg>'
    ),
    '<svg><path d="M0 0"></path></svg>': (
        '<svg fill="var(--a11y-drawn,inherit)"><path d="M0 0"></path></svg>'
    ),
    '<svg fill="none"><path fill="currentColor"></path><path fill="#fff"></path></svg>': (
        '<svg fill="none"><path fill="currentColor"></path>'
        '<path fill="var(--a11y-paper,#fff)"></path></svg>'
    ),
    '<svg fill="none"><path fill="currentColor"></path><path stroke="#777"></path></svg>': (
        '<svg fill="none"><path fill="currentColor"></path>'
        '<path stroke="var(--a11y-drawn,#777)"></path></svg>'
    ),
    '<svg><path fill="red"></path><path fill="blue"></path></svg>': (
        f'<svg style="{PLATE}"><path fill="red"></path><path fill="blue"></path></svg>'
    ),
    '<img width="200" height="100" src="a.png">': '<img width="200" height="100" src="a.png"/>',
}


@pytest.mark.parametrize(
    ("before", "after"), CASES.items(), ids=[str(n) for n in range(len(CASES))]
)
def test_a_hint_becomes_a_style_of_roles(before: str, after: str, repainted: Repainted) -> None:
    assert repainted(before) == after


def test_the_text_layout_takes_hints_away(repainted: Repainted) -> None:
    before = '<p align="center"><font size="1">x</font></p><table width="50%"></table>'
    assert repainted(before, layout="text") == "<p><font>x</font></p><table></table>"


def test_a_frame_that_forbids_scrolling_can_be_scrolled_when_its_text_is_large(
    repainted: Repainted,
) -> None:
    assert repainted('<iframe src="map.html" scrolling="no"></iframe>') == (
        '<iframe src="map.html"></iframe>'
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<input size="50">', '<input style="--a11y-columns:50ch"/>'),
        ('<textarea cols="60"></textarea>', '<textarea style="--a11y-columns:60ch"></textarea>'),
        ('<input size="wide">', '<input size="wide"/>'),
        ('<select size="4"></select>', '<select size="4"></select>'),
    ],
)
def test_a_field_is_as_wide_as_it_says_where_there_is_room(
    repainted: Repainted, before: str, after: str
) -> None:
    assert repainted(before) == after
