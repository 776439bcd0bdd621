"""Pages whose scripts add things after they have loaded, through the real proxy, in Chromium."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.probes.painted import measure
from tests.serving import Visitor, serving, visitors

pytestmark = pytest.mark.browser

# A colour that no theme has, so that an author's is known when it is seen.
LATE = """
const red = 'rgb(255, 0, 255)', box = id => document.getElementById(id)
function build() {
  box('nodes').innerHTML = '<p class=late style="color:#f0f;background:#ffe0ff">Вставлено</p>'
    + '<table><tr><td class=late bgcolor="#ff00ff"><font color=#f0f size=1>Клітинка</font></td></tr></table>'
  box('inline').style.color = red
  box('inline').style.setProperty('background', 'linear-gradient(#f0f, #fff)')
  const style = document.createElement('style')
  style.textContent = '.a{color:#f0f;font-size:9px} @media (min-width:1000px){.wide{display:none}}'
  document.head.append(style)
  style.append('.a2{background:#f0f;color:#fff}')
  const empty = document.createElement('style')
  document.head.append(empty)
  box('index').textContent = empty.sheet.insertRule('.b{color:#f0f;background:#fdf}', 0)
  empty.sheet.insertRule('@media all{.b2{color:#f0f}}', 1)
  empty.sheet.cssRules[1].insertRule('.b3{background:#f0f}', 0)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('.c{color:#f0f}.c2{background:#f0f;color:#fff}')
  document.adoptedStyleSheets = [sheet]
  const root = box('host').attachShadow({ mode: 'open' })
  const inner = new CSSStyleSheet()
  inner.replaceSync('p{color:#f0f;background:#fff}')
  root.adoptedStyleSheets = [inner]
  root.innerHTML = '<style>b{color:#f0f}</style><p>Тінь <b>жирна</b> <a href="/x">посилання</a>'
    + ' <i style="color:#f0f">похила</i></p>'
  box('brand').style.setProperty('--brand', '#f0f')
  box('icon').innerHTML = '<svg width=20 height=20><path fill="#f0f" d="M0 0h20v20H0z"/></svg>'
  box('chart').innerHTML = '<svg width=20 height=20><path fill="#f0f" d="M0 0h9v9z"/><path fill="#0ff" d="M9 9h9v9z"/></svg>'
}
"""
PAGE = f"""<!doctype html><html lang=uk><meta charset=utf-8><title>Громада</title>
<style>.ours{{color:#f0f}} @media (min-width:700px){{.seven{{display:none}}}} #brand{{background:var(--brand,#fff)}}</style>
<script>const authors = new Set(), frames = [];
(function sample() {{
  const seen = [...document.querySelectorAll('body *')].concat(
    [...(document.querySelector('#host')?.shadowRoot?.querySelectorAll('*') || [])])
  for (const one of seen) {{
    const style = getComputedStyle(one)
    for (const name of ['color', 'backgroundColor', 'backgroundImage', 'borderTopColor'])
      if (style[name].includes('255, 0, 255') && !one.closest('#chart')) authors.add((one.id || one.className || one.localName) + ' ' + name)
  }}
  frames.push(1)
  requestAnimationFrame(sample)
}})()
{LATE}
addEventListener('load', () => setTimeout(build, 80))</script>
<body><main><h1>Новини</h1><p class=ours>Було тут</p><p class=seven>Широке</p><p class=wide>Далеке</p>
<p class="drawn"><svg id=delivered width=9 height=9><path fill="#f0f"/><path fill="#0f0"/></svg></p>
<div id=nodes></div><p id=inline>Рядок</p><p class=a>Стиль</p><p class=a2>Стиль 2</p><p class=b>Правило</p>
<p class=b2>Правило 2</p><p class=b3>Правило 3</p><p class=c>Лист</p><p class=c2>Лист 2</p><div id=host></div>
<p id=brand>Змінна</p><p id=index></p><p id=icon></p><p id=chart></p></main></body>"""

STRICT = b"""<!doctype html><html lang=uk><title>t</title><style>p{color:#f0f}</style>
<p id=p>x</p><script nonce=x>document.getElementById('p').textContent = 'made'</script>"""


class Origin(BaseHTTPRequestHandler):
    """A site of two pages."""

    def do_GET(self) -> None:
        if self.path == "/other.css":
            body, kind = b".foreign{color:#f0f;background:#fff}", "text/css"
        elif self.path == "/strict":
            body, kind = STRICT, "text/html; charset=utf-8"
        else:
            body, kind = PAGE.encode(), "text/html; charset=utf-8"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Access-Control-Allow-Origin", "*")
        if self.path == "/strict":
            self.send_header("Content-Security-Policy", "script-src 'nonce-x'")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Origin) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def visitor(chromium: Browser, origin: str) -> Iterator[Visitor]:
    command = ("serve", "--origin", origin)
    with (
        serving("a11y_proxy", *command, ready="/_a11y/health") as proxy,
        visitors(chromium, proxy) as visit,
    ):

        def opened(*wishes: str, **more: Any) -> Page:
            page = visit(*wishes, **more)
            page.set_default_timeout(10_000)
            return page

        yield opened


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """A page after its scripts have done what they do, at 200 % in white on black."""
    page = visitor("theme=white-on-black&scale=200", viewport={"width": 1280, "height": 900})
    page.goto("/")
    page.wait_for_function("document.querySelector('#chart svg')")
    page.evaluate(
        "was => new Promise(done => { const again = () => frames.length > was + 3"
        " ? done() : requestAnimationFrame(again); again() })",
        page.evaluate("frames.length"),
    )
    return page


def computed(page: Page, selector: str, name: str) -> str:
    return page.locator(selector).first.evaluate(f"e => getComputedStyle(e)['{name}']")


def test_all_that_was_added_is_at_seven_to_one(page: Page) -> None:
    page.evaluate(AXE_SCRIPT)
    only = {"type": "rule", "values": ["color-contrast-enhanced"]}
    found = page.evaluate("only => axe.run(document, {runOnly: only})", only)
    assert [node["html"] for rule in found["violations"] for node in rule["nodes"]] == []
    assert sum(len(rule["nodes"]) for rule in found["passes"]) >= 15


def test_the_painted_probe_colours_text_behind_the_scripts_back(page: Page) -> None:
    read = measure(page)
    assert read.lines >= 10
    assert (read.low, read.covered) == ([], [])


def test_no_frame_showed_a_colour_of_the_authors(page: Page) -> None:
    assert page.evaluate("frames.length") > 5
    assert page.evaluate("[...authors].join()") == ""


def test_small_text_from_a_script_grows_and_keeps_the_floor(page: Page) -> None:
    assert float(computed(page, ".a", "fontSize").removesuffix("px")) == 18
    assert float(computed(page, "#nodes td", "fontSize").removesuffix("px")) >= 16


def test_widths_of_an_added_sheet_are_multiplied_and_those_that_came_with_the_page_only_once(
    page: Page,
) -> None:
    assert page.locator(".wide").is_visible(), "1000 px at 200 % are more than the window's 1280"
    assert page.locator(".seven").is_visible(), "700 px at 200 % are 1400"
    page.set_viewport_size({"width": 1500, "height": 900})
    assert not page.locator(".seven").is_visible(), "multiplied twice it would be 2800"


def test_a_scripts_calls_give_what_they_gave(page: Page) -> None:
    assert page.locator("#index").inner_text() == "0"
    thrown = page.evaluate(
        "() => { try { document.styleSheets[0].insertRule('{', 0) } catch (e) { return e.name } }"
    )
    assert thrown == "SyntaxError"
    assert page.evaluate("CSSStyleSheet.prototype.insertRule.name") == "insertRule"
    assert page.evaluate("CSSStyleSheet.prototype.insertRule.length") == 1
    assert page.evaluate("Object.keys(window).filter(name => /a11y/i.test(name))") == []


def test_an_icon_takes_the_ink_and_a_drawing_its_plate(page: Page) -> None:
    ink = computed(page, "h1", "color")
    assert computed(page, "#icon path", "fill") == ink
    assert computed(page, "#chart path", "fill") == "rgb(255, 0, 255)"
    assert computed(page, "#chart svg", "backgroundColor") != "rgba(0, 0, 0, 0)"
    assert computed(page, "#delivered path", "fill") == "rgb(255, 0, 255)"


def test_links_in_a_shadow_tree_look_as_all_links_do(page: Page) -> None:
    colour = page.evaluate("getComputedStyle(host.shadowRoot.querySelector('a')).color")
    assert colour != "rgb(0, 0, 238)"
    assert page.evaluate(
        "getComputedStyle(host.shadowRoot.querySelector('a')).textDecorationLine"
    ) == ("underline")


def test_showing_hiding_and_moving_work_as_ever(page: Page) -> None:
    style = page.evaluate("""() => {
      const box = document.querySelector('#inline')
      box.style.cssText = 'display:none;left:10px;width:120px;height:30px;color:red'
      box.style.display = ''
      return Promise.resolve().then(() => [box.style.display, box.style.left, box.style.width,
        box.style.height, getComputedStyle(box).color])
    }""")
    assert style[:4] == ["", "10px", "120px", "30px"]
    assert style[4] == computed(page, "h1", "color")


def test_nothing_stirs_once_the_page_is_still(page: Page) -> None:
    stirred = page.evaluate("""() => new Promise(done => {
      let count = 0
      new MutationObserver(records => { count += records.length }).observe(document,
        { subtree: true, childList: true, attributes: true, characterData: true })
      setTimeout(() => done(count), 300)
    })""")
    assert stirred == 0


def test_a_page_that_undoes_what_we_do_does_not_hang(page: Page) -> None:
    undone = page.evaluate("""() => new Promise(done => {
      let undone = 0
      const box = document.querySelector('#inline')
      const rival = new MutationObserver(() => {
        if (box.style.color === 'red' || undone === 20000) return
        undone++
        box.style.color = 'red'
      })
      rival.observe(box, { attributes: true })
      box.style.color = 'red'
      setTimeout(() => { rival.disconnect(); done(undone) }, 50)
    })""")
    assert 0 < undone < 20_000, "the two write over each other for ever"


def test_a_sheet_of_another_host_is_mapped_before_it_shows(page: Page, origin: str) -> None:
    page.evaluate(
        """url => new Promise(done => {
          const text = Object.assign(document.createElement('p'), { className: 'foreign', textContent: 'x' })
          document.querySelector('main').append(text)
          const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url, onload: done })
          document.head.append(link)
        })""",
        origin.replace("127.0.0.1", "localhost") + "/other.css",
    )
    assert computed(page, ".foreign", "color") == computed(page, "h1", "color")
    assert computed(page, ".foreign", "backgroundColor") != "rgb(255, 255, 255)"
    assert page.evaluate("[...authors].join()") == ""


def test_a_sheet_by_the_sites_own_address_comes_through_us(page: Page, origin: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate(
        """url => new Promise(done => document.head.append(Object.assign(
          document.createElement('link'), { rel: 'stylesheet', href: url, onload: done })))""",
        f"{origin}/other.css",
    )
    assert f"{page.url}other.css" in asked


def test_without_the_script_the_page_is_there_all_the_same(visitor: Visitor) -> None:
    page = visitor("theme=white-on-black&scale=200")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("**/_a11y/live.js*", lambda route: route.abort())
    page.goto("/")
    page.wait_for_function("document.querySelector('#chart svg')")
    assert computed(page, ".ours", "color") == computed(page, "h1", "color")
    assert errors == []


def test_a_policy_that_forbids_the_script_is_kept_and_nothing_breaks(visitor: Visitor) -> None:
    page = visitor("theme=white-on-black&scale=200")
    page.goto("/strict")
    assert page.locator("#p").inner_text() == "made"
    assert computed(page, "#p", "color") != "rgb(255, 0, 255)"
