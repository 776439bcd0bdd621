"""
What a widget on many municipal sites does to pages, read in its source; the same pages, behind us.

The numbers are those of our list of its faults; reading aloud and its cookie have tests elsewhere.
"""

from __future__ import annotations

import pytest

from tests.complaints.sight import Open, Write, pixels, style, unread
from tests.hosting import Host
from tests.probes import probes

pytestmark = pytest.mark.browser

OFF = "images=off&scale=100"
PHOTO = "url(/pictures/photo.jpg)"


def test_widget_01_each_text_keeps_its_rank_and_the_reader_his_own_size(
    write: Write, visit: Open
) -> None:
    """One size in pixels for everything, whatever size the browser is set to."""
    css = "h1 { font-size: 2em } h2 { font-size: 1.5em } td, small { font-size: .9em } .icon { font: 2em Icons }"
    body = "<h1>а</h1><h2>б</h2><p>в <small>г</small></p><table><td>ґ</table><i class=icon>&#xe001;</i>"
    page = visit(write(body, css), "scale=200")
    sizes = [pixels(page, name) for name in ("h1", "h2", "p", "small")]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 4
    assert pixels(page, "td") < pixels(page, "p") < pixels(page, ".icon")
    ordinary = pixels(page, "p")
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 24}})
    page.reload()
    assert pixels(page, "p") == pytest.approx(1.5 * ordinary)


def test_widget_02_spacing_and_typeface_reach_texts_with_rules_of_their_own(
    write: Write, visit: Open
) -> None:
    """Spacing and typeface were set on a wrapper, where no text with a rule of its own heard of them."""
    css = """
    #deep p { line-height: 1 !important; letter-spacing: -1px !important; font-family: Papyrus !important; font-size: 20px }
    #deep b { font: bold 20px/1 Impact }
    """
    page = visit(write("<div id=deep><p>Слова <b>далі</b></p></div>", css), "spacing=wide&typeface=serif&scale=100")  # fmt: skip
    for name in ("p", "b"):
        assert pixels(page, name, "letterSpacing") >= 0.12 * pixels(page, name)
        assert pixels(page, name, "lineHeight") >= 1.5 * pixels(page, name)
        assert "serif" in style(page, name, "fontFamily")


def test_widget_03_links_look_like_links_and_the_focus_is_seen(
    write: Write, visit: Open, theme: str
) -> None:
    """Links in the colour of the text, no line under them, and no ring."""
    css = "a { color: inherit !important; text-decoration: none !important; outline: 0 !important } * { outline: none !important }"
    page = visit(write("<p>Слова <a id=link href=/x>посилання</a></p>", css), theme)
    assert style(page, "#link", "textDecorationLine") == "underline"
    assert style(page, "#link", "color") != style(page, "p", "color")
    found = probes.focus(page)
    assert found.faults == []
    assert int(found.figure.split()[-1]) > 6


def test_widget_04_what_has_a_picture_behind_it_stays_when_pictures_go(
    write: Write, visit: Open
) -> None:
    """Without pictures, every box with a background picture was gone, with its words and menus."""
    css = f"nav {{ background: {PHOTO} }} header {{ background-image: {PHOTO} }} a {{ background: linear-gradient(#eee, #fff) }}"
    body = f"<header><h1>Місто</h1></header><nav><a href=/x>Новини</a></nav><p style='background: {PHOTO}'>Слова</p>"
    page = visit(write(body, css), OFF)
    assert unread(page, lines=3) == []
    assert all(page.get_by_text(text).is_visible() for text in ("Місто", "Новини", "Слова"))


def test_widget_05_the_words_of_a_picture_stand_in_its_place(write: Write, visit: Open) -> None:
    """Pictures were hidden together with their alternative text."""
    page = visit(write("<p><img src=/pictures/photo.jpg alt='Міст через Збруч'></p>"), OFF)
    assert page.get_by_text("Міст через Збруч").is_visible()
    assert unread(page) == []


def test_widget_06_a_figure_keeps_its_caption_and_frames_stay(write: Write, visit: Open) -> None:
    """Figures, with their captions, and frames were hidden from the start."""
    frame = write("<p>Рамка</p>")
    body = f"<figure><img src=/pictures/photo.jpg alt=Міст><figcaption>Міст у травні</figcaption></figure><iframe src={frame} title=Мапа></iframe>"
    path = write(body)
    for preferences in ("", OFF):
        page = visit(path, preferences)
        assert page.get_by_text("Міст у травні").is_visible()
        assert page.locator("iframe").is_visible()
        assert page.frame_locator("iframe").get_by_text("Рамка").is_visible()


SHAPE = """[...document.querySelectorAll('body *:not([data-a11y-ui], [data-a11y-ui] *, .a11y-skip)')].map(e => {
    const path = []; for (let s = e; s && s !== document.documentElement; s = s.parentElement) path.unshift(s.localName + (s.id && '#' + s.id));
    return path.join('>') })"""


def test_widget_08_the_tree_of_the_page_stays_and_frames_load_once(
    write: Write, visit: Open, original: Open, site: Host
) -> None:
    """Everything was put into a wrapper, so that frames loaded again and scripts lost their elements."""
    frame = write("<p>Рамка</p>")
    path = write(f"<main id=m><p id=p>Слова <a href=/x>далі</a></p><iframe src={frame} title=Р></iframe></main><footer>Кінець</footer>")  # fmt: skip
    theirs = original(path).evaluate(SHAPE)
    site.asked.clear()
    assert visit(path).evaluate(SHAPE) == theirs
    assert [asked for asked, _ in site.asked].count(frame) == 1


def test_widget_09_links_and_emphasis_stay_in_the_words(
    write: Write, visit: Open, original: Open
) -> None:
    """A block that was read aloud lost the links in it."""
    path = write(
        "<p id=p>Слова <a href=/x>далі</a>, <b>важливо</b> і <em>ще</em><br><abbr title=Рада>р.</abbr></p>"
    )
    tags = "[...document.querySelectorAll('#p *')].map(e => e.localName + ' ' + e.textContent)"
    assert visit(path).evaluate(tags) == original(path).evaluate(tags)


def test_widget_11_what_a_script_adds_later_can_be_read_too(
    write: Write, visit: Open, original: Open, theme: str
) -> None:
    """Applied once, after loading: what came later kept its own colours."""
    script = """
    <script>setTimeout(() => {
      document.body.insertAdjacentHTML('beforeend', '<p class=late>Слова</p><p style="color: #999; background: #aaa; font-size: 9px" id=last>Ще слова</p>');
    }, 50)</script>
    """
    path = write(f"<p>Новини</p>{script}", ".late { color: #bbb; background: #ccc }")
    for open_page, held in ((original, False), (visit, True)):
        page = open_page(path, "" if open_page is original else theme)
        page.wait_for_selector("#last")
        assert (unread(page, lines=3) == []) is held
        assert (pixels(page, "#last") >= 16) is held
