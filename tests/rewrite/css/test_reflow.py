"""Enlarged pages in small windows, in Chromium: nothing cut off, nothing beside the page (1.4.10)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from a11y_proxy.core.artifact import Artifact, Marker, Slot, render
from a11y_proxy.core.preferences import Appearance
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_sheet
from a11y_proxy.server.views.widths import scaled
from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.stylesheet import stylesheet

pytestmark = pytest.mark.browser

THEMES = read_themes()
LOOKS = Path(__file__).parents[2] / "e2e"
LOOK = "(() => {{ {}; return ({})(); }})()".format(
    *((LOOKS / f"{name}.js").read_text().strip().removesuffix(";") for name in ("shown", "layout"))
)
PLACE = "name => document.getElementById(name).getBoundingClientRect().toJSON()"
TEXT = "Рішення виконавчого комітету територіальної громади про перелік адміністративних послуг"
PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='64' height='64'/%3E"

Show = Callable[..., Page]


@pytest.fixture(scope="module")
def show(chromium: Browser) -> Iterator[Show]:
    """Shows a body under an author's sheet as a visitor of some size and window gets it."""
    page = chromium.new_page()

    def run(css: str, body: str, *, scale: int = 100, width: int = 320) -> Page:
        mark = Marker("0" * 32)
        after = rewrite_sheet(css, SheetContext(map_url=lambda url: url, mark=mark))

        def fill(slot: Slot) -> bytes:
            return scaled(slot.value, scale)

        author = render(Artifact("text/css", *mark.cut(after.encode())), fill).decode()
        ours = stylesheet(THEMES, Appearance(THEMES.default, scale))
        page.set_viewport_size({"width": width, "height": 800})
        page.set_content(
            f"<!doctype html><html lang=uk><style>{ours}</style><style>{author}</style>"
            f"<body>{body}</body></html>"
        )
        return page

    yield run
    page.close()


