"""Complaints about colour: words that were lost in it, and looks that came where nobody asked."""

from __future__ import annotations

import pytest

from tests.complaints.sight import Open, Write, box, colours, pixels, style, unread
from tests.probes.scripts import run

pytestmark = pytest.mark.browser

DARK = "theme=white-on-black"
BODY = "<h1>Новини</h1><p id=text>Ремонт <a id=link href=/x>мосту</a></p><button>Пошук</button>"
LOOK = "body { background: #fee; color: #700 } a { color: #070 } p { padding: 7px; border: 1px solid #00f }"


def test_complaint_03_the_site_itself_is_never_touched(
    write: Write, visit: Open, original: Open
) -> None:
    """veks/button-visually-impaired-javascript#7: styles changed though the mode was off."""
    path = write(BODY, LOOK)
    before = original(path).screenshot()
    page = visit(path, DARK)
    assert page.screenshot() != before
    page.get_by_role("link", name="Звичайна версія").first.click()
    assert page.screenshot() == before
    assert page.locator("[data-a11y-ui], [style*=a11y]").count() == 0


def test_complaint_03_the_sites_own_colours_are_its_own(
    write: Write, visit: Open, original: Open
) -> None:
    path = write(BODY, LOOK)
    before, after = original(path), visit(path, "theme=site&scale=100")
    for selector, name in (
        ("body", "backgroundColor"),
        ("p", "color"),
        ("#link", "color"),
        ("p", "borderTopColor"),
        ("p", "paddingTop"),
    ):
        assert style(after, selector, name) == style(before, selector, name)


def test_complaint_07_grey_pictures_leave_what_is_fixed_where_it_is(
    write: Write, visit: Open
) -> None:
    """joomla/joomla-cms#43894, ranbuch/accessibility#26: a filter on the page unfixed its bars."""
    css = "#up { position: fixed; right: 10px; bottom: 10px } main { height: 3000px }"
    path = write("<main><img id=p src=/pictures/photo.jpg alt=Міст></main><a id=up href=#>Вгору</a>", css)  # fmt: skip
    page = visit(path, "scale=100&images=grey&theme=black-on-white")
    assert all(max(c) - min(c) < 8 for c in colours(page, "#p")), "the picture is grey"
    stands = box(page, "#up")["y"]
    page.evaluate("scrollTo(0, 900)")
    assert box(page, "#up")["y"] == stands


@pytest.mark.parametrize("name", ["white-on-black", "yellow-on-black", "brown-on-sand"])
def test_complaint_08_no_pair_of_colours_swallows_the_words(
    write: Write, visit: Open, original: Open, name: str
) -> None:
    """elementor/one-click-accessibility#52: a black screen, and black words on it."""
    css = """
    :root { --ink: #000; --paper: #000 } * { color: #000 !important }
    #one { background: #000 } #two { background: var(--paper) !important; color: var(--ink) }
    #three { background: linear-gradient(#000, #111) } #four::before { content: "Новини" }
    #five { position: relative; z-index: 0 }
    #five::before { content: ""; position: absolute; inset: 0; background: #000; z-index: -1 }
    """
    words = "".join(f"<p id={n}>Слова для всіх</p>" for n in ("one", "two", "three", "four"))
    body = f"{words}<p id=five><b>Слова</b></p><p style='color: black !important; background: black'>Ще слова</p>"
    path = write(body, css)
    assert len(unread(original(path))) >= 4
    assert unread(visit(path, f"theme={name}"), lines=7) == []


def test_complaint_11_no_colour_of_the_page_reaches_the_panel(write: Write, visit: Open) -> None:
    """bennyluk/Sienna#2: its label was white on white, since it took the page's colour."""
    css = """
    * { color: #fff !important; background: #fff !important; font-size: 3px !important; opacity: .2 !important }
    section a, div a, a { color: #fefefe !important; text-indent: -999px !important; visibility: hidden !important }
    """
    page = visit(write("<p>Новини</p>", css), "theme=black-on-white&scale=100")
    panel = page.locator(".a11y-panel")
    assert unread(page) == []
    assert sum(line["top"] < box(page, ".a11y-panel")["height"] for line in run(page, "lines")) >= 8
    assert panel.get_by_role("link").first.is_visible()
    assert pixels(page, ".a11y-panel a") >= 16


def test_complaint_14_a_picture_named_in_an_attribute_is_not_left_under_light_words(
    write: Write, visit: Open, original: Open, theme: str
) -> None:
    """darkreader#10203: <body background> kept its white picture under words turned white."""
    page = "<p>Міська рада</p><table background=/pictures/white.png><td>Оголошення</table>"
    path = write(f"<body background=/pictures/white.png text=#dddddd>{page}")
    assert unread(original(path))
    assert unread(visit(path, theme), lines=2) == []


@pytest.mark.parametrize("name", ["white-on-black", "black-on-white"])
def test_complaint_39_what_an_author_made_dim_is_dim_no_more(
    write: Write, visit: Open, original: Open, name: str
) -> None:
    """darkreader#9490, abstiles/deluminate#415: text too dim for eyes that need contrast."""
    css = """
    body { background: #222; color: #999 } .muted { opacity: .6 } .small { color: rgba(255, 255, 255, .4) }
    a { color: #557 } input::placeholder { color: #555 } button:disabled { color: #444 }
    """
    body = (
        "<p>Слова</p><p class=muted>Слова</p><p class=small>Слова <a href=/x>далі</a></p>"
        "<input placeholder=Пошук><button disabled>Далі</button>"
    )
    path = write(body, css)
    assert len(unread(original(path))) >= 4
    assert unread(visit(path, f"theme={name}"), lines=5) == []


def test_complaint_39_how_much_contrast_is_for_the_reader_to_choose(
    write: Write, visit: Open
) -> None:
    path = write("<p id=text>Слова</p>")
    pairs = set()
    for name in ("black-on-white", "white-on-black", "yellow-on-black", "brown-on-sand"):
        page = visit(path, f"theme={name}")
        pairs.add((style(page, "#text", "color"), style(page, "html", "backgroundColor")))
    assert len(pairs) == 4


def test_complaint_41_only_links_look_like_links(write: Write, visit: Open, theme: str) -> None:
    """open-sdg#690: in high contrast, coloured bullets made plain words look like links."""
    css = """
    li::marker { color: #00f } .dot::before { content: "● "; color: #00f } .blue { color: #00f; text-decoration: underline }
    .dot { list-style: none }
    """
    body = "<ul><li id=one>Слова<li id=two class=dot>Слова<li><a id=link href=/x>Посилання</a></ul><p id=three class=blue>Слова"
    page = visit(write(body, css), theme)
    link, ink = style(page, "#link", "color"), style(page, "html", "color")
    assert link != ink
    for element, pseudo in (("#one", None), ("#one", "::marker"), ("#two", "::before"), ("#three", None)):  # fmt: skip
        assert style(page, element, "color", pseudo) == ink
    assert not [
        found for found in (colours(page, "#one"), colours(page, "#two")) if rgb(link) in found
    ]
    assert style(page, "#link", "textDecorationLine") == "underline"


def rgb(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.removeprefix("rgb(").removesuffix(")").split(","))


def test_complaint_41_links_are_told_from_words_without_colour(write: Write, visit: Open) -> None:
    css = "a { text-decoration: none !important; color: inherit !important; border: 0 }"
    page = visit(write("<p>Слова <a id=link href=/x>посилання</a></p>", css))
    assert style(page, "#link", "textDecorationLine") == "underline"
    assert unread(page) == []
