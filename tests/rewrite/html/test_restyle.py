"""Styles inside a page: rewritten where they stand, or gone in layout "text"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y_proxy.core.artifact import Marker, Slot
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Layout, Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.rewrite.html.document import parse, serialise
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.steps.restyle import restyle

MARK = Marker("0" * 32)
Restyled = Callable[..., str]


@pytest.fixture
def restyled() -> Restyled:
    def run(html: str, layout: Layout = "site") -> str:
        tree = parse(html, fragment=True)
        site = Site("https://town.example", aliases=("https://www.town.example",))
        restyle(
            Page(
                root=tree.root,
                url="https://town.example/news/",
                site=site,
                rendition=Rendition(layout=layout),
                phrases=Phrases({}),
                mark=MARK,
                fragment=True,
            )
        )
        return serialise(tree).decode()

    return run


CASES = {
    '<p style="color: red">x</p>': '<p style="color:var(--a11y-text,red);">x</p>',
    "<style>a{color:red}</style>x": "<style>a{color:var(--a11y-text,red);}</style>x",
    "<style><!--\na{color:red}\n--></style>": "<style><!--\na{color:var(--a11y-text,red);}\n--></style>",
    "<style type=text/less>@c: red;</style>": '<style type="text/less">@c: red;</style>',
    '<i style="list-style: url(https://www.town.example/a.png)">x</i>': (
        '<i style="list-style:url(&quot;/a.png&quot;);">x</i>'
    ),
    '<svg><style>.a{fill:red}</style><path class="a"></path></svg>': (
        '<svg><style>.a{fill:var(--a11y-drawn,red);}</style><path class="a"></path></svg>'
    ),
    '<svg><style>.a{fill:red;}.b{fill:#fff;}</style><path class="a"></path></svg>': (
        '<svg><style>.a{fill:red;}.b{fill:#fff;}</style><path class="a"></path></svg>'
    ),
    '<p style="">x</p>': '<p style="">x</p>',
    f'<p style="{"(" * 200}">x</p>': "<p>x</p>",
    f"<style>{'{' * 200}</style>x": "<style></style>x",
}


@pytest.mark.parametrize(
    ("before", "after"), CASES.items(), ids=[str(n) for n in range(len(CASES))]
)
def test_a_style_is_rewritten_where_it_stands(before: str, after: str, restyled: Restyled) -> None:
    assert restyled(before) == after


def test_the_media_of_a_sheet_follows_the_scale(restyled: Restyled) -> None:
    after = restyled('<link rel="stylesheet" href="a.css" media="(max-width: 600px)">')
    assert MARK.word(Slot("width", "600px")) in after


def test_the_choice_among_pictures_follows_the_scale(restyled: Restyled) -> None:
    after = restyled(
        '<picture><source media="(width >= 60em)" srcset="a.jpg">'
        '<img sizes="(max-width: 600px) 100vw, 300px" srcset="b.jpg 300w"></picture>'
    )
    assert f'media="(width &gt;= {MARK.word(Slot("width", "60em"))})"' in after
    assert f'sizes="(max-width: {MARK.word(Slot("width", "600px"))}) 100vw, 300px"' in after


def test_the_text_layout_has_no_author_styles_and_all_of_the_text(restyled: Restyled) -> None:
    before = 'a<style>x{}</style>b<link rel="Stylesheet" href="a.css">c<p style="top:0">d</p>'
    assert restyled(before, layout="text") == "abc<p>d</p>"


def test_the_text_layout_keeps_hidden_what_a_style_attribute_hides(restyled: Restyled) -> None:
    before = '<input style="position:absolute; display : none" name="trap">'
    assert restyled(before, layout="text") == '<input style="display:none" name="trap"/>'


NOTHING = {"", " \n ", "<span> </span>", "<!-- x -->", "<p></p><a href=x></a>"}
SOMETHING = {
    "x",
    "<b>x</b>",
    "<img src=a>",
    "<i class=icon></i>",
    "<input>",
    "<svg></svg>",
    "<ul></ul>",
}


@pytest.mark.parametrize("inside", sorted(NOTHING | SOMETHING))
def test_a_box_with_a_picture_says_whether_it_holds_anything(
    inside: str, restyled: Restyled
) -> None:
    after = restyled(f'<div style="background: url(a.jpg)">{inside}</div>')
    assert ('data-a11y-picture=""' in after) == (inside in NOTHING)


def test_only_a_box_with_a_picture_says_what_it_holds(restyled: Restyled) -> None:
    assert "data-a11y-picture" not in restyled('<div style="color: red"></div>')
    assert "data-a11y-picture" not in restyled('<td style="background: url(a.jpg)"></td>')


def test_layout_text_takes_what_is_loaded_early_for_it_as_well(restyled: Restyled) -> None:
    early = "".join(
        f'<link rel="preload" as="{kind}" href="a">' for kind in ("style", "font", "image")
    )
    after = '<link rel="preload" as="image" href="a"/><p>x</p>'
    assert restyled(f"{early}<p>x</p>", layout="text") == after