# A sheet and a body that the sheet's author would have had trouble with at four times the size.
NARROW = {
    "a grid of cards": (
        ".g{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:1rem}",
        f"<div class=g><div>{TEXT}</div><div>{TEXT}</div></div>",
    ),
    "a grid that names no columns": (
        ".g{display:grid;place-items:center}",
        f"<div class=g><div><p>{TEXT}</div></div>",
    ),
    "a bar beside a column": (
        """.b{position:fixed;top:0;left:var(--w);right:0}.s{position:fixed;top:0;bottom:0;width:200px}
        body{--w:200px}@media(max-width:600px){.b{left:0}.s{display:none}}""",
        f"<div class=b>{TEXT}</div><div class=s>Меню</div>",
    ),
    "a grid of named areas": (
        """.g{display:grid;grid-template:'a a b' auto 'c d b' auto / 200px 1fr 200px}
        .a{grid-area:a}.b{grid-area:b}.c{grid-area:c}.d{grid-area:d}""",
        f"<div class=g><p class=a>{TEXT}<p class=b>{TEXT}<p class=c>{TEXT}<p class=d>{TEXT}</div>",
    ),
    "a grid whose items say their columns": (
        ".g{display:grid;grid-template-columns:repeat(12,1fr)}.x{grid-column:span 4}.y{grid-row:1/3}",
        f"<div class=g><div class=x>{TEXT}</div><div class=y>{TEXT}</div><div class=x>{TEXT}</div></div>",
    ),
    "a row of columns with gutters": (
        """.c{padding:0 .75rem}.r{display:flex;flex-wrap:wrap;margin:0 -1.5rem}
        .k{flex:0 0 50%;max-width:50%;padding:0 1.5rem}""",
        f"<div class=c><div class=r><div class=k>{TEXT}</div><div class=k>{TEXT}</div></div></div>",
    ),
    "buttons that must not wrap": (
        ".r{display:flex;flex-wrap:nowrap}.b{flex-shrink:0;white-space:nowrap;padding:0 2rem}",
        "<div class=r><a class=b href=#>Подати звернення до голови</a><a class=b href=#>Записатися</a></div>",
    ),
    "words in a row by themselves": (
        ".r{display:flex;justify-content:space-between}",
        "<ul><li class=r>Адміністративно-територіальний <b>14</b></ul>",
    ),
    "pages of a list": (
        "ul{display:flex;list-style:none;padding:0}a{display:block;padding:.5rem 1rem}",
        "<ul>" + "".join(f"<li><a href=#>{page}</a>" for page in ("Назад", *range(9))) + "</ul>",
    ),
    "cells without a table": (
        ".t{display:table}.c{display:table-cell;width:10000px}",
        f"<div class=t><div class=c>{TEXT}</div></div>",
    ),
    "columns of a newspaper": (
        ".n{column-count:3;column-gap:20px}.m{columns:2 200px}",
        f"<div class=n>{TEXT}</div><div class=m>{TEXT}</div>",
    ),
    "a height in a variable": (
        ".p{--h:1rem;height:var(--h);overflow:hidden}.q{width:25%;white-space:nowrap;overflow:hidden}",
        "<div class=p><div class=q>25 відсотків</div></div>",
    ),
    "a screenful of text": (
        "body{height:100vh;overflow:hidden}.h{height:100vh;overflow:hidden}",
        f"<div class=h>{TEXT * 9}</div>",
    ),
    "a menu that waits beside the window": (
        "body{margin:0}.m{position:absolute;top:0;left:-250px;width:250px}.n{margin-left:-300px;width:300px}",
        f"<nav class=m>{TEXT}</nav><nav class=n>Меню</nav><p>{TEXT}",
    ),
    "an icon, and words that take the rest of its row": (
        ".r{display:flex}.i{flex:0 0 48px;height:48px;background:red}.t{flex:1;min-width:0}",
        "<div class=r><div class=i></div><div class=t>Депутати міської ради</div></div>",
    ),
    "words beside a picture, in a box that scrolls": (
        ".r{display:flex}.i{margin-right:1rem}.t{flex:1 1 auto;overflow-x:auto}",
        (
            f'<div class=r><div class=i><img width=128 height=128 src="{PICTURE}"></div>'
            "<div class=t>Майданчик для дітей</div></div>"
        ),
    ),
    "what closes a message": (
        ".m{padding-right:3rem}.x{position:absolute;top:0;right:0;padding:1.25rem 1rem}.a{position:relative}",
        f"<div class='a m'>{TEXT}<button class=x>×</button></div>",
    ),
    "cells that leave room for their gutters": (
        ".r{display:flex;flex-wrap:wrap}.k{width:calc(100% - 2rem);margin:0 1rem}",
        "<div class=r><div class=k><div class=r><div class=k>Майданчик</div></div></div></div>",
    ),
    "boxes in boxes": (
        "div{padding:15px;border:1px solid}.c{padding:15px 30px 15px 15px}",
        "<div><div class=c><div><div><h4>Майданчик для дітей</h4></div></div></div></div>",
    ),
    "a title three times as large as the text": (
        "body{margin:0}.t{font-size:3rem;font-weight:bold;text-transform:uppercase;padding:0 1rem}",
        "<div class=t>Щодня майданчик для дітей</div>",
    ),
    "a sign at the side of a picture": (
        """.p{position:relative;overflow:hidden;height:9em}
        .s{position:absolute;top:0;right:0;width:15%;height:100%;font-size:50px;opacity:.9}""",
        "<div class=p><a class=s href=#>MM</a></div>",
    ),
    "the least width of a variable": (
        ".m{--w:30rem;min-width:var(--w)}.w{--w:50rem;width:var(--w)}",
        f"<div class=m>{TEXT}</div><div class=w>{TEXT}</div>",
    ),
}


@pytest.mark.parametrize("scale", [100, 200, 400])
@pytest.mark.parametrize("case", NARROW)
def test_no_text_lacks_room_however_narrow_the_window(case: str, scale: int, show: Show) -> None:
    css, body = NARROW[case]
    assert show(css, body, scale=scale).evaluate(LOOK) == []


WIDE = "<div class=g>" + f"<div>{TEXT}</div>" * 3 + "</div>"
KEPT = {
    "fixed tracks": ".g{display:grid;grid-template-columns:200px 1fr 300px;gap:1rem}",
    "a grid of cards": ".g{display:grid;grid-template-columns:repeat(3,minmax(200px,1fr))}",
    "shares of a row": ".g{display:flex;margin:0 -12px}.g>*{flex:0 0 auto;width:33.3%;padding:0 1.5rem}",
    "a row that shrinks": ".g{display:flex}.g>*{flex:1;padding:0 1rem;margin:0 -1rem}",
    "floats": ".g>*{float:left;width:30%;margin-left:2em}",
    "cells": ".g{display:table}.g>*{display:table-cell;padding:1em}",
    "columns": ".g{column-count:3}",
    "what bleeds": ".g{width:600px;margin:auto}.g>*{width:100vw;margin-left:calc(50% - 50vw)}",
    "a box that scrolls": ".g{height:60px;overflow:auto}",
    "a field of a few letters": ".g>*{display:inline-block}.g>*>*{width:100%;max-width:5.4ex}",
}


