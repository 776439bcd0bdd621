"""Whole sheets: nesting, addresses, slots, the keyboard, and what a browser forgives."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import tinycss2
from hypothesis import example, given, settings
from hypothesis import strategies as st

from a11y_proxy.core.artifact import Marker, Slot
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_media, rewrite_sheet, rewrite_style
from a11y_proxy.rewrite.unparsable import UnparsableError
from tests.rewrite.css.originals import without_originals

Rewrite = Callable[[str], str]

INK = "color:var(--a11y-text);"

NESTING = {
    "@media print{a{color:red}}": f"@media print{{a{{{INK}}}}}",
    "@supports (display:grid){@layer x{a{color:red}}}": (
        f"@supports (display:grid){{@layer x{{a{{{INK}}}}}}}"
    ),
    "@container x style(--y:9px){a{color:red}}": f"@container x style(--y:9px){{a{{{INK}}}}}",
    ".a{color:red;&:hover{color:blue}.b &{color:red}}": (
        f".a{{{INK}&:hover{{{INK}}}.b &{{{INK}}}}}"
    ),
    ".a{@media print{color:red}color:red}": f".a{{@media print{{{INK}}}{INK}}}",
    "@-webkit-keyframes x{from{color:red}50%{color:red}}": (
        f"@-webkit-keyframes x{{from{{{INK}}}50%{{{INK}}}}}"
    ),
    "@page{margin:1in;@top-left{color:red}}": "@page{margin:1in;@top-left{color:red}}",
    "@property --x{syntax:'<color>';initial-value:red}": (
        '@property --x{syntax:"<color>";initial-value:red}'
    ),
    "@layer a,b;": "@layer a,b;",
    "@unknown x{y:z}": "@unknown x{y:z}",
}

ADDRESSES = {
    '@import "a.css";': '@import "/mapped/a.css";',
    "@import url(a.css) layer(x) screen and (min-width:768px);": (
        '@import url("/mapped/a.css") layer(x) screen and (min-width:[768px]);'
    ),
    "@namespace svg url(http://www.w3.org/2000/svg);": (
        "@namespace svg url(http://www.w3.org/2000/svg);"
    ),
    "@font-face{font-family:x;src:url(a.woff2) format('woff2'),local('b')}": (
        '@font-face{font-family:x;src:url("/mapped/a.woff2") format("woff2"),local("b")}'
    ),
    r"a{list-style:url(a\(1\).png)}": 'a{list-style:url("/mapped/a(1).png");}',
    'a{cursor:url("a b.cur"),auto}': 'a{cursor:url("/mapped/a b.cur"),auto;}',
    "a{mask:url(#shape)}": 'a{mask:url("#shape");}',
    "a{list-style:url(data:image/gif;base64,AA==)}": (
        'a{list-style:url("data:image/gif;base64,AA==");}'
    ),
    "a{content:image-set('a.png' 1x type('image/png'))}": (
        'a{content:image-set("/mapped/a.png" 1x type("image/png"));}'
    ),
    "a{content:'a.png'}": 'a{content:"a.png";}',
}

WIDTHS = {
    "@media (max-width:767.98px){}": "@media (max-width:[767.98px]){}",
    "@media screen and (MIN-WIDTH: 48EM){}": "@media screen and (MIN-WIDTH: [48em]){}",
    "@media (width >= 600px){}": "@media (width >= [600px]){}",
    "@media (400px<=width<=700px){}": "@media ([400px]<=width<=[700px]){}",
    "@media not all and (min-height:600px){}": "@media not all and (min-height:[600px]){}",
    "@media only screen and (max-device-width:480px){}": (
        "@media only screen and (max-device-width:[480px]){}"
    ),
    "@media not ((width<20em) or (width>9rem)){}": "@media not ((width<[20em]) or (width>[9rem])){}",
    "@media (min-width:-1px){}": "@media (min-width:-1px){}",
    "@media (min-width:0){}": "@media (min-width:0){}",
    "@media (min-width:calc(1px + 2em)){}": "@media (min-width:calc([1px] + [2em])){}",
    "@media (min-resolution:2dppx) and (orientation:portrait){}": (
        "@media (min-resolution:2dppx) and (orientation:portrait){}"
    ),
    "@media (max-width:50vw){}": "@media (max-width:50vw){}",
    "@custom-media --narrow (max-width:30em);": "@custom-media --narrow (max-width:[30em]);",
    "@container card (min-width:400px){a{top:0}}": "@container card (min-width:[400px]){a{top:0;}}",
    "@container (inline-size>400px) and (width<30em){}": (
        "@container (inline-size>[400px]) and (width<30em){}"
    ),
    ".a{@container (width>9px){top:0}}": ".a{@container (width>[9px]){top:0;}}",
    "@supports (width:9px){a{top:0}}": "@supports (width:9px){a{top:0;}}",
}

KEYBOARD = {
    "li:hover>ul{display:block}": "li:hover>ul,li:focus-within>ul{display:block;}",
    "li:hover>ul,.x{left:0}": "li:hover>ul,.x,li:focus-within>ul{left:0;}",
    "li:hover>ul{display:none}": "li:hover>ul{display:var(--a11y-closed, none);}",
    "li:not(.off):hover>ul{left:0}": "li:not(.off):hover>ul,li:not(.off):focus-within>ul{left:0;}",
    "li:not(.a:hover)>ul{left:0}": "li:not(.a:hover)>ul{left:0;}",
    "li:is(:hover,.on) ul{visibility:visible}": (
        "li:is(:hover,.on) ul,li:is(:focus-within,.on) ul{visibility:visible;}"
    ),
    ".a:hover+.b{max-height:none}": ".a:hover+.b,.a:focus-within+.b{max-height:none;}",
    "li{&:hover>ul{pointer-events:auto}}": (
        "li{&:hover>ul,&:focus-within>ul{pointer-events:auto;}}"
    ),
    "li:not(:hover)>ul{left:-999em}": "li:not(:hover)>ul{left:-999em;}",
    "a:hover{color:red}": f"a:hover{{{INK}}}",
}

TD = ":is(td:where(:not([data-a11y-was])),:where(th[data-a11y-was]))"
TH = ":is(th:where(:not([data-a11y-was])),:where(td[data-a11y-was]))"
CELLS = {
    "tr>td{top:0}": f"tr>{TD}{{top:0;}}",
    "th.a:first-child,td::after{top:0}": f"{TH}.a:first-child,{TD}::after{{top:0;}}",
    "@media print{:not(td) a{top:0}}": f"@media print{{:not({TD}) a{{top:0;}}}}",
    "tr{&.odd td{top:0}}": f"tr{{&.odd {TD}{{top:0;}}}}",
    "td:hover ul{left:0}": f"{TD}:hover ul,{TD}:focus-within ul{{left:0;}}",
    ".td,#th,x-td,td-x,.a-th,.a\\:td{top:0}": ".td,#th,x-td,td-x,.a-th,.a\\:td{top:0;}",
    '[for=td],[title="a td"]{top:0}': '[for=td],[title="a td"]{top:0;}',
    "q:lang(th){top:0}": "q:lang(th){top:0;}",
    f"{TD}{{top:0}}": f"{TD}{{top:0;}}",
}

VOIDS = {
    "body{padding-top:70px}": "body{padding-top:0;}",
    "html,body.home{padding-top:4rem}": "html{padding-top:4rem;}body.home{padding-top:0;}",
    "body{padding:60px 0 20px}": "body{padding:0 0 20px;}",
    "body{padding-top:20px}": "body{padding-top:20px;}",
    "body{padding:60px}": "body{padding:60px min(60px, var(--a11y-inset, 100vw));}",
    ".card-body{padding-top:70px}": ".card-body{padding-top:70px;}",
    "body .hero{padding-top:70px}": "body .hero{padding-top:70px;}",
    "body,.x{padding-top:70px}": "body,.x{padding-top:70px;}",
}

FORGIVEN = {
    '\ufeff@charset "windows-1251";a{color:red}': f"a{{{INK}}}",
    "a{*zoom:1;_height:1px;color:red}": f"a{{*zoom:1;_height:1px;{INK}}}",
    "a{filter:alpha(opacity=50);color:red}": f"a{{{INK}}}",
    "a{color:red\\9;top:0}": f"a{{{INK}top:0;}}",
    "a{width:100px\\9;top:0}": "a{width:100px\\9;top:0;}",
    "a{colour red;color:red}": f"a{{colour red;{INK}}}",
    "a{color:red;;}": f"a{{{INK};}}",
    "a{--x:{b:c;d:e};color:red}": f"a{{--x:{{b:c;d:e}};{INK}}}",
    "a{--x: foo {b:c} bar;color:red}": f"a{{--x: foo {{b:c}} bar;{INK}}}",
    "a{--x:;color:red}": f"a{{--x:;{INK}}}",
    "a{color:red": f"a{{{INK}}}",
    "@media print{a{color:red": f"@media print{{a{{{INK}}}}}",
    'a{content:"x': 'a{content:"x";}',
    "a{list-style:url(x": 'a{list-style:url("/mapped/x");}',
    "a{/* x": "a{/* x*/}",
    "a{top:0}}b{color:red}": f"a{{top:0;}}}}b{{{INK}}}",
    "<!-- a{color:red} -->": f"<!-- a{{{INK}}} -->",
    ".\\31 0\\/x\\ {color:red}": f".\\31 0\\/x\\20{{{INK}}}",
    'a{content:"\\201C\\"\\\\"}': 'a{content:"\u201c\\"\\\\";}',
    "a\0{color:red}": f"a\ufffd{{{INK}}}",
    "": "",
    "<!DOCTYPE html><title>404</title>": "<!DOCTYPE html><title>404</title>",
}

CASES = {**NESTING, **ADDRESSES, **WIDTHS, **KEYBOARD, **CELLS, **VOIDS, **FORGIVEN}


@pytest.mark.parametrize(("before", "after"), CASES.items(), ids=map(repr, CASES))
def test_a_sheet_reads_as_a_browser_would_read_it(before: str, after: str, sheet: Rewrite) -> None:
    assert sheet(before) == after


def test_an_escaped_end_tag_in_a_string_does_not_end_the_style_element(sheet: Rewrite) -> None:
    after = sheet('a{content:"\\3c/style>\\3cscript>"}')
    assert "</style" not in after
    (rule,) = tinycss2.parse_stylesheet(after)
    (declared,) = tinycss2.parse_blocks_contents(rule.content)
    assert declared.value[0].value == "</style><script>"


def test_an_escaped_half_of_a_character_does_not_reach_the_encoder(sheet: Rewrite) -> None:
    assert sheet('a{content:"\\d800"}').encode() == 'a{content:"\ufffd";}'.encode()


def test_the_lengths_of_a_media_attribute_become_slots(context: SheetContext) -> None:
    after = rewrite_media("screen and (max-width:768px)", context)
    assert after == f"screen and (max-width:{context.mark.word(Slot('width', '768px'))})"


@pytest.mark.parametrize("bracket", ["{", "(", "[", "a{", "f("])
def test_ten_thousand_levels_are_refused_and_not_a_crash(
    bracket: str, context: SheetContext
) -> None:
    for text in (bracket * 10_000, "a{" + bracket * 10_000):
        with pytest.raises(UnparsableError, match="deeper than 100"):
            rewrite_sheet(text, context)


def test_a_number_of_thousands_of_digits_is_refused_and_not_a_crash(
    context: SheetContext,
) -> None:
    with pytest.raises(UnparsableError):
        rewrite_style("z-index:" + "9" * 5000, context)


CONTEXT = SheetContext(lambda url: url, Marker("0" * 32))
CHARACTERS = "{}()[];:,!\\\"'@#-%/* \n\t\0<>=.0129aé"
WORDS = r"""url( var( calc( /* */ color red background font border height 12px @media @import --x
    U+1 \9 & :hover html !important background-image text-decoration -->"""
PIECES = st.sampled_from([*CHARACTERS, *WORDS.split()])


@settings(max_examples=300, deadline=None)
@example('"\n}{')
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_at_all_comes_out_as_a_sheet_that_stays_as_it_is(text: str) -> None:
    once = rewrite_sheet(text, CONTEXT)
    assert selectors(rewrite_sheet(once, CONTEXT)) == selectors(once)


def selectors(text: str) -> list[str]:
    """The top-level rules, as the library that did not write them sees them."""
    return [
        tinycss2.serialize(rule.prelude).strip()
        for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
        if rule.type == "qualified-rule"
    ]


VALUES = """red|#123456|rgb(1 2 3)|var(--x)|12px|1.5em|0|50%|none|url(a.png)|solid|auto|hidden
|absolute|transparent|bold|currentcolor|12px/1.2|inherit|ButtonFace
|light-dark(#fff, #000)|no-repeat"""
NAMES = """color background background-color border border-top-color outline fill text-decoration
text-shadow column-rule -webkit-text-stroke box-shadow caret-color"""
FACTS = "height:2px;|width:9px;height:9px;|position:absolute;top:0;|text-indent:-999em;|"
VALUE = st.lists(st.sampled_from(VALUES.replace("\n", "").split("|")), min_size=1, max_size=3)
BLOCKS = st.lists(st.tuples(st.sampled_from(NAMES.split()), VALUE), max_size=6)
AUTHORS = ("red", "#123456", "rgb(", "#fff", "light-dark(", "ButtonFace")


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(FACTS.split("|")), BLOCKS)
def test_no_colour_of_the_author_is_left(facts: str, block: list[tuple[str, list[str]]]) -> None:
    text = facts + ";".join(f"{name}:{' '.join(values)}" for name, values in block)
    after = rewrite_style(text, CONTEXT)
    for node in tinycss2.parse_blocks_contents(after, skip_whitespace=True):
        if node.lower_name == "background-color" and len(node.value) > 1:
            continue  # invalid before and after: a browser ignores it
        value = without_originals(tinycss2.serialize(node.value))
        assert not any(colour in value for colour in AUTHORS), (text, node.name, value)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('@import "a.css";', ["sheet"]),
        ("@import url(a.css) layer(x) screen;", ["sheet"]),
        (
            "@font-face { src: local(x), url('a.woff2') format('woff2'), url(b.woff) }",
            2 * ["sheet"],
        ),
        ("@media print { @font-face { src: url(a.woff2) } }", ["sheet"]),
        ("p { cursor: url(a.cur), auto }", ["url"]),
        ("@counter-style x { symbols: url(a.png) }", ["url"]),
        ("@media print { li { list-style-image: url(a.png) } }", ["url"]),
        ("@font-face { src: url(a.woff) } p { cursor: url(a.cur), auto }", ["sheet", "url"]),
    ],
)
def test_what_is_imported_and_fonts_are_mapped_as_such(text: str, kinds: list[str]) -> None:
    context = SheetContext(lambda _: "<url>", Marker("0" * 32), map_sheet=lambda _: "<sheet>")
    assert re.findall("<([a-z]+)>", rewrite_sheet(text, context)) == kinds
