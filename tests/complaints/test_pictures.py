"""Complaints about words on pictures, pictures that vanished, and pictures that would not go."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.complaints.drawings import GREEN
from tests.complaints.sight import Open, Write, colours, pixels, unread

pytestmark = pytest.mark.browser

OFF = "images=off&theme=black-on-white&scale=100"
PHOTO = "url(/pictures/photo.jpg)"


def greens(page: Page, selector: str) -> int:
    """Counts the pixels that only the photograph has; saving it has changed them a little."""
    near = (
        count
        for colour, count in colours(page, selector).items()
        if all(abs(one - other) < 16 for one, other in zip(colour, GREEN, strict=True))
    )
    return sum(near)


def test_complaint_05_without_pictures_none_is_fetched_and_each_says_what_it_shows(
    write: Write, visit: Open, original: Open
) -> None:
    """veks/button-visually-impaired-javascript#19, bennyluk/Sienna#49: frames were left, or pictures."""
    css = f"#hero {{ background: {PHOTO}; height: 90px }} #late {{ min-height: 20px }}"
    body = """
    <img src=/pictures/photo.jpg alt=Міст><img srcset="/pictures/photo.jpg 2x" src=/pictures/white.png alt=Парк>
    <picture><source srcset=/pictures/photo.jpg><img src=/pictures/white.png alt=Ратуша></picture>
    <img id=late data-src=/pictures/photo.jpg alt=Площа><input type=image src=/pictures/icon.png alt=Шукати>
    <svg role=img aria-label=Герб width=40 height=40><image href=/pictures/photo.jpg width=40 height=40 /></svg>
    <div id=hero></div><p style="background: url(/pictures/photo.jpg)">Слова</p>
    <script>late.src = late.dataset.src</script>
    """
    path = write(body, css)
    assert greens(original(path), "body")
    asked: list[str] = []
    page = visit("/_a11y/settings", OFF)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path)
    assert [url for url in asked if "/pictures/" in url] == []
    assert greens(page, "body") == 0
    words = page.locator("body").inner_text()
    assert all(name in words for name in ("Міст", "Парк", "Ратуша", "Слова")), words
    assert page.get_by_role("button", name="Шукати").is_visible()


def test_complaint_09_a_picture_with_a_meaning_stays_and_headings_grow(
    write: Write, visit: Open, original: Open
) -> None:
    """elementor/one-click-accessibility#41: pictures gone with the contrast, headings left small."""
    css = f"""
    #map {{ height: 120px; background: {PHOTO} }} h1 {{ font-size: 30px }} h2 {{ font: bold 1.5em serif }}
    h3 {{ font-size: 1.2rem }} h4 {{ font-size: 14pt }} h5 {{ font-size: large }} h6 {{ font-size: 2vw }}
    """
    levels = range(1, 7)
    heads = "".join(f"<h{level}>Слова</h{level}>" for level in levels)
    path = write(f"{heads}<div id=map role=img aria-label='Мапа міста'></div>", css)
    before, after = original(path), visit(path, "scale=200")
    for level in levels:
        assert pixels(after, f"h{level}") == pytest.approx(
            2 * pixels(before, f"h{level}"), rel=0.05
        )
    assert greens(after, "#map") > 5000


def test_complaint_15_tiles_of_old_sites_are_not_read_through(
    write: Write, visit: Open, original: Open, theme: str
) -> None:
    """darkreader#3625: sites of the nineties, whose words stand on GIF tiles."""
    body = """
    <body bgcolor=#003366 background=/pictures/tile.gif text=yellow link=aqua vlink=silver>
    <center><font color=red size=1>Увага! <a href=/x>Новини</a></font></center>
    <table bgcolor=navy background=/pictures/tile.gif><tr><td bgcolor=#000080 nowrap><font color=#0000cc>Меню</font>
    <td background=/pictures/tile.gif>Слова</table><div style="background: url(/pictures/tile.gif) fixed">Ще слова</div>
    """
    path = write(body)
    assert len(unread(original(path))) >= 4
    assert unread(visit(path, theme), lines=5) == []


OVER = {
    "behind its words": ("", f"<div style='background: {PHOTO}; color: #fff; padding: 40px'>X</div>"),
    "white on white": ("", "<div style='background: url(/pictures/white.png); color: #fff; padding: 40px'>X</div>"),
    "a caption laid over": (
        ".f { position: relative } .c { position: absolute; bottom: 20px; left: 20px; color: #fff; margin: 0 }",
        "<div class=f><img src=/pictures/photo.jpg alt=Міст width=400><p class=c>X</p></div>",
    ),
    "an overlay and a level": (
        (
            f".h {{ position: relative; background: {PHOTO} }} .h::before {{ content: ''; position: absolute; inset: 0; background: #0004 }}"
            " .h p { position: relative; z-index: 1; color: #fff; padding: 30px }"
        ),
        "<div class=h><p>X</p></div>",
    ),
    "a picture behind all": (
        ".b { position: relative; z-index: 0; padding: 40px; color: #fff } .b img { position: absolute; inset: 0; z-index: -1; width: 100%; height: 100% }",
        "<div class=b><img src=/pictures/photo.jpg alt=''>X</div>",
    ),
    "a grid of one cell": (
        ".g { display: grid } .g > * { grid-area: 1 / 1 } .g p { color: #fff; align-self: end }",
        "<div class=g><img src=/pictures/photo.jpg alt=Міст width=400><p>X</p></div>",
    ),
    "words drawn up": (
        ".n { margin-top: -80px; color: #fff; position: relative }",
        "<img src=/pictures/photo.jpg alt=Міст width=400 style='display: block'><p class=n>X</p>",
    ),
}  # fmt: skip


def test_complaint_16_words_on_a_picture_have_a_ground(
    write: Write, visit: Open, original: Open, theme: str
) -> None:
    """darkreader#7971, #10031, #12957: white on white, and words on photographs."""
    css = "".join(css for css, _ in OVER.values())
    body = "".join(body.replace("X", f"Слова: {name}") for name, (_, body) in OVER.items())
    path = write(f"<h1>Новини</h1>{body}", css)
    assert len(unread(original(path))) >= len(OVER) - 1
    assert unread(visit(path, theme), lines=1 + len(OVER)) == []


def test_complaint_17_a_photograph_is_seen_where_nothing_is_read(
    write: Write, visit: Open, theme: str
) -> None:
    """darkreader#7751: a box's background picture vanished."""
    css = f"#tile {{ height: 200px; background: {PHOTO} center / cover }} section {{ background: #fff }}"
    style = "background-image: url('/pictures/photo.jpg'); color: #fff; height: 300px"
    body = f'<section><div id=tile></div><p>Слова</p></section><div id=hero style="{style}"><h2>Вітаємо</h2></div>'
    page = visit(write(body, css), theme)
    assert greens(page, "#tile") > 10_000
    assert greens(page, "#hero") > 5000, "it stands above the few words that lay on it"
    assert unread(page, lines=2) == []


def test_complaint_17_a_layer_below_the_page_takes_no_words_with_it(
    write: Write, visit: Open, original: Open, theme: str
) -> None:
    css = f"""
    body {{ background: #eee }} main {{ background: transparent }}
    .under {{ position: relative; z-index: -1; background: {PHOTO}; padding: 30px; color: #fff }}
    """
    path = write("<main><div class=under>Слова</div><p>Ще слова</p></main>", css)
    assert not [fault for fault in unread(original(path)) if "not seen" in fault]
    assert unread(visit(path, theme), lines=2) == []