@pytest.mark.parametrize("case", KEPT)
def test_a_layout_that_has_room_stays_as_it_was(case: str, show: Show) -> None:
    css = "body{margin:0;font:16px/1.5 sans-serif}" + KEPT[case]
    places = (
        "[...document.querySelectorAll('.g, .g > *')].map(e => e.getBoundingClientRect().toJSON())"
    )
    after = show(css, WIDE, width=1280).evaluate(places)
    page = show("", "", width=1280)
    page.set_content(f"<!doctype html><style>{css}</style>{WIDE}")
    before = page.evaluate(places)
    for one, other in zip(before, after, strict=True):
        assert other == pytest.approx(one, abs=1)


LARGE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='900' height='64'/%3E"


@pytest.mark.parametrize(
    ("rule", "width"),
    [("", 600), ("max-width:200px", 200), ("max-width:50%", 300), ("width:700px", 600)],
)
def test_a_large_picture_is_as_wide_as_its_author_let_it_be_and_no_wider_than_its_column(
    rule: str, width: int, show: Show
) -> None:
    body = f'<div style="width:600px"><img class=i id=i src="{LARGE}"></div>'
    picture = show(f".i{{{rule}}}", body, width=1280).evaluate(PLACE, "i")
    assert picture["width"] == pytest.approx(width, abs=1)


def test_the_tiles_of_a_map_keep_their_size(show: Show) -> None:
    css = ".m{position:absolute;width:0}.t{max-width:none!important;width:256px;height:256px}"
    page = show(css, f'<div class=m><img class=t id=t src="{LARGE}"></div>', width=1280)
    assert page.evaluate(PLACE, "t")["width"] == 256


def test_at_four_times_the_size_a_wide_window_is_a_narrow_one(show: Show) -> None:
    css = "@media (min-width:600px){.n{display:none}}.g{display:grid;grid-template-columns:1fr 200px 200px}"
    page = show(css, f"<p class=n>x</p>{WIDE}", scale=400, width=1280)
    assert page.evaluate(LOOK) == []
    assert page.locator(".n").is_visible()
    lefts = page.evaluate("[...document.querySelectorAll('.g > *')].map(e => e.offsetLeft)")
    assert len({*lefts}) == 1, "the columns follow each other"


def test_a_container_that_holds_large_text_is_narrow(show: Show) -> None:
    css = ".c{container-type:inline-size}@container (width >= 300px){.n{display:none}}"
    body = "<div class=c><p class=n id=n>x</p></div>"
    assert not show(css, body, width=500).locator("#n").is_visible()
    assert show(css, body, width=500, scale=200).locator("#n").is_visible()


def test_a_row_breaks_between_its_parts_and_not_within_words(show: Show) -> None:
    css = ".r{display:flex}.r>*{flex:1;padding:0 .5rem}"
    page = show(
        css, "<div class=r><div id=a>Оголошення</div><div id=b>Розпорядження</div></div>", scale=200
    )
    first, second = page.evaluate(PLACE, "a"), page.evaluate(PLACE, "b")
    assert second["top"] >= first["bottom"]
    assert first["height"] < 100, "one line of 32 px"


def test_padding_that_stands_in_one_variable_leaves_the_narrowest_window_to_the_words(
    show: Show,
) -> None:
    css = ":root{--p:3rem 4rem}body{margin:0}.b{padding:var(--p)}"
    body = "<div class=b><div class=b><div id=word>Оголошення</div></div></div>"
    assert show(css, body).evaluate(PLACE, "word")["width"] > 270
    wide = show(css, body, width=1280).evaluate(PLACE, "word")
    assert (wide["left"], wide["width"]) == (128, 1024)


