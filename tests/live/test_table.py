"""The script in the browser and the rewriting in the proxy give the same answer to the same value."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page

from a11y_proxy.core.artifact import Marker
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.custom import KINDS
from a11y_proxy.rewrite.css.sheet import rewrite_sheet, rewrite_style
from a11y_proxy.server.live import script

CONTEXT = SheetContext(map_url=lambda url: url, mark=Marker("0" * 32))
BASE = """
:root { --a11y-paper: rgb(1, 2, 3); --a11y-surface: rgb(4, 5, 6); --a11y-mark: rgb(7, 8, 9);
  --a11y-ink: rgb(250, 251, 252); --a11y-link: rgb(240, 241, 242); --a11y-visited: rgb(243, 244, 245);
  --a11y-line: rgb(230, 231, 232); --a11y-focus: rgb(220, 221, 222); --a11y-plate: rgb(210, 211, 212);
  --a11y-drawn: currentcolor; --a11y-none: none; --a11y-opaque: 1; --a11y-box: border-box;
  --a11y-clear: transparent; --a11y-text: var(--a11y-ink); --a11y-scale: 2; --a11y-min: 16px; --a11y-max: 9999px; --a11y-view: 100vw }
* { --a11y-fluid: auto }
#stage { --ink: #123456; --ground: #fff; --shade: 0, 0, 0; --size: 9px; width: 900px }
"""
COLOURS = (
    "red", "white", "black", "#fafafa", "#777", "rgb(255, 0, 0)", "rgba(0, 0, 0, 0)", "rgb(9 9 9 / 50%)",
    "hsl(200 50% 50%)", "transparent", "currentcolor", "oklch(50% 0.2 20)", "whitesmoke", "tomato",
    "color-mix(in srgb, red, blue)", "Canvas", "ButtonFace", "var(--ink)", "inherit", "initial", "unset",
)  # fmt: skip
LENGTHS = (
    "0", "1px", "8px", "12px", "15px", "40px", "9pt", "170px", "700px", "0.5em", "1.2em", "2rem", "50%", "10vw",
    "calc(1em + 4px)", "calc(50% - 10px)", "clamp(10px, 2vw, 20px)", "auto", "inherit",
)  # fmt: skip
ON_AN_ELEMENT = (
    *product(
        ("color", "background-color", "border-top-color", "outline-color", "fill", "stroke", "caret-color",
         "text-decoration-color", "-webkit-text-fill-color", "accent-color"),
        COLOURS,
    ),
    *product(("font-size", "line-height", "letter-spacing", "word-spacing", "text-indent"), LENGTHS),
    *product(("opacity",), ("0", "0.4", "1", "50%", "inherit", "var(--none, 0.2)")),
    *product(("font-size",), ("xx-small", "small", "medium", "x-large", "smaller", "larger", "initial")),
    *product(("line-height",), ("normal", "1", "1.2", "1.6", "140%", "200%", "20px")),
    *product(("font-family",), ("Arial, sans-serif", "FontAwesome", "inherit")),
    *product(("font-weight",), ("100", "300", "400", "700", "bold", "lighter")),
    *product(("background",), ("red", "white", "none", "transparent", "url(x.png)", "#fff url(x.png) no-repeat",
                               "linear-gradient(red, blue)", "var(--ground)", "var(--ink)", "rgba(var(--shade), 0.5)")),
    *product(("background-image",), ("url(x.png)", "linear-gradient(red, blue)", "none", "var(--none)")),
    *product(("border", "border-left", "outline"), ("1px solid red", "none", "0",
                                                    "1px solid var(--ink)", "medium none")),
    *product(("border-color",), ("red", "red transparent", "var(--ink)", "currentcolor")),
    # The script knows no sharp edges: a shadow that is a line in a sheet goes like any other.
    *product(("box-shadow",), ("0 0 5px red", "none", "inset 0 1px 9px #000")),
    *product(("text-shadow",), ("0 1px #fff", "none")),
    *product(("filter", "backdrop-filter"), ("invert(1)", "none", "grayscale(50%)")),
    *product(("mix-blend-mode",), ("multiply", "normal")),
    *product(("text-align",), ("justify", "center", "right")),
    *product(("text-transform",), ("uppercase", "capitalize", "none")),
    *product(("white-space",), ("nowrap", "pre", "normal")),
    *product(("text-decoration",), ("underline red", "none", "underline dotted var(--ink)")),
    *product(("font",), ("12px/1.2 serif", "bold 10pt/1.6 Arial", "300 2em/normal sans-serif")),
    *product(("display",), ("none", "block", "flex")),
    *product(("color-scheme",), ("dark", "light")),
)  # fmt: skip
IN_A_SHEET = (
    *product(("width", "height", "min-width", "max-width", "min-height", "max-height", "margin-left",
              "padding-right", "left", "flex-basis"), LENGTHS),
    *product(("overflow",), ("hidden", "visible", "auto")),
    *product(("position",), ("absolute", "relative", "fixed")),
    *product(("--ground",), ("#fff", "red", "255, 255, 255", "none", "12px", "var(--ink)", "bold", "#00000000",
                           "9pt", "1.2", "300", 'url("x.png")', "calc(1em + 4px)", "hsl(0 0% 100%)", "0 0% 100%")),
)  # fmt: skip
BLOCKS = (
    "width: 16px; height: 16px; background: url(x.png) no-repeat",
    "width: 30px; height: 2px; background: #333",
    "height: 40px; overflow: hidden",
    "-webkit-mask: url(x.svg); background: red",
    "background: red; background-image: url(x.png)",
    "background-image: url(x.png); color: white",
    "color: red !important; background: blue !important",
    "background-color: rgba(0, 0, 0, 0); background-image: linear-gradient(red, blue)",
    "width: 300px; max-width: 50%",
    "border: 1px solid var(--ink); border-top-color: red",
    "font-size: 10px; line-height: 12px; color: #ccc",
)  # fmt: skip
COMPUTED = f"""style => {{
  const found = {{}}
  for (const name of {[f"--a11y-{use}-ground" for use in KINDS]}) found[name] = style.getPropertyValue(name)
  for (const name of style) if (!name.startsWith('--')) found[name] = style.getPropertyValue(name)
  return found
}}"""
COMPARE = f"""async (pairs) => {{
  const read = {COMPUTED}
  const stage = document.querySelector('#stage')
  const wrong = []
  for (const [what, theirs, ours, sheet] of pairs) {{
    stage.innerHTML = '<p id=a><b id=aa>x</b></p><p id=b><b id=bb>x</b></p>'
    const [a, b] = stage.children
    const author = document.createElement('style'), proxy = document.createElement('style')
    if (sheet) {{
      document.head.append(author)
      author.sheet.insertRule('#a{{' + theirs + '}}')
      document.head.append(proxy)
      proxy.setAttribute('data-a11y-ui', '')
      proxy.textContent = ours
    }} else {{
      a.style.cssText = theirs
      b.setAttribute('data-a11y-ui', '')
      b.setAttribute('style', ours)
    }}
    await null
    await null
    for (const [one, other] of [[a, b], [aa, bb]]) {{
      const left = read(getComputedStyle(one)), right = read(getComputedStyle(other))
      const apart = Object.keys(left).filter(name => left[name] !== right[name] && name !== 'background-repeat')
      if (apart.length) wrong.push([what, apart.slice(0, 4).map(name => [name, left[name], right[name]].join(' ')),
        a.getAttribute('style') || author.sheet.cssRules[0].cssText, ours])
    }}
    author.remove()
    proxy.remove()
  }}
  return wrong
}}"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.set_content(f"<!doctype html><style data-a11y-ui>{BASE}</style><div id=stage></div>")
    page.add_script_tag(content=script()[0])
    yield page
    page.close()


def test_the_script_fits_its_budget() -> None:
    """8 KB as they travel, the table included."""
    assert len(gzip.compress(script()[0].encode(), 9)) <= 8192


@pytest.mark.browser
def test_a_style_on_an_element_becomes_what_the_proxy_would_make_of_it(page: Page) -> None:
    written = [f"{name}: {value}" for name, value in ON_AN_ELEMENT]
    pairs = [[text, text, rewrite_style(text, CONTEXT), False] for text in written]
    assert len(pairs) >= 400
    wrong = page.evaluate(COMPARE, pairs)
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.browser
def test_a_rule_of_a_sheet_becomes_what_the_proxy_would_make_of_it(page: Page) -> None:
    written = [f"{name}: {value}" for name, value in (*ON_AN_ELEMENT, *IN_A_SHEET)]
    pairs = [
        [text, text, rewrite_sheet(f"#b{{{text}}}", CONTEXT), True] for text in (*written, *BLOCKS)
    ]
    wrong = page.evaluate(COMPARE, pairs)
    assert not wrong, "\n".join(map(str, wrong))
