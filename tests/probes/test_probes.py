"""Each probe finds the fault that it is there for, and is silent beside it."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Iterator
from urllib.parse import quote

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.probes import painted, probes
from tests.probes.kept import compare
from tests.probes.scripts import run
from tests.probes.visit import look_at

pytestmark = pytest.mark.browser

Show = Callable[..., Page]


@pytest.fixture(scope="module")
def show(chromium: Browser) -> Iterator[Show]:
    """Gives a page that holds the markup, in a window of that width."""
    page = chromium.new_page()

    def open_page(markup: str, width: int = 1280) -> Page:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("about:blank")
        page.set_content(
            f"<!doctype html><title>t</title><style>body{{margin:8px}}</style>{markup}"
        )
        return page

    yield open_page
    page.close()


def photo() -> str:
    """A picture half black, half white: no colour of text can be read on all of it."""
    picture = Image.new("RGB", (64, 64), "white")
    picture.paste((0, 0, 0), (0, 0, 32, 64))
    file = io.BytesIO()
    picture.save(file, "png")
    return f"url(data:image/png;base64,{base64.b64encode(file.getvalue()).decode()})"


WORDS = "Words to be read by everyone"
THROUGH = "background:linear-gradient(#777,#777);background-clip:text;color:transparent"


class TestPainted:
    """`probes.contrast`: three pictures of the page, compared."""

    @pytest.mark.parametrize(
        ("markup", "ratio"),
        [
            (f"<p style='color:#777;background:#fff'>{WORDS}", 4.48),
            (f"<p style='color:#777!important'>{WORDS}", 4.48),
            (f"<p style='opacity:.5'>{WORDS}", 3.95),
            (f"<p style='color:#fff'>{WORDS}", 1.0),
            (f"<input value='{WORDS}' size=40 style='color:#777'>", 4.48),
            (
                f"<input placeholder='{WORDS}' size=40><style>::placeholder{{color:#777}}</style>",
                4.48,
            ),
            (
                f"<input placeholder='{WORDS}' size=40><style>::placeholder{{color:#0000}}</style>",
                1.0,
            ),
            (f"<style>b::before{{content:'{WORDS}';color:#777}}</style><b></b>", 4.48),
            (f"<svg width=400 height=40><text y=20 fill='#777'>{WORDS}</text></svg>", 4.48),
            (f"<p style='{THROUGH}'>{WORDS}", 4.48),
        ],
    )
    def test_pale_text_is_named_with_its_ratio(self, show: Show, markup: str, ratio: float) -> None:
        (fault,) = probes.contrast(show(markup)).faults
        assert float(fault.partition(":")[0]) == pytest.approx(ratio, rel=0.03)

    def test_text_on_a_picture_is_judged_by_what_lies_under_it(self, show: Show) -> None:
        striped = f"<p style='background:{photo()};font:bold 30px sans-serif'>{WORDS}"
        assert "uneven ground" in probes.contrast(show(striped)).faults[0]

    def test_a_plate_under_the_letters_makes_a_picture_harmless(self, show: Show) -> None:
        plated = f"<p style='background:{photo()};padding:50px'><b style='background:#fff'>{WORDS}"
        assert probes.contrast(show(plated)).faults == []

    @pytest.mark.parametrize(("width", "faults"), [(9, 0), (1, 1)])
    def test_a_wide_edge_painted_before_the_letters_is_their_ground(
        self, show: Show, width: int, faults: int
    ) -> None:
        edged = f"fill='#000' stroke='#fff' stroke-width={width} paint-order=stroke"
        text = f"<text y=60 font-size=40 font-weight=bold {edged}>{WORDS}</text>"
        drawn = f"<svg width=900 height=90><rect width=900 height=90 fill='#123'/>{text}</svg>"
        assert len(probes.contrast(show(drawn)).faults) == faults

    @pytest.mark.parametrize(("room", "faults"), [(4, 0), (60, 1)])
    def test_text_is_judged_as_soon_as_a_letter_of_it_has_been_scrolled_to(
        self, show: Show, room: int, faults: int
    ) -> None:
        text = f"<p style='margin:0 0 0 200px;width:max-content;font-size:40px;color:#777'>{WORDS}"
        region = f"<div style='overflow-x:auto;width:{200 + room}px'>{text}</div>"
        assert len(probes.contrast(show(region)).faults) == faults

    def test_text_under_a_box_is_named(self, show: Show) -> None:
        over = "<div style='position:absolute;inset:0 0 auto;height:99px;background:#fff'></div>"
        faults = probes.contrast(show(f"<p>{WORDS}</p>{over}")).faults
        assert len(faults) == 1
        assert "not seen" in faults[0]

    @pytest.mark.parametrize(
        "markup",
        [
            f"<p>{WORDS}",
            "<p>" + WORDS * 50,
            f"<p style='color:#fff;background:#000'>{WORDS}",
            f"<p hidden>{WORDS}",
            f"<p style='position:absolute;left:-9999px'>{WORDS}",
            f"<p style='overflow:hidden;height:0'>{WORDS}",
            f"<p style='color:transparent'>{WORDS}",
            f"<details><summary>{WORDS}</summary>{WORDS}</details>",
            f"<div style='height:20000px'></div><p>{WORDS}",
            f"<p style='font-size:16px;color:#595959;background:#fff'>{WORDS}",
            "<pre style='white-space:pre-wrap;width:3ch;font:16px monospace'>три   три   три   ",
            f"<p style='width:1ch'>&nbsp; {WORDS}",
        ],
    )
    def test_what_can_be_read_or_is_not_there_is_let_be(self, show: Show, markup: str) -> None:
        found = probes.contrast(show(markup))
        assert found.faults == []

    def test_a_sign_too_small_to_cover_more_than_one_pixel_is_read_there(self) -> None:
        cover = np.zeros((6, 6, 1))
        cover[2:5, 2:5] = 0.5
        cover[3, 3] = 1.0
        white, black = np.full((6, 6, 3), 255.0), np.zeros(3)
        line = {"path": "span", "said": "*", "kind": "text", "left": 0, "top": 0}
        line |= {"share": 1.0, "ghost": False, "free": False}
        found = painted.Painted()
        painted.judge(
            line,
            white + cover * (black - white),
            white,
            white + cover * (painted.KNOWN - white),
            found,
        )
        assert (found.lines, found.low, found.covered) == (1, [], [])

    def test_what_is_on_its_way_is_read_where_it_arrives(self, show: Show) -> None:
        page = show(
            "<style>p{margin-left:600px;transition:margin-left 9s}"
            f"@media(max-width:400px){{p{{margin-left:0}}}}</style><p>{WORDS}"
        )
        page.set_viewport_size({"width": 320, "height": 900})
        assert probes.contrast(page).faults == []

    def test_the_page_is_left_as_it_was(self, show: Show) -> None:
        page = show(f"<p style='color:#123456!important'>{WORDS}")
        before = page.screenshot()
        probes.contrast(page)
        assert page.screenshot() == before


class TestSizes:
    """`probes.sizes`: nothing is painted smaller than 16 px."""

    @pytest.mark.parametrize(
        ("markup", "size"),
        [
            (f"<p style='font-size:12px'>{WORDS}", "12.0 px"),
            (f"<div style='transform:scale(.5)'><p style='font-size:20px'>{WORDS}", "10.0 px"),
            (f"<div style='scale:.5'><p style='font-size:20px'>{WORDS}", "10.0 px"),
            (f"<div style='zoom:.5'><p style='font-size:20px'>{WORDS}", "10.0 px"),
            (f"<style>b::after{{content:'{WORDS}';font-size:9px}}</style><b></b>", "9.0 px"),
            (
                f"<svg width=200 height=20 viewBox='0 0 400 40'><text y=20>{WORDS}</text></svg>",
                "8.0 px",
            ),
            (
                "<input placeholder=a><style>input{font-size:16px}::placeholder{font-size:11px}</style>",
                "11.0 px",
            ),
            # A picture as large as a line, of which nothing says what it is.
            (
                "<button><svg width=16 height=16 viewBox='0 0 32 32'><text y=20>1</text></svg></button>",
                "6.7 px",
            ),
        ],
    )
    def test_small_text_is_named_with_its_size(self, show: Show, markup: str, size: str) -> None:
        faults = probes.sizes(show(markup)).faults
        assert len(faults) == 1
        assert size in faults[0]

    @pytest.mark.parametrize(
        "markup",
        [
            f"<p>{WORDS}",
            f"<p style='font-size:16px;transform:rotate(45deg)'>{WORDS}",
            f"<p style='font-size:12px;display:none'>{WORDS}",
            (
                "<button aria-label='List with numbers'><svg width=16 height=16 viewBox='0 0 32 32'>"
                "<text y=20>1</text></svg></button>"
            ),
            f"<style>b::after{{content:'\\e900';font-size:9px}}</style><b></b><p>{WORDS}",
        ],
    )
    def test_text_of_a_readable_size_is_let_be(self, show: Show, markup: str) -> None:
        assert probes.sizes(show(markup)).faults == []


class TestOverflow:
    """`probes.overflow`: no page is wider than its window."""

    def test_the_box_that_makes_a_page_wide_is_named(self, show: Show) -> None:
        page = show("<main><div id=wide style='width:900px'>a</div></main>", width=320)
        faults = probes.overflow(page).faults
        assert len(faults) == 1
        assert "div#wide" in faults[0]
        assert "908 px wide in 320 px" in faults[0]

    def test_a_region_that_scrolls_is_no_fault(self, show: Show) -> None:
        page = show("<div style='overflow:auto'><div style='width:900px'>a</div></div>", width=320)
        assert probes.overflow(page).faults == []


class TestKept:
    """`kept.compare`: what stood somewhere stands there still."""

    BEFORE = "<p>one</p><p style='margin-left:400px;width:200px'>two</p><p>three</p><div style='height:2000px'>"

    def test_a_page_is_like_itself(self, show: Show) -> None:
        before, after = (run(show(self.BEFORE), "blocks") for _ in range(2))
        assert compare(before, after).share == 1

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("margin-left:400px", "margin-left:0"),
            ("width:200px", "width:600px"),
            ("margin-left:400px", "margin-top:900px;margin-left:400px"),
        ],
    )
    def test_a_block_that_moved_is_named(self, show: Show, old: str, new: str) -> None:
        before = run(show(self.BEFORE), "blocks")
        after = run(show(self.BEFORE.replace(old, new)), "blocks")
        assert "two" in compare(before, after).moved[0]

    def test_lines_of_more_than_eighty_characters_may_become_shorter(self, show: Show) -> None:
        long = "<style>p{{font:16px monospace;max-width:{}}}</style><p>" + WORDS * 9
        before = run(show(long.format("none")), "blocks")
        assert compare(before, run(show(long.format("64ch")), "blocks")).moved == []
        assert compare(before, run(show(long.format("80ch")), "blocks")).moved
        assert compare(before, run(show(long.format("64ch;margin-left:300px")), "blocks")).moved

    def test_what_scrolled_in_a_box_of_its_own_may_scroll_with_the_page(self, show: Show) -> None:
        rows = "".join(f"<p style='height:300px;margin:0'>row {at}</p>" for at in range(9))
        before = run(show(f"<div style='height:800px;overflow:auto'>{rows}</div>"), "blocks")
        after = run(show(f"<div>{rows}</div>"), "blocks")
        assert compare(before, after).moved == []

    def test_blocks_are_matched_by_their_words(self, show: Show) -> None:
        before = run(show(self.BEFORE), "blocks")
        after = run(show("<p data-a11y-ui>ours</p><p>new</p>" + self.BEFORE), "blocks")
        assert compare(before, after).blocks == 3


class TestLayout:
    """`probes.layout`: text is neither cut off nor covered, and does not stick out."""

    @pytest.mark.parametrize(
        ("markup", "fault"),
        [
            (f"<div style='height:20px;overflow:hidden'><p>{WORDS}<br>{WORDS}</div>", "below div"),
            (f"<p style='width:90px;overflow:hidden;white-space:nowrap'>{WORDS}", "beside p"),
            (
                f"<div style='overflow:hidden;width:300px'><p style='margin-left:-50px'>{WORDS}</div>",
                "50 px before div",
            ),
            (f"<p style='margin-left:-50px'>{WORDS}", "42 px before the page"),
            (f"<p style='position:absolute;left:250px;width:200px'>{WORDS}", "sticks out"),
            (f"<p style='position:absolute;top:0'>{WORDS}</p><p>Other words", "covered"),
            (f"<p style='width:16px;overflow-wrap:anywhere'>{WORDS}", "squeezed"),
            # Folded to its padding, but with a line in it that is half seen.
            (
                f"<div style='height:0;padding:8px;overflow:hidden'><p style='margin:0'>{WORDS}</div>",
                "below div",
            ),
            # A bar that stands still over the page's beginning: there is nothing to scroll to.
            (f"<p style='position:fixed;margin:0;top:16px'>{WORDS}</p><p>Other words", "covered"),
            # A label laid over a field, and the hint that shines through it.
            (
                (
                    "<div style='position:relative'><input id=i placeholder='Тарас Шевченко'>"
                    "<label for=i style='position:absolute;left:8px;top:2px'>Прізвище</label></div>"
                ),
                "covered",
            ),
            # A drawer that was to be outside, and hangs in.
            (
                (
                    "<div style='overflow:hidden;height:200px;position:relative'>"
                    f"<p style='position:absolute;left:-50px;width:300px'>{WORDS}</div>"
                ),
                "50 px before div",
            ),
        ],
    )
    def test_text_that_cannot_be_read_is_named(self, show: Show, markup: str, fault: str) -> None:
        faults = probes.layout(show(markup, width=320)).faults
        assert faults
        assert fault in faults[0]

    @pytest.mark.parametrize(
        "markup",
        [
            f"<p>{WORDS}",
            # The hint is hidden behind the label; the sign stands before it.
            (
                "<style>#i::placeholder{color:transparent}</style><div style='position:relative'>"
                "<input id=i placeholder='Тарас Шевченко'>"
                "<label for=i style='position:absolute;left:8px;top:2px'>Прізвище</label></div>"
            ),
            (
                "<div style='position:relative'><input placeholder=Сума style='padding-left:40px'>"
                "<b style='position:absolute;left:8px;top:2px'>грн</b></div>"
            ),
            f"<div style='height:20px;overflow:auto'><p>{WORDS}</div><p>{WORDS}",
            f"<div style='height:0;overflow:hidden'><p>{WORDS}</div>",
            f"<div style='position:absolute;clip-path:inset(50%)'>{WORDS}</div><p>{WORDS}",
            # Folded up: what is left is padding.
            f"<div style='height:0;padding:4px;overflow:hidden'><p>{WORDS}</div>",
            # The space that is kept hangs at the end of its line.
            "<pre style='white-space:pre-wrap;width:3ch;font:99px monospace;margin:0'>три   три   три   ",
            # Three lines, the first of which comes in two pieces.
            "<style>p::first-letter{color:red}</style><p style='width:4ch;font:40px monospace'>455-981-221",
            # A drawer wholly outside the window.
            f"<nav style='position:fixed;left:320px;width:200px'>{WORDS}</nav><p>{WORDS}",
            f"<nav style='position:fixed;left:0;transform:translateX(-200px);width:190px'>{WORDS}</nav>",
            # The second slide of a row of which one is shown.
            (
                "<div style='overflow:hidden;display:flex'><p style='flex:0 0 100%;margin:0'>"
                f"{WORDS}</p><p style='flex:0 0 100%;margin:0'>{WORDS}</p></div>"
            ),
            # Short words, each on a line of its own: none is broken.
            "<p style='width:60px;font-size:40px;overflow-wrap:anywhere'>0 80 00 00 00",
            # A button that stands still while the page goes by.
            f"<p style='position:fixed;bottom:0;margin:0'>{WORDS}</p>" + f"<p>{WORDS}</p>" * 99,
        ],
    )
    def test_what_is_put_aside_or_can_be_scrolled_to_is_let_be(
        self, show: Show, markup: str
    ) -> None:
        assert probes.layout(show(markup, width=320)).faults == []


class TestVisit:
    """`visit.look_at`: what answers a new width is waited for."""

    def test_a_page_is_looked_at_when_it_has_answered_its_new_width(self, show: Show) -> None:
        page = show("")
        markup = (
            "<!doctype html><title>t</title><p id=p style='width:1200px'>a</p><script>"
            "addEventListener('resize', () => setTimeout(() => "
            "p.style.width = innerWidth < 500 ? '200px' : '1200px', 150))</script>"
        )
        found = look_at(page, f"data:text/html,{quote(markup)}", {"overflow"})
        assert found["overflow 320"].faults == []


class TestFocus:
    """`probes.focus` and `probes.targets`: what the keyboard and the finger meet."""

    RING = "<style>:focus-visible{outline:3px solid}</style>"

    @pytest.mark.parametrize(
        ("markup", "fault"),
        [
            ("<a href=#>a</a><style>:focus-visible{outline:1px solid}</style>", "a ring of 1 px"),
            ("<a href=#>a</a><style>:focus-visible{outline:none}</style>", "a ring of 0 px"),
            (f"<a href=#>a</a>{RING}<style>a{{outline-color:#0000!important}}</style>", "of 0 px"),
            (f"{RING}<a href=# style='position:absolute;left:-999px'>a</a>", "out of sight"),
            (
                f"{RING}<a href=#>a</a><div style='position:fixed;inset:0;background:red'></div>",
                "hidden by div",
            ),
        ],
    )
    def test_focus_that_is_not_seen_is_named(self, show: Show, markup: str, fault: str) -> None:
        (found,) = probes.focus(show(markup)).faults
        assert fault in found

    @pytest.mark.parametrize(
        "markup",
        [
            "<a href=#>a</a><button>b</button><input>",
            (
                "<label><input type=checkbox style='opacity:0'> a</label>"
                "<style>label:focus-within{outline:3px solid}</style>"
            ),
        ],
    )
    def test_focus_that_is_seen_is_let_be(self, show: Show, markup: str) -> None:
        assert probes.focus(show(self.RING + markup)).faults == []

    SMALL = "<button style='padding:0;border:0;width:16px;height:16px;margin:0'>b</button>"

    def test_small_targets_side_by_side_are_named(self, show: Show) -> None:
        assert len(probes.targets(show(self.SMALL * 2)).faults) == 1

    @pytest.mark.parametrize(
        "markup",
        [
            SMALL,
            "<button style='min-width:24px;height:24px'>b</button>" * 2,
            "<p>Words with <a href=#>a</a> <a href=#>link</a> or two",
        ],
    )
    def test_large_targets_and_links_in_text_are_let_be(self, show: Show, markup: str) -> None:
        assert probes.targets(show(markup)).faults == []