@pytest.mark.parametrize(("scale", "width"), [(200, 1280), (100, 320), (200, 320)])
def test_a_button_that_closes_a_message_lies_over_no_word_of_it(
    scale: int, width: int, show: Show
) -> None:
    css = ".m{padding:15px 35px 15px 15px}.x{float:right;position:relative;right:-21px}"
    body = "<div class=m><button class=x id=x>×</button><span id=t>Води не буде</span></div>"
    page = show(css, body, scale=scale, width=width)
    over = """() => { const box = x.getBoundingClientRect(); return [...t.getClientRects()].filter((line) =>
      line.left < box.right && line.right > box.left && line.top < box.bottom && line.bottom > box.top) }"""
    assert page.evaluate(over) == []


PANEL = "<section class=a11y-panel id=panel style='height:60px'>A</section>"


@pytest.mark.parametrize(
    "rule",
    [
        "position:fixed;top:0;bottom:0;left:0;width:200px",
        "position:absolute;top:0;left:0;padding:9px",
    ],
)
def test_what_begins_at_the_top_of_the_window_leaves_our_panel_free(rule: str, show: Show) -> None:
    page = show(f".s{{{rule}}}", f"{PANEL}<div class=s id=s>Бічне меню</div><p>{TEXT}", width=1280)
    assert page.evaluate(PLACE, "s")["top"] >= page.evaluate(PLACE, "panel")["bottom"]


def test_a_box_placed_within_another_stays_there(show: Show) -> None:
    css = ".c{position:relative;margin-top:90px}.s{position:absolute;top:0;left:0;width:100px}"
    page = show(
        css, f"{PANEL}<div class=c id=c><div class=s id=s>Нове</div><p>{TEXT}</div>", width=1280
    )
    assert page.evaluate(PLACE, "s")["top"] == page.evaluate(PLACE, "c")["top"]


PINNED = """.top,.side{position:fixed;top:0;left:0;right:0}.frame{display:flex}
.frame .side{width:225px;height:100vh}.content{padding-left:225px;flex-grow:1}"""


def test_what_is_pulled_over_a_column_by_its_padding_begins_at_the_page(show: Show) -> None:
    css = PINNED + ".content{margin-left:-225px}.side{transform:translateX(-225px)}"
    body = (
        f"<div class=frame><div class=side>Меню</div><div class=content><p id=p>{TEXT}</div></div>"
    )
    for width in (1280, 600, 320):
        page = show(css, body, scale=200, width=width)
        assert page.evaluate(PLACE, "p")["left"] == page.evaluate(
            "parseFloat(getComputedStyle(document.body).marginLeft)"
        )


@pytest.mark.parametrize("way", ["margin-left", "padding-left", "margin-inline-start"])
def test_room_that_a_variable_leaves_for_a_column_grows_as_the_column_does(
    show: Show, way: str
) -> None:
    css = (
        ":root { --column: 250px; --space: 24px } body { margin: 0 }"
        "nav { position: fixed; inset: 0 auto 0 0; width: var(--column) }"
        f"main {{ {way}: var(--column) }} p {{ {way}: var(--space) }}"
    )
    body = "<nav id=nav>Розділи</nav><main><p><i id=words>Новини</i></main>"
    page = show(css, body, scale=150, width=1280)
    column, words = (page.evaluate(PLACE, name) for name in ("nav", "words"))
    assert column["width"] == 375
    assert words["left"] == 375 + 24


def test_a_column_that_shares_the_rule_of_a_bar_keeps_the_room_left_for_it(show: Show) -> None:
    body = (
        "<div class=top id=top>Громада</div><div class=frame><div class=side id=side>Меню</div>"
        f"<div class=content><p id=p>{TEXT}</div></div>"
    )
    page = show(PINNED, body, width=1280)
    bar, side, text = (page.evaluate(PLACE, name) for name in ("top", "side", "p"))
    assert side["top"] >= bar["bottom"]
    assert side["width"] == text["left"] - side["left"] == 225


@pytest.mark.parametrize("width", ["auto", "100%", "400px"])
def test_a_table_in_its_region_is_as_wide_as_outside(width: str, show: Show) -> None:
    table = f"<table style='width:{width}' id={{}}><tr><td>Назва послуги<td>Адреса установи</table>"
    body = f"{table.format('o')}<div class=a11y-scroll>{table.format('i')}</div>"
    page = show("", body, width=1280)
    assert page.evaluate(PLACE, "i")["width"] == page.evaluate(PLACE, "o")["width"]


