"""
Sheets that are broken, hostile or no sheets at all.

Whatever comes, what a browser would have read of the sheet is still there, what we do not touch is
written as it was, and nobody waits for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.pipeline import rewrite_stylesheet
from a11y_proxy.rewrite.css.sheet import rewrite_sheet
from a11y_proxy.rewrite.unparsable import UnparsableError

Rewrite = Callable[[str], str]

BROKEN = {
    "the end closes what is open": (
        "a{cursor:help}@media print{b{color:red",
        "a{cursor:help;}@media print{b{color:var(--a11y-text);}}",
    ),
    "the end closes an address": (
        "a{cursor:help}b{cursor:url(x.cur",
        'a{cursor:help;}b{cursor:url("/mapped/x.cur");}',
    ),
    "the end closes a comment": ("a{cursor:help}/* b{", "a{cursor:help;}/* b{*/"),
    "a bracket too many is skipped with what follows it": (
        "a{cursor:help}}b{cursor:help}i{cursor:help}",
        "a{cursor:help;}}b{cursor:help;}i{cursor:help;}",
    ),
    "a string ends with its line": (
        'a{content:"x\n}b{cursor:help}',
        'a{content:"[bad string]\n/**/;}b{cursor:help;}',
    ),
    "a declaration without a value is left to the browser": (
        "a{cursor:help;;color}b{cursor:help}",
        "a{cursor:help;;color}b{cursor:help;}",
    ),
    "escapes in names hide no colour": (
        r"a{co\6cor:red;c\olor:red;cursor:help}",
        "a{color:var(--a11y-text);color:var(--a11y-text);cursor:help;}",
    ),
    "braces in a custom property stay": (
        "a{--x:{b:c;color:red};cursor:help}b{cursor:help}",
        "a{--x:{b:c;color:red};cursor:help;}b{cursor:help;}",
    ),
    "NUL becomes what browsers see": (
        "a{cursor:he\0lp}b{color:red}",
        "a{cursor:he\ufffdlp;}b{color:var(--a11y-text);}",
    ),
    "markup around a sheet stays outside of it": (
        "<!-- a{color:red} -->",
        "<!-- a{color:var(--a11y-text);} -->",
    ),
    "a page in place of a sheet cannot end a style element": (
        "<title>404</title><style>a{cursor:help}</style>",
        "<title>404<\\2f title><style>a{cursor:help;}<\\2f style>".replace(
            "<\\2f title", "</title"
        ),
    ),
    "scripts in values go": (
        r"a{width:expression(alert(1));height:expr\65 ssion(x);cursor:help}",
        "a{cursor:help;}",
    ),
    "behaviours and filters of old browsers go": (
        (
            "a{behavior:url(x.htc);filter:progid:X.gradient(startColorstr='#8000',endColorstr='#0');}"
            'b{filter:alpha(opacity=50);-ms-filter:"progid:X.Alpha(Opacity=50)";cursor:help}'
        ),
        "a{}b{cursor:help;}",
    ),
    "hacks that browsers skip stay": (
        r"a{*zoom:1;_height:1px;width:10px\9;cursor:help}*html a{cursor:help}",
        r"a{*zoom:1;_height:1px;width:10px\9;cursor:help;}*html a{cursor:help;}",
    ),
    "media hacks stay": (
        "@media \\0screen{a{cursor:help}}",
        "@media \ufffdscreen{a{cursor:help;}}",
    ),
    "a sheet that imports itself is only pointed to": (
        '@import "self.css";a{cursor:help}',
        '@import "/mapped/self.css";a{cursor:help;}',
    ),
}


@pytest.mark.parametrize(("before", "after"), BROKEN.values(), ids=BROKEN)
def test_what_a_browser_would_read_is_still_there(before: str, after: str, sheet: Rewrite) -> None:
    assert sheet(before) == after


UNTOUCHED = """\
/* a{ */
@font-feature-values X{@styleset{nice-style:12;}}
a,b>c::after{
\tcursor:help;  content:"\\"};{";;
\t-moz-osx-font-smoothing:grayscale;/* ; */
\t--x:{ a: b };
}
@media  print{ *|a{ page:x!important; } }
@unknown x{ y z }
"""


def test_untouched_text_is_written_again_as_it_is(sheet: Rewrite) -> None:
    assert sheet(UNTOUCHED) == UNTOUCHED


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ('\ufeff@charset "koi8-u";a{content:"ї"}'.encode(), "windows-1251"),
        (b'@charset "windows-1251";a{content:"\xbf"}', None),
        ('@charset "utf-16";a{content:"ї"}'.encode(), None),
        ('\ufeffa{content:"ї"}'.encode("utf-16-le"), "utf-8"),
        (b'a{content:"\xbf"}', "windows-1251"),
    ],
    ids=["mark", "rule", "impossible rule", "wide mark", "header"],
)
def test_bytes_are_read_as_browsers_read_them_and_written_as_utf8(
    body: bytes, charset: str | None
) -> None:
    source = Source("http://town.example/a.css", "text/css", body, charset)
    artifact = rewrite_stylesheet(source, Site("http://town.example"))
    assert artifact.media_type == "text/css; charset=utf-8"
    assert b"".join(artifact.parts).decode() == 'a{content:"ї";}'


@pytest.mark.parametrize("opening", ["a{", "@media print{", "a{b:(", "a{--x:{", ":is("])
def test_ten_thousand_levels_are_refused_and_not_climbed(opening: str, sheet: Rewrite) -> None:
    with pytest.raises(UnparsableError, match="deeper"):
        sheet(opening * 10_000)


def test_five_megabytes_are_rewritten_to_the_last_rule(sheet: Rewrite) -> None:
    names = ",".join([f".a-rather-long-name-{n}" for n in range(20)])
    rules = [f"{names},.c{n}{{color:red;cursor:help}}\n" for n in range(11_000)]
    after = sheet("".join(rules))
    assert sum(map(len, rules)) > 5_000_000
    assert after.count("color:var(--a11y-text);") == len(rules)
    assert after.endswith("cursor:help;}\n")


GROWING: dict[str, Callable[[int], str]] = {
    "closing brackets": lambda n: "}" * n,
    "open comments": lambda n: "/*" * n,
    "stars": lambda n: "/*" + "*" * n,
    "broken strings": lambda n: "a{b:'\n}" * n,
    "backslashes": lambda n: "\\" * n,
    "escapes": lambda n: r"\61 " * n,
    "open addresses": lambda n: "a{b:url(" * n,
    "semicolons in strings": lambda n: "a{" + 'b:";";' * n + "}",
    "one block": lambda n: "a{" + "width:1px;" * n + "}",
    "selectors on hover": lambda n: ",".join(["a:hover b"] * n) + "{display:block}",
    "roots and others": lambda n: "html," * n + ",".join(["b"] * n) + "{color:red}",
    "brackets in selectors": lambda n: "html" + "[a" * 90 + ":not(a)" * n + "{color:red}",
    "space in a selector": lambda n: "a" + " " * n + ":checked b:hover{color:red}",
    "space after a state": lambda n: "a:checked" + " " * n + ">{color:red}",
    "space in a value": lambda n: "a{border:1px" + " " * n + "red}",
    "exclamation marks": lambda n: "a{color:red" + "!" * n + "}",
    "at signs": lambda n: "@" * n,
    "nested rules": lambda n: ("a{" * 15 + "b:c" + "}" * 15) * (n // 15),
    "nested conditions": lambda n: ("@media x{" * 19 + "a{b:c}" + "}" * 19) * (n // 19),
    "a page": lambda n: "<p class=x>it's</p>\n" * n,
    "layers": lambda n: "a{background:" + ",".join(["url(a.png)"] * n) + "}",
    "shadows": lambda n: "a{box-shadow:" + ",".join(["0 0 1px red"] * n) + "}",
    "variables": lambda n: "a{color:" + "var(--x) " * n + "}",
    "terms": lambda n: "a{padding:" + "a(b(c(d))) " * n + "}",
    "digits": lambda n: "a{width:" + "1." * n + "px}",
    "transforms": lambda n: "a{position:absolute;transform:" + "scale(.5) " * n + "}",
    "a drawing": lambda n: 'a{background:no-repeat url("data:image/svg' + "<p width='" * n + '")}',
    "old filters": lambda n: r"a{filter:progid:X(a=1);*zoom:1;width:1px\9}" * n,
    "conditions": lambda n: "@media " + "(min-width:1px) and " * n + "x{a{b:c}}",
}
SIZE = 1000


@pytest.mark.parametrize("name", GROWING)
def test_four_times_the_text_takes_about_four_times_as_long(
    name: str, context: SheetContext
) -> None:
    def seconds(size: int) -> float:
        text = GROWING[name](size)
        took = []
        for attempt in range(3):
            start = time.process_time()
            rewrite_sheet(f"{text}/*{size} {attempt}*/", context)
            took.append(time.process_time() - start)
        return min(took)

    assert seconds(4 * SIZE) < 10 * max(seconds(SIZE), 0.002)
