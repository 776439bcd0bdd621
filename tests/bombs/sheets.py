"""Style sheets that cost more to read than they are worth, as `pages.py` has pages."""

from __future__ import annotations

from collections.abc import Mapping

from tests.bombs.pages import Bomb


def _chain(size: int) -> str:
    links = "".join(f"--c{k}:var(--c{k + 1});" for k in range(size))
    return f":root{{{links}--c{size}:red}}p{{color:var(--c0)}}"


def _circle(size: int) -> str:
    links = "".join(f"--c{k}:var(--c{(k + 1) % size});" for k in range(size))
    return f":root{{{links}}}p{{color:var(--c0)}}"


def _doubling(size: int) -> str:
    links = "".join(f"--c{k}:var(--c{k + 1}) var(--c{k + 1});" for k in range(size))
    return f":root{{{links}}}p{{background:var(--c0)}}"


SHEETS: Mapping[str, tuple[Bomb, int]] = {
    "nested rules": (lambda n: "a{" * n, 10_000),
    "nested rules, closed": (lambda n: "a{color:red;" * n + "}" * n, 10_000),
    "nested media": (lambda n: "@media screen{" * n + "a{color:red}" + "}" * n, 10_000),
    "selector list of 5 MB": (
        lambda n: ",".join(f".c{k}" for k in range(n)) + "{color:red}",
        600_000,
    ),
    "one long selector": (lambda n: "a " * n + "{color:red}", 1_000_000),
    "one selector of td": (lambda n: "td " * n + "{color:red}", 500_000),
    "giant :is()": (lambda n: "td" + ":is(td" * n + ")" * n + "{color:red}", 100_000),
    "giant :not()": (lambda n: ":not(a)" * n + "{color:red}", 500_000),
    "imports": (lambda n: "".join(f"@import url(/{k}.css);" for k in range(n)), 150_000),
    "custom properties in a chain": (_chain, 100_000),
    "custom properties in a circle": (_circle, 100_000),
    "custom properties that double": (_doubling, 100_000),
    "one value of var()": (lambda n: f"p{{color:{'var(--a,' * n}red{')' * n}}}", 10_000),
    "custom value of var()": (lambda n: f"p{{--x:{'var(--a,' * n}red{')' * n}}}", 10_000),
    "one value of var() beside var()": (lambda n: f"p{{background:{'var(--a) ' * n}}}", 300_000),
    "calc() in calc()": (lambda n: f"p{{width:{'calc(1px + ' * n}1px{')' * n}}}", 10_000),
    "font-size calc() in calc()": (
        lambda n: f"p{{font-size:{'calc(1px + ' * n}1px{')' * n}}}",
        10_000,
    ),
    "calc() of many": (lambda n: f"p{{width:calc({'1px + ' * n}1px)}}", 500_000),
    "brackets of each kind": (lambda n: "p{color:" + "([{" * n, 500_000),
    "closing brackets": (lambda n: ")]}" * n, 1_000_000),
    "gradients in gradients": (
        lambda n: f"p{{background:{'linear-gradient(red,' * n}red{')' * n}}}",
        10_000,
    ),
    "layers of background": (lambda n: f"p{{background:{'url(a.png),' * n}red}}", 200_000),
    "colours of a gradient": (
        lambda n: f"p{{background:linear-gradient({'red,' * n}red)}}",
        500_000,
    ),
    "shadows": (lambda n: f"p{{box-shadow:{'0 0 1px red,' * n}0 0 1px red}}", 200_000),
    "font families": (lambda n: f"p{{font-family:{'a,' * n}serif}}", 800_000),
    "grid columns": (lambda n: f"p{{grid-template-columns:{'1fr ' * n}}}", 800_000),
    "declarations of one rule": (lambda n: f"p{{{'color:red;' * n}}}", 500_000),
    "different declarations of one rule": (
        lambda n: "p{" + "".join(f"margin-top:{k}px;" for k in range(n)) + "}",
        200_000,
    ),
    "custom properties": (
        lambda n: "p{" + "".join(f"--a{k}:#{k:06x};" for k in range(n)) + "}",
        200_000,
    ),
    "rules": (lambda n: "".join(f".c{k}{{color:#{k:06x}}}" for k in range(n)), 200_000),
    "empty rules": (lambda n: "a{}" * n, 1_500_000),
    "media": (lambda n: "@media screen and (min-width:9px){a{color:red}}" * n, 100_000),
    "media list": (lambda n: f"@media {'screen,' * n}print{{a{{color:red}}}}", 500_000),
    "keyframes": (
        lambda n: "".join(f"@keyframes k{k}{{from{{color:red}}to{{top:0}}}}" for k in range(n)),
        80_000,
    ),
    "steps of one animation": (
        lambda n: "@keyframes a{" + "".join(f"{k % 100}%{{color:red}}" for k in range(n)) + "}",
        200_000,
    ),
    "fonts": (lambda n: "@font-face{font-family:a;src:url(a.woff2)}" * n, 100_000),
    "one comment": (lambda n: f"/*{'*' * n}/", 7_000_000),
    "comments": (lambda n: "/**/" * n, 1_500_000),
    "comments in a value": (lambda n: f"p{{color:{'/**/' * n}red}}", 1_000_000),
    "unclosed comments": (lambda n: "/* " * n, 2_000_000),
    "unclosed string": (lambda n: "p{content:'" * n, 500_000),
    "unclosed address": (lambda n: "p{background:url(" * n, 300_000),
    "backslashes": (lambda n: "\\" * n, 5_000_000),
    "escapes": (lambda n: r"p{c\6f lor:red}" * n, 300_000),
    "one escaped name": (lambda n: "p{" + r"\63 " * n + ":red}", 1_000_000),
    "numbers": (lambda n: f"p{{width:{'1' * n}px}}", 5_000_000),
    "spaces": (lambda n: f"p{{color:{' ' * n}red}}", 7_000_000),
    "at signs": (lambda n: "@" * n, 5_000_000),
    "semicolons": (lambda n: ";" * n, 5_000_000),
    "exclamation marks": (lambda n: f"p{{color:red{' !' * n}important}}", 2_000_000),
    "slashes": (lambda n: f"p{{font:1px{'/' * n}a}}", 2_000_000),
    "CDO": (lambda n: "<!--" * n, 1_000_000),
    "NUL bytes": (lambda n: "\0" * n, 3_000_000),
    "a drawing in an address": (
        lambda n: (
            'p{background:url("data:image/svg+xml,<svg>' + "<path fill='red'/>" * n + '</svg>")}'
        ),
        100_000,
    ),
    "drawings in addresses": (
        lambda n: "".join(
            f"p{{background:url(\"data:image/svg+xml,<svg><path d='{k}'/></svg>\")}}"
            for k in range(n)
        ),
        50_000,
    ),
    "attribute selectors": (lambda n: "[a='" + "]" * n + "']{color:red}", 3_000_000),
    "selectors with td": (lambda n: "".join(f".c{k} td{{color:red}}" for k in range(n)), 150_000),
}
"""A bomb by name, with the size at which it would hurt."""