TITLE = """.hero{height:100vh;min-height:30rem}.hero>*{height:100%;display:flex;align-items:center}
.hero h1{margin:0}"""


def test_a_title_as_high_as_the_window_stays_in_its_middle(show: Show) -> None:
    page = show(TITLE, "<header class=hero id=hero><div><h1 id=h>Громада", width=1280)
    hero, title = page.evaluate(PLACE, "hero"), page.evaluate(PLACE, "h")
    assert hero["height"] == 800
    assert title["top"] + title["bottom"] == pytest.approx(hero["top"] + hero["bottom"])


@pytest.mark.parametrize(("scale", "width"), [(100, 1280), (200, 1280), (200, 320)])
def test_a_title_with_more_text_than_the_window_grows(scale: int, width: int, show: Show) -> None:
    css = ".hero{height:100vh;overflow:hidden}"
    body = f"<header class=hero id=hero>{f'<p>{TEXT}' * 40}</header><p id=p>{TEXT}"
    page = show(css, body, scale=scale, width=width)
    assert page.evaluate(PLACE, "p")["top"] >= page.evaluate(PLACE, "hero")["bottom"] > 800
    assert page.evaluate(LOOK) == []


def test_a_disc_on_a_line_stays_there_where_there_is_room(show: Show) -> None:
    css = """li{position:relative;min-height:90px}.disc{position:absolute;left:0;width:80px;height:80px;
    border-radius:50%;background:#fc0;text-align:center}
    @media(min-width:900px){.disc{left:50%;width:100px;height:100px;margin-left:-50px}}
    @media(min-width:1200px){.disc{width:150px;height:150px;margin-left:-75px}}"""
    body = f"<ul style='padding:0;list-style:none'><li id=li><div class=disc id=disc>2020</div><p>{TEXT[:20]}"
    page = show(css, body, width=1280)
    disc, line = page.evaluate(PLACE, "disc"), page.evaluate(PLACE, "li")
    assert disc["left"] + disc["right"] == line["left"] + line["right"]
    assert disc["top"] == line["top"]
    show(css, body, scale=200)
    assert page.evaluate(LOOK) == []


def test_a_dialog_over_the_whole_window_stays_over_it(show: Show) -> None:
    css = ".m{position:fixed;top:0;left:0;width:100%;height:100%;overflow:auto}"
    page = show(
        css, f"<p>{TEXT * 40}</p><div class=m id=m>Підтвердьте</div>", scale=200, width=1280
    )
    assert page.evaluate(PLACE, "m")["top"] == 0


def test_a_menu_that_drops_down_takes_its_own_place_where_there_is_little_room(show: Show) -> None:
    css = (
        "nav ul{display:flex;list-style:none}.d{position:relative}.m{display:none;position:absolute;"
        "z-index:9;top:100%;min-width:12rem}.d:hover .m{display:block}"
    )
    body = (
        "<nav><ul><li>Головна<li class=d><a href=# id=a>Влада</a><div class=m id=m>"
        f"<a href=#>Депутати</a></div></ul></nav><p id=p>{TEXT}"
    )
    page = show(css, body, scale=200)
    page.locator("#a").focus()
    assert page.evaluate(PLACE, "m")["bottom"] <= page.evaluate(PLACE, "p")["top"]
    assert page.evaluate(LOOK) == []
    page = show(css, body, width=1280)
    page.locator("#a").focus()
    assert page.evaluate(PLACE, "m")["bottom"] > page.evaluate(PLACE, "p")["top"], "over the page"


FOLDED = """nav ul{display:flex}.burger{display:none}
@media (max-width:800px){nav .menu{display:none}.burger{display:block}}"""
MENU = "<nav><b class=burger>Меню</b><div class=menu id=menu><ul><li><a href=#>Влада</a></ul></div></nav>"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_menu_that_only_a_script_opens_stands_open_where_there_is_none(
    chromium: Browser, show: Show, *, scripts: bool
) -> None:
    html = show(FOLDED, MENU, scale=200, width=1280).content()
    with chromium.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        page.set_content(html)
        assert page.locator("#menu a").is_visible() is not scripts


