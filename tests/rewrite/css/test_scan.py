"""The scan and the walk write the same, to the byte, for every sheet that both can read."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from a11y_proxy.core.artifact import Marker
from a11y_proxy.rewrite.css.block import INLINE, NOWHERE
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.pattern import BODY as BODY_TEXT
from a11y_proxy.rewrite.css.pattern import is_verbatim, quoted
from a11y_proxy.rewrite.css.scan import scan_sheet, scan_style
from a11y_proxy.rewrite.css.sheet import normalised
from a11y_proxy.rewrite.css.syntax import text_of, tokens
from a11y_proxy.rewrite.css.walk import walked
from a11y_proxy.rewrite.unparsable import UnparsableError

PLAIN = SheetContext(lambda url: f"/mapped/{url}", Marker("0" * 32))
DRAWING = SheetContext(lambda url: f"/mapped/{url}", Marker("1" * 32), drawing=True)

CERTAIN = r"""
a{color:red}
a , b>c{ color : red ; ; top:0 }
a{color:red !important;--x: a ! important ;--y:}
A:hover>ul{DISPLAY:block;COLOR:RED}
html,body{font-size:12px;background:url(a.png)}
html:hover ul,b{display:block}
::-moz-selection{color:red}
a[href="x;y{z}"]:not(.b,.c)>d::after{content:"}"}
a{content:'it\'s "so"';quotes:"\201C" '\201D'}
a{background:url(data:image/png;base64,AA==) no-repeat;list-style:url( "a b.png" )}
a{background:URL(a.png);cursor:url('x.cur'),auto}
a{background:url('a"b.png'),url(a;b) 0 0/1px , url("") x;cursor:"a url(b) c" , url(#d),'url(e) "f'}
a{background:url(a)url(b) URL(c);src:local(a),url( d ),url(é),-url(e) f,url(data:,g)"h"}
a{background:\,url(a);src:b\ url(c),url(d) url\,url(e)}
a{mask:image-set("a.png" 1x,"b.png" 2x);width:calc((1px + 2em)*3)}
li:nth-child(2n+1),li:nth-child(n + 1),li:nth-child(-n+3){color:red}
.tablet\:w-1\/2,.\31 0,.\32xl\:a,.m-0\.5{width:50%}
a{*zoom:1;_height:1px;color:red\9;width:10px\0/}
a{filter:progid:DXImageTransform.Microsoft.gradient(startColorstr='#80000000',endColorstr='#0')}
a{filter:alpha(opacity=50);width:expression(1+1)}
a{colour red;color:red}
/* a{ */ a/* ; */b{/* } */color/**/:/**/red/* x */;/**/}/**/
@charset "utf-8";@import "a.css" (min-width:9px);@import url(b.css);a{color:red}
@media (max-width:768px){a{color:red}@supports (display:grid){b{color:red}}}
@media screen and (MIN-WIDTH:10px) , print{a:hover b{color:red}}
@font-face{font-family:x;src:url(a.woff2) format('woff2'),local("b");unicode-range:U+0-7F,u+4??}
@KEYFRAMES x{from{color:red}50.5%,to{color:red}}
@media print{color:red}@media print{}
@page :first{margin:1in}@layer a,b;@layer a{a{color:red}}@unknown x{y:z}
a{width:1.5.5;height:1e3px;top:1e;margin:1-1;left:.5em;right:+.5em;bottom:-0}
u+a,u+1{color:red}u+a{top:0}a+b,a +b,a+ .b,a~b,a|b,*|*,a||b{color:red}
{color:red}
é,#é,.-é,#-,#1a,#--x{color:#Fff;border:1px solid rgba(0,0,0,.5)}
a{background:#fff linear-gradient(to right,rgba(0,0,0,.5) 0%,var(--x) 100%)}
a{--x:url(a.png) 'b' ;--X:Red;-webkit-box-shadow:0 0 1px red}
a{font:12px/1.5 "Open Sans",Arial;color:rgb(1 2 3/50%)}
""a{b{color:red}&:hover{top:0}@media (min-width:9px){color:red}}
a{--x:{b:c};color:red}@media print{a:hover{b{c{color:red}}}}
a{b:{c:d};color:red;e:{}}
<!-- a{color:red} -->
<!--a{b:c}-->
a&gt; b{color:red}c;/*;*/;d , e;{top:0}
""".strip().splitlines()

UNCERTAIN = r"""
a{color:red
a{color:red}}
a{b{c{d{color:red}}}}
@media print{a{color:red}
@media print{a:{color:red}}
@media print{a:{b{color:red}}}
@media print{--x:a {b{color:red}}}
@media print{--x:hover {color:red}}
@media print{a;b{color:red}}
@page{@top-left{color:red}}
a{content:"x}
a{content:"x
"}
a{width:calc(1px}
a{b:url(a"b)c"}
a{b:url(a(b);c:d)}
a{b:ur\6c(a"b)}
a{b:(]);c:d}
a\72l(x;y"z{color:red}
<!-- a{color:red}
a{}<!--b{color:red}-->
@media print{a;b{color:red}}
/* a{color:red}
@médialike x{a{b:c}}
""".strip().split("\n")


def both(text: str, context: SheetContext, *, style: bool = False) -> tuple[str | None, str]:
    text = normalised(text)
    scanned = (scan_style if style else scan_sheet)(text, context)
    return scanned, walked(text, context, nested=style, around=INLINE if style else NOWHERE)


@pytest.mark.parametrize("context", [PLAIN, DRAWING], ids=["page", "drawing"])
@pytest.mark.parametrize("text", CERTAIN)
def test_what_is_certain_is_written_as_the_walk_writes_it(text: str, context: SheetContext) -> None:
    scanned, exact = both(text, context)
    assert scanned == exact


@pytest.mark.parametrize("text", CERTAIN)
def test_the_line_ends_of_windows_are_read_alike(text: str) -> None:
    scanned, exact = both(text.replace(" ", "\r\n"), PLAIN)
    assert scanned in (exact, None)


@pytest.mark.parametrize("text", UNCERTAIN)
def test_what_is_not_certain_is_left_to_the_walk(text: str) -> None:
    assert scan_sheet(text, PLAIN) is None


TOWN = sorted(Path(str(files("a11y_proxy.town"))).rglob("*.css"))
OURS = sorted(Path(__file__).parents[3].joinpath("themes").rglob("*.css"))


@pytest.mark.parametrize("path", [*TOWN, *OURS], ids=lambda path: path.name)
def test_whole_sheets_are_written_as_the_walk_writes_them(path: Path) -> None:
    scanned, exact = both(path.read_text(errors="replace"), PLAIN)
    assert scanned in (exact, None)


def test_most_sheets_of_the_town_are_certain() -> None:
    found = [scan_sheet(normalised(path.read_text()), PLAIN) for path in TOWN]
    assert sum(text is not None for text in found) >= len(found) - 1


def test_addresses_and_slots_are_never_remembered_for_another_sheet() -> None:
    text = "@media (min-width:9px){a{background:url(a.png);list-style:url(b.png)}}"
    for name in ("one", "two"):
        context = SheetContext(lambda url, name=name: f"/{name}/{url}", Marker(name))  # type: ignore[misc]
        scanned, exact = both(text, context)
        assert scanned == exact
        assert f"/{name}/b.png" in exact
        assert f"slot-{name}-width" in exact


NAMES = """color background width height display position left font-size text-indent --x -webkit-filter
_zoom *zoom COLOR margin unknown content"""
VALUES = """red #fff 12px 1.5em 0 50% none url(a.png) url("a") auto rgba(0,0,0,.5) var(--x) "x;y" 'x' \\9
!important !IMPORTANT /**/ 1e3 .5 +1 -1 2n+1 n+ u+a a\\:b \\31 calc(1px+2px) ( ) [a] , / ; absolute -999em
image-set("a") @x < = { }"""
HEADS = """a .b #c a:hover li:hover>ul html body,html :root ::selection a[b="c,d"] :not(.a,.b) .x\\:y .\\31
a+b n+1 u+a a/**/b --x:c a: * | || ~ & é "s" ' @x"""
GLUE = st.sampled_from(["", " ", "\n", "/**/", ",", ";", ":"])
VALUE = st.lists(st.tuples(st.sampled_from(VALUES.split()), GLUE).map("".join), max_size=3).map(
    "".join
)
DECLARATION = st.tuples(
    st.sampled_from(NAMES.split()), GLUE, st.just(":"), VALUE, GLUE, st.just(";")
)
BODY = st.lists(DECLARATION.map("".join), max_size=4).map("".join)
HEAD = st.lists(st.tuples(st.sampled_from(HEADS.split()), GLUE).map("".join), max_size=3).map(
    "".join
)
RULE = st.tuples(HEAD, BODY).map(lambda rule: f"{rule[0]}{{{rule[1]}}}")
AT_RULES = (
    "@media (min-width:9px) |@supports (a:b)|@keyframes x|@font-face|@layer y|@page|@x-layer "
)
AT = st.sampled_from(AT_RULES.split("|"))
INNER = st.lists(st.one_of(RULE, RULE, BODY, GLUE), max_size=3).map("".join)
AT_RULE = st.tuples(st.one_of(AT, HEAD), INNER).map(lambda rule: f"{rule[0]}{{{rule[1]}}}")
SHEET = st.lists(st.one_of(RULE, AT_RULE, GLUE, st.just("@import 'a';")), max_size=4).map("".join)
PIECES = st.sampled_from(
    [
        *"{}()[]<>;:,!\\\"'@#-+%/* \n\t\0=.|?019aeurlé\x0b",
        *NAMES.split(),
        *VALUES.split(),
        *HEADS.split(),
        "/*",
        "*/",
        "url(",
        "\\72l(",
    ]
)
MESS = st.lists(PIECES, max_size=30).map("".join)
FAST = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FAST
@given(st.one_of(SHEET, MESS), st.booleans())
def test_any_sheet_is_written_as_the_walk_writes_it(text: str, drawing: bool) -> None:  # noqa: FBT001
    same(text, DRAWING if drawing else PLAIN, style=False)


@FAST
@given(st.one_of(BODY, MESS), st.booleans())
def test_any_style_is_written_as_the_walk_writes_it(text: str, drawing: bool) -> None:  # noqa: FBT001
    same(text, DRAWING if drawing else PLAIN, style=True)


def same(text: str, context: SheetContext, *, style: bool) -> None:
    try:
        scanned, exact = both(text, context, style=style)
    except UnparsableError:
        return
    if scanned is not None:
        assert scanned == exact


IN_STRINGS = r"""\f101 \2a \0 \d800 \22 \5c \a \10ffff \fffff é \c a f /* ; ' " """
PIECES_OF_STRINGS = st.sampled_from([*IN_STRINGS.split(), " ", "\n"])


@FAST
@given(st.lists(PIECES_OF_STRINGS, max_size=6).map("".join), st.sampled_from("'\""))
def test_a_string_is_written_as_the_tokens_of_it_are(inner: str, quote: str) -> None:
    text = f"{quote}{inner}{quote}"
    assert quoted(text) in (None, text_of(tokens(text)))


@FAST
@example("2n+1")
@example("\\é")
@given(st.one_of(VALUE, HEAD, MESS))
def test_what_is_called_verbatim_is_written_again_as_it_is(text: str) -> None:
    if BODY_TEXT.fullmatch(text) and is_verbatim(text):
        assert text_of(tokens(text)) == text
