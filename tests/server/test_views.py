"""What a visitor sees of ours: filled slots, the panel, our own pages; by text and by browser."""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from itertools import product
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from a11y_proxy.core.artifact import Slot
from a11y_proxy.core.preferences import Appearance, Preferences, Rendition
from a11y_proxy.core.repair import Repair
from a11y_proxy.server.preferences import PreferenceError, apply, values
from a11y_proxy.server.views import Views
from a11y_proxy.server.views.overview import matters, rows
from a11y_proxy.server.views.report import report
from a11y_proxy.service.overview import Met
from a11y_proxy.stores.files import read_phrases, read_themes

THEMES = read_themes()
VIEWS = Views(THEMES, read_phrases(), "https://town.example")
DEFAULT = Preferences(Appearance(THEMES.default))
TARGET = "/news/?id=1&q=%D0%B0"
EVIL = '/"><script>alert(1)</script>&amp;{{7*7}}'
REPAIRS = (
    Repair("html-lang", "3.1.1", "html", "<html>", '<html lang="uk">', "No language"),
    Repair("image-alt", "1.1.1", "img[1]", "<img src=a>", "", "No words", flagged=True),
    Repair("image-alt", "1.1.1", "img[2]", "<img src=b>", "", "No words", flagged=True),
)


class Links(HTMLParser):
    """Collects the addresses and words of links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.hrefs.append(dict(attrs)["href"])


def told_of(path, repairs, gave_up, preferences):
    return VIEWS.page("report.html", preferences, path, report=report(path, repairs, gave_up))


def overview_of(*paths):
    flagged = Counter(each.kind for each in REPAIRS if each.flagged)
    met = [Met(path, plain=True, flagged=flagged, repaired=1) for path in paths]
    return {"matters": matters(met), "rows": rows(met)}


def own_pages(preferences, target=TARGET):
    yield "settings", VIEWS.settings(preferences, target)
    refused = PreferenceError("“{name}” must be one of: {allowed}. It cannot be “{value}”.",
                              name="theme", allowed="a, b", value="<b>")  # fmt: skip
    yield "refused", VIEWS.settings(preferences, target, refused)
    title, words = "The site cannot be reached", "The site broke off. <b>"
    yield "error", VIEWS.error(502, title, words, preferences, target)
    yield "report", told_of(target, REPAIRS, ("broken-rule",), preferences)
    yield "empty report", told_of(target, (), (), preferences)
    yield "overview", VIEWS.page("overview.html", preferences, "/", **overview_of(target, "/b"))
    yield "empty overview", VIEWS.page("overview.html", preferences, "/", **overview_of())
    yield "statement", VIEWS.statement(preferences, target)


@pytest.mark.parametrize(
    ("width", "scale", "wider"),
    [
        ("768px", 150, b"1152px"),
        ("767.98px", 200, b"1535.96px"),
        ("48em", 125, b"60em"),
        ("768px", 100, b"768px"),
        ("0", 300, b"0"),
        ("1.2.3px", 300, b"1.2.3px"),
        ("", 300, b""),
        ("99999px", 400, b"399996px"),
        ("1234567px", 100, b"1234567px"),
    ],
)
def test_widths_of_media_queries_grow_with_the_text(width, scale, wider):
    preferences = apply(DEFAULT, {"scale": str(scale)}, THEMES)
    assert VIEWS.fill(Slot("width", width), preferences, "/") == wider


def test_the_head_links_one_sheet_of_our_own_host_that_can_be_kept_for_ever():
    preferences = apply(DEFAULT, {"spacing": "wide", "images": "grey", "layout": "text"}, THEMES)
    head = VIEWS.fill(Slot("head"), preferences, TARGET).decode()
    (address,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', head)
    parts = urlsplit(address.replace("&amp;", "&"))
    assert (parts.netloc, parts.path) == ("", "/_a11y/appearance.css")
    query = {name: value for name, (value,) in parse_qs(parts.query).items()}
    sheet, version = VIEWS.sheet(query, DEFAULT)
    assert version == query["v"]
    assert sheet == VIEWS.stylesheet(preferences.appearance, preferences.rendition.layout)
    with pytest.raises(PreferenceError):
        VIEWS.sheet({**query, "theme": "gone"}, DEFAULT)


REPAINTING = [name for name, theme in THEMES.items() if theme.repaints]


@pytest.mark.parametrize("name", REPAINTING)
def test_the_head_tells_the_colour_scheme_before_any_sheet_is_there(name):
    head = VIEWS.head(Preferences(Appearance(name))).decode()
    light, dark = THEMES.faces(name)
    scheme = "light dark" if light is not dark else "dark" if light.dark else "light"
    assert f'<meta name="color-scheme" content="{scheme}"' in head
    assert light.palette["paper"] in head
    assert dark.palette["paper"] in head


def test_the_sites_own_colours_bring_their_own_scheme():
    assert "color-scheme" not in VIEWS.head(Preferences(Appearance("site"))).decode()


def test_a_page_of_ours_has_our_colours_where_the_site_keeps_its_own():
    preferences = Preferences(Appearance("site"))
    assert f"theme={THEMES.default}" in VIEWS.statement(preferences)
    assert "theme=site" in VIEWS.head(preferences).decode()


def test_the_settings_say_what_the_sites_own_colours_do_not_promise():
    settings = VIEWS.settings(DEFAULT, "/")
    assert "Кольори сайту (без жодної обіцянки контрасту)" in settings
    assert "Не обіцяє контрасту" in VIEWS.statement(DEFAULT)


def test_hidden_pictures_do_not_change_the_sheet():
    hidden = Preferences(DEFAULT.appearance, Rendition(images="off"))
    assert VIEWS.head(hidden) == VIEWS.head(DEFAULT)


def test_a_page_in_a_frame_has_no_panel():
    assert VIEWS.fill(Slot("panel"), DEFAULT, TARGET, frame=True) == b""
    assert b"a11y-panel" in VIEWS.fill(Slot("panel"), DEFAULT, TARGET)


def test_every_link_of_the_panel_grants_a_wish_and_comes_back_to_this_page():
    hrefs = Links(VIEWS.panel(DEFAULT, TARGET).decode()).hrefs
    paths = {urlsplit(href).path for href in hrefs}
    assert paths == {"/_a11y/set", "/_a11y/settings", "/_a11y/leave"}
    for href in hrefs:
        query = {name: value for name, (value,) in parse_qs(urlsplit(href).query).items()}
        assert query.pop("next") == TARGET
        if urlsplit(href).path == "/_a11y/set":
            ((name, value),) = query.items()
            assert values(apply(DEFAULT, query, THEMES))[name] == value


@pytest.mark.parametrize(
    ("scale", "offered"),
    [(100, {125}), (137, {125, 150}), (150, {125, 175}), (399, {375, 400}), (400, {375})],
)
def test_the_text_size_goes_in_steps_and_stops_at_the_ends(scale, offered):
    panel = VIEWS.panel(apply(DEFAULT, {"scale": str(scale)}, THEMES), "/").decode()
    assert {int(size) for size in re.findall(r"set\?scale=(\d+)", panel)} == offered
    assert f"{scale} %" in panel


def test_the_chosen_theme_is_marked_and_no_other():
    for name in REPAINTING:
        panel = VIEWS.panel(Preferences(Appearance(name)), "/").decode()
        assert re.findall(r'theme=([\w-]+)[^>]* aria-current="true"', panel) == [name]


def test_a_switch_says_what_it_will_do():
    on = VIEWS.panel(DEFAULT, "/").decode()
    off = VIEWS.panel(apply(DEFAULT, {"images": "off", "spacing": "wide"}, THEMES), "/").decode()
    assert "Без зображень" in on
    assert "Ширші інтервали" in on
    assert "Із зображеннями" in off
    assert "Звичайні інтервали" in off


def test_a_notice_stands_in_the_panel_in_the_visitors_language():
    notice = "The site does not answer just now. This is an earlier copy of the page."
    assert "раніше збережена копія" in VIEWS.panel(DEFAULT, "/", notice).decode()
    english = apply(DEFAULT, {"lang": "en"}, THEMES)
    assert notice in VIEWS.panel(english, "/", notice).decode()
    assert "a11y-notice" not in VIEWS.panel(DEFAULT, "/").decode()


def test_nothing_of_an_address_becomes_markup():
    panel = VIEWS.panel(DEFAULT, EVIL).decode()
    assert "<script" not in panel
    for _, page in own_pages(DEFAULT, EVIL):
        assert "<script" not in page
        assert "49" not in page


def test_a_repairs_own_words_are_shown_and_not_obeyed():
    repair = Repair("x", "1.1.1", "<p>", "<script>1</script>", "<b>", "Why <i>", flagged=False)
    page = told_of("/", (repair,), ("<u>",), DEFAULT)
    assert "&lt;script&gt;1&lt;/script&gt;" in page
    assert not re.search("<(script|b|i|u)>", page)


def test_the_report_puts_first_what_a_person_must_look_at_and_boasts_of_nothing():
    page = told_of(TARGET, REPAIRS, ("broken-rule",), DEFAULT)
    assert page.index("img[1]") < page.index("broken-rule") < page.index("&lt;html&gt;")
    assert 'href="/news/?id=1&amp;q=%D0%B0"' in page
    text = re.sub("<[^>]+>", "", page.partition("<main")[2])
    assert not re.search(r"%(?![A-F0-9])|/ ?100|\bбал", text)


def test_of_many_changes_of_one_kind_the_report_shows_the_first_and_says_how_many():
    cells = [Repair("th", "1.3.1", f"td[{number}]", "<td>", "<th>", "Why") for number in range(24)]
    flags = [cell._replace(flagged=True, why="Look") for cell in cells]
    page = told_of("/", (*cells, *flags), (), DEFAULT)
    changed = page.partition("Змінено")[2]
    assert "1.3.1" in changed
    assert (changed.count("<dl>"), "таких самих: 19" in changed) == (5, True)
    # each of them a person must find
    assert page.count("<dl>") - changed.count("<dl>") == 24


def test_the_settings_hold_every_wish_and_show_what_is_chosen():
    chosen = apply(
        DEFAULT, {"scale": "137", "images": "grey", "motion": "on", "layout": "text"}, THEMES
    )
    page = VIEWS.settings(chosen, TARGET)
    checked = dict(re.findall(r'name="(\w+)" value="([^"]+)" checked', page))
    assert checked == values(chosen)
    assert page.count(" checked") == len(checked)
    assert '<input type="hidden" name="next" value="/news/?id=1&amp;q=%D0%B0">' in page


def test_a_refused_wish_is_told_in_the_visitors_language():
    with pytest.raises(PreferenceError) as refused:
        apply(DEFAULT, {"scale": "huge"}, THEMES)
    page = VIEWS.settings(DEFAULT, "/", refused.value)
    assert "цілим числом відсотків у межах 100–400, а не «huge»" in page


def test_an_error_page_leads_on():
    page = VIEWS.error(502, "The site cannot be reached", "Unknown words.", DEFAULT, TARGET)
    assert "<h1>Сайт недоступний</h1>" in page
    assert "Unknown words." in page
    assert "/_a11y/leave?next=" in page
    assert "Спробувати ще раз" in page
    ours = VIEWS.error(400, "This address is not valid", "No.", DEFAULT, TARGET)
    assert "Спробувати ще раз" not in ours


def test_our_own_pages_ask_nothing_of_other_hosts_and_need_no_script():
    for _, page in own_pages(DEFAULT):
        assert "<script" not in page
        assert not re.search(r'<[^>]+ (?:src|srcset)=|<link[^>]+href="(?!/_a11y/)', page)
        assert '<html lang="uk">' in page


def standalone(html: str, preferences: Preferences) -> str:
    sheet = VIEWS.stylesheet(preferences.appearance, preferences.rendition.layout)
    return re.sub(r'<link rel="stylesheet"[^>]*>', lambda _: f"<style>{sheet}</style>", html)


AXE = AXE_FILE_PATH.read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate(
        """tags => axe.run(document, {
            runOnly: tags, rules: {'color-contrast-enhanced': {enabled: true}},
        }).then(r => r.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html}`)))""",
        RULES,
    )
    assert isinstance(found, list)
    return found


@pytest.mark.browser
@pytest.mark.parametrize("name", THEMES)
def test_our_own_pages_pass_axe_in_every_theme(chromium, name):
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    preferences = Preferences(Appearance(name))
    for kind, html in own_pages(preferences):
        # the others hold nothing that these do not; one theme looks at them all
        if name == THEMES.default or kind in {"settings", "error"}:
            page.set_content(standalone(html, preferences))
            assert violations(page) == [], kind
    page.close()


@pytest.mark.browser
def test_our_own_pages_fit_a_narrow_screen(chromium):
    page = chromium.new_page(viewport={"width": 320, "height": 800})
    for scale in (100, 300):
        preferences = Preferences(Appearance(THEMES.default, scale=scale))
        for kind, html in own_pages(preferences):
            page.set_content(standalone(html, preferences))
            assert page.evaluate("document.scrollingElement.scrollWidth") <= 320, kind
    page.close()


HOSTILE = """
    body, body * { color: #777 !important; background: #888 !important; font-size: 6px !important;
        display: inline !important; letter-spacing: 1em !important; text-transform: uppercase }
    section, div, a, span { position: absolute !important; width: 10px !important;
        float: right; opacity: .1 !important; visibility: hidden !important; transform: scale(0) }
    a { outline: none !important; padding: 0 !important; text-indent: -999px }
    a::before, div::after { content: 'evil' !important; position: fixed }
    .a11y-panel { display: none !important } .a11y-row { order: 9; margin: -99px !important }
"""


@pytest.mark.browser
@pytest.mark.parametrize(("scale", "width"), list(product((100, 150, 300), (320, 1280))))
def test_no_site_style_reaches_into_the_panel(chromium, scale, width):
    preferences = Preferences(Appearance(THEMES.default, scale=scale))
    boxes = []
    page = chromium.new_page(viewport={"width": width, "height": 800})
    for css in ("", HOSTILE):
        html = (
            f"<!DOCTYPE html><html lang=uk><head><title>t</title>{VIEWS.head(preferences).decode()}"
            f"<style>body {{ margin: 0 }} {css}</style></head>"
            f"<body>{VIEWS.panel(preferences, '/').decode()}<main><h1>t</h1></main></body></html>"
        )
        page.set_content(standalone(html, preferences))
        boxes.append(
            page.evaluate(
                """[...document.querySelectorAll('.a11y-panel, .a11y-panel *')].map(e => {
                    const b = e.getBoundingClientRect(), s = getComputedStyle(e);
                    return [b.x, b.y, b.width, b.height, s.color, s.backgroundColor, s.fontSize,
                        s.visibility, s.opacity, s.letterSpacing, s.textTransform,
                        getComputedStyle(e, '::before').content];
                })"""
            )
        )
        targets = page.evaluate(
            """[...document.querySelectorAll('.a11y-panel a')].filter(a => a.offsetParent)
                .map(a => Math.min(a.offsetWidth, a.offsetHeight))"""
        )
        assert targets
        assert min(targets) >= 44
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert boxes[0] == boxes[1]
    page.close()


@pytest.mark.browser
def test_the_panel_is_one_line_on_a_desktop(chromium):
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.set_content(standalone(VIEWS.error(502, "t", "t", DEFAULT, "/"), DEFAULT))
    assert page.evaluate("document.querySelector('.a11y-panel').offsetHeight") < 90
    page.close()


def test_what_is_filled_into_an_attribute_does_not_end_it() -> None:
    """A13, `srcdoc`."""
    written = VIEWS.fill(Slot("framed", "live"), DEFAULT, TARGET).decode()
    assert not {'"', "'", "<", ">"} & set(written)
    assert unescape(written) == VIEWS.fill(Slot("head", "live"), DEFAULT, TARGET).decode()