@pytest.mark.parametrize(
    "rows", [".g{display:flex}", ".g{display:table}.t{display:table-cell;width:1%}"]
)
def test_a_button_beside_a_field_keeps_its_words_whole(rows: str, show: Show) -> None:
    css = f"{rows}input{{flex:1 1 auto;width:100%}}"
    body = (
        "<div class=g><div class=t><input></div>"
        "<div class=t><button id=b>Перевірити</button></div></div>"
    )
    page = show(css, body, scale=400, width=1280)
    assert page.evaluate(LOOK) == []
    assert page.evaluate(PLACE, "b")["height"] < 200, "one line of 64 px"


ASIDE = ".m{position:fixed;top:0;left:0;width:250px;transform:%s}"
DRAWN = "new Promise(requestAnimationFrame).then(() => new Promise(requestAnimationFrame))"
BESIDE = "<main><p>Новини</p></main><nav class=m><a id=a href=/x>Контакти</a></nav>"


@pytest.mark.parametrize(
    "away", ["translateX(-100%)", "translate3d(-250px,0,0)", "translate(-17.125rem)"]
)
def test_a_menu_that_waits_beside_the_window_comes_back_with_the_focus(
    show: Show, away: str
) -> None:
    page = show(ASIDE % away, BESIDE, scale=200)
    assert page.evaluate(PLACE, "a")["right"] <= 0
    page.focus("#a")
    page.evaluate(DRAWN)
    assert page.evaluate(PLACE, "a")["left"] >= 0
    page.evaluate("document.activeElement.blur()")
    page.evaluate(DRAWN)
    assert page.evaluate(PLACE, "a")["right"] <= 0


@pytest.mark.parametrize("away", ["translate(-50%,0)", "translate(-100%,-50%)", "translateX(20px)"])
def test_what_is_only_centred_or_nudged_stays_where_it_is_with_the_focus(
    show: Show, away: str
) -> None:
    page = show(f".m{{position:absolute;top:99px;left:300px;transform:{away}}}", BESIDE, width=1280)
    before = page.evaluate(PLACE, "a")
    page.focus("#a")
    page.evaluate(DRAWN)
    assert page.evaluate(PLACE, "a") == before


@pytest.mark.parametrize(("scale", "width"), [(100, 1280), (200, 1280), (400, 1280), (200, 320)])
def test_a_box_to_be_ticked_that_hangs_before_its_label_covers_no_letter(
    show: Show, scale: int, width: int
) -> None:
    css = "body{margin:40px}label{padding-left:20px}input{position:absolute;margin-left:-20px}"
    page = show(css, f"<label><input id=box type=checkbox><b id=t>{TEXT}", scale=scale, width=width)
    text = page.evaluate("document.getElementById('t').getClientRects()[0].left")
    assert page.evaluate(PLACE, "box")["right"] <= text


@pytest.mark.parametrize(("scale", "width"), [(100, 1280), (200, 1280), (400, 1280), (200, 320)])
def test_text_drawn_up_beside_a_picture_is_never_drawn_over_it(
    show: Show, scale: int, width: int
) -> None:
    css = "img{width:40px;height:40px;display:block}.t{margin:0;margin-left:55px;margin-top:-40px}"
    page = show(css, f'<img id=i src="{PICTURE}"><p class=t id=t>{TEXT}', scale=scale, width=width)
    picture, text = page.evaluate(PLACE, "i"), page.evaluate(PLACE, "t")
    assert text["left"] >= picture["right"] or text["top"] >= picture["bottom"]
    if scale < 400 and width == 1280:
        assert text["top"] == pytest.approx(picture["top"], abs=1), "they still stand side by side"


def test_a_footer_laid_over_the_end_of_a_form_follows_it_where_there_is_little_room(
    show: Show,
) -> None:
    css = ".h{min-height:300px;position:relative;display:flex}footer{position:absolute!important;bottom:8px;width:100%}"
    page = show(
        css,
        f"<div class=h><form id=f>{TEXT * 4}</form><footer id=e>{TEXT}</footer></div>",
        scale=200,
    )
    assert page.evaluate(PLACE, "e")["top"] >= page.evaluate(PLACE, "f")["bottom"] - 1


def test_columns_that_may_be_as_narrow_as_they_like_stand_side_by_side(show: Show) -> None:
    css = ".g{display:grid;grid-template-columns:repeat(3,minmax(0,1fr))}"
    page = show(css, f"<div class=g><p id=a>{TEXT}</p><p id=b>{TEXT}</p></div>", width=1280)
    assert page.evaluate(PLACE, "b")["left"] >= page.evaluate(PLACE, "a")["right"]
