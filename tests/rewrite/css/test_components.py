"""Component values of plain texts: the pattern reads them as tinycss2 does, or leaves them to it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinycss2 import parse_component_value_list, serialize

from a11y_proxy.rewrite.css import components as reader
from a11y_proxy.rewrite.css.components import components

PLACE = {"source_line", "source_column"}

VALUES = """
1px solid var(--x-1)
hsla(var(--h), 50%, calc(1em + -.5px), 0.5)
#fff #1a2b3c #a-b
"Open Sans", 'x' ''
url("a.png") no-repeat
-1.5em 1em 2ex 3rem 4% +.5 -0 0
a b-c --x -webkit-y _z
! important = : ; / * + - x
""".strip().split("\n")

UNPLAIN = r"""
url(a.png)
URL( a )
1e3 1e-3 2n+1 u+a U+4??
a/**/b
co\6cor é 'é' "\"" '"'
(a [b] {c}
a) b
a+b 1-1 1--a -1-a
@x <!-- --> || ~= .a # -
""".strip().split("\n")


def facts(nodes: list[Any]) -> list[Any]:
    """All that nodes say but where they stand, at every depth."""
    return [
        (
            node.type,
            {
                name: facts(value) if isinstance(value := getattr(node, name), list) else value
                for kind in type(node).__mro__
                for name in getattr(kind, "__slots__", ())
                if name not in PLACE
            },
        )
        for node in nodes
    ]


@pytest.mark.parametrize("text", [*VALUES, *UNPLAIN])
def test_values_are_read_as_tinycss2_reads_them(text: str) -> None:
    assert facts(components(text)) == facts(parse_component_value_list(text))
    assert serialize(components(text)) == serialize(parse_component_value_list(text))


@pytest.mark.parametrize("text", VALUES)
def test_plain_values_need_no_tokeniser(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(reader, "parse_component_value_list")
    assert components(f"{text} never-read-before")


PIECES = [
    *"()[]{}:;,!\"'@#-+%/* \n\t=.|?<>\\0é",
    *[
        "a",
        "b",
        "-a",
        "--a",
        "-",
        "--",
        "_",
        "1",
        "1.5",
        ".5",
        "+1",
        "-1",
        "1e3",
        "1em",
        "2n+1",
        "u+a",
        "px",
        "%",
        "e",
    ],
]
PIECES += [
    "var(",
    "url(",
    "calc(",
    "#fff",
    "#1a",
    "'x'",
    '"x"',
    "/*",
    "*/",
    "<!--",
    "-->",
    "||",
    "  ",
]


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_any_text_is_read_as_tinycss2_reads_it(text: str) -> None:
    assert facts(components(text)) == facts(parse_component_value_list(text))
