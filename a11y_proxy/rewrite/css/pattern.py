"""
Patterns of style sheet text that can be read without a tokeniser, and of nothing else.

They answer two questions for sure: where an item ends, and whether a tokeniser would write a text
again as it is. A text that matches none of them is not wrong, only not certain. Line ends and NUL
must be normalised first (CSS Syntax 3 §3.3).
"""

from __future__ import annotations

import re

_SPACE = r"[ \n\t]"
_COMMENT = r"/\*[^*]*+\*++(?>[^/*][^*]*+\*++)*+/"
_STRING = r""""(?>[^"\\\n]++|\\[^\n])*+"|'(?>[^'\\\n]++|\\[^\n])*+'"""

# A name with a numbered escape may be "url" in disguise if a bracket follows.
_NAMED = r"(?>[\w-]|[^\x00-\x7f]|\\[^0-9A-Za-z\n])*+"
_ESCAPE = rf"\\(?:[^0-9A-Za-z\n]|[0-9A-Fa-f]{{1,6}}+{_SPACE}?+{_NAMED}(?!\())"

_ANY = rf"/(?!\*)|{_COMMENT}|{_STRING}|{_ESCAPE}"
_LETTERS = r"""[^{}()\[\]"'\\/;,]++"""

# Read alike as an address and as arguments.
_ADDRESS = rf"""(?<=[rR][lL])\((?:{_SPACE}*+(?:{_STRING}){_SPACE}*+|(?>[^{{}}()\[\]"'\\/]++|/(?!\*))*+)\)"""
_SQUARE = rf"\[(?>{_LETTERS}|[,;]|{_ANY})*+\]"


def _round(depth: int) -> str:
    deeper = "|" + _round(depth - 1) if depth else ""
    return rf"{_ADDRESS}|(?<![rR][lL])\((?>{_LETTERS}|[,;]|{_SQUARE}|{_ANY}{deeper})*+\)"


_SHALLOW = rf"{_LETTERS}|{_SQUARE}|{_ANY}|{_round(2)}"
_OTHERS = rf"{_SQUARE}|{_ANY}|{_round(6)}"
_PART = rf"{_LETTERS}|{_OTHERS}"
_BETWEEN = rf"(?>[ \n\t;]++|{_COMMENT})*+"
_NAME = r"(?:--[A-Za-z0-9_-]|-?[A-Za-z_])[A-Za-z0-9_-]*+(?![^\x00-\x7f]|\\)"
_HEAD = rf"""(?>[^{{}}()\[\]"'\\/;]++|{_OTHERS})*+"""
_BODY = rf"""[^{{}}()\[\]"'\\/]*+(?>(?>{_OTHERS})[^{{}}()\[\]"'\\/]*+)*+"""


def _curly(depth: int) -> str:
    deeper = "|" + _curly(depth - 1) if depth else ""
    return rf"\{{(?>{_SHALLOW}|[,;]{deeper})*+\}}"


_CHUNK = re.compile(rf"((?>{_PART}|,)*+);")
_GAP = re.compile(rf"(?>{_SPACE}|{_COMMENT})*+")
_DECLARED = re.compile(rf"((?>{_SPACE}|{_COMMENT})*+)({_NAME}){_SPACE}*+:((?>{_PART}|,)*+)")
_URGENT = rf"!{_SPACE}*+(?i:important){_SPACE}*+"
_IMPORTANT = re.compile(rf"([^!]*+)(?<!\\)({_URGENT})", re.ASCII)
_QUOTED = re.compile(
    r"""([ \n\t]*+)(["'])((?>[^"'\\\n]++|\\[0-9A-Fa-f]{1,5}+(?![0-9A-Fa-f])[ \n\t]?+)*+)\2([ \n\t]*+)"""
)
_NUMBERED = re.compile(r"\\([0-9A-Fa-f]++)[ \n\t]?")
_UNSAFE = re.compile('[\0"\\\\\n\r\f\ud800-\udfff]')
_SELECTOR = re.compile(rf"((?>{_PART})*+),")

_LETTER = r"A-Za-z_\x80-\U0010ffff"
# Only these are escaped when a name is written; a letter, "-" or "_" loses its backslash.
_ESCAPED = r"\\[!-,./:-@\[-^`{-~]"
_NAME_END = rf"(?>[{_LETTER}0-9-]++|{_ESCAPED})*+(?!\+?\.?[0-9])"
_NUMBER = (
    r"[-+]?(?:[0-9]{1,50}+(?:\.[0-9]{1,50}+)?|\.[0-9]{1,50}+)"
    r"(?:%|em|ex|[A-DF-Za-df-z][A-Za-z]*+)?(?![\w.+\\-]|[^\x00-\x7f])"
)
# addresses in url(), src(), image() and image-set() are to be mapped
_BRACKET = r"(?<![rR][lL])(?<![rR][cC])(?<![gG][eE])(?<![eE][tT])\("
# U+… is a range of characters, +1 a number
_SIGNS = (
    r'"[^"\\\n]*+"', r"(?<![uU])\+(?![0-9+-]|\.[0-9])", r"/(?!\*)", r"\|(?!\|)",
    r"\.(?![0-9.+-])", r"-(?=[ \n\t])",
)  # fmt: skip
_TOKENS = (
    r"[ \n\t,:>~*=^$!)\[\]&]++",
    rf"\.?(?:[{_LETTER}]|{_ESCAPED}){_NAME_END}",
    rf"-(?:[{_LETTER}-]|{_ESCAPED}){_NAME_END}",
    rf"\#(?=[{_LETTER}0-9-]){_NAME_END}",
    _NUMBER,
    _BRACKET,
    *_SIGNS,
)
_VERBATIM = re.compile(f"(?>{'|'.join(_TOKENS)})*+")

_WORD = rf"[A-Za-z_][A-Za-z0-9_-]*+(?>{_ESCAPED}[A-Za-z0-9_-]*+)*+"
# the first letters come first: to try words in either case takes long
_SPEAKS = r"(?!(?=[HBTRCShbtrcs-])(?i:html|body|t[dh](?![\w-])|root|hover|checked|-moz-selection|selection))"
_ATTRIBUTE = r'\[[A-Za-z][A-Za-z_-]*+(?:[*|^$~]?=(?:"[^"\\\n:]*+"|-?[A-Za-z][A-Za-z_-]*+))?\]'
_SIMPLE = (
    rf"[.#]{_WORD}|[ \n\t,>~]++|::?{_SPEAKS}-?{_WORD}|(?=[A-Za-z_-]){_SPEAKS}-?{_WORD}|{_ATTRIBUTE}"
    r"|[0-9]++(?:\.[0-9]++)?(?:%|n)?(?![\w.+\\-])|(?<![uU])\+(?=[ A-Za-z])"
)
_ORDINARY = (
    rf"(?=[^\\+ \n\t])(?>{_SIMPLE}|{_BRACKET}(?>{_SIMPLE}|{_BRACKET}(?>{_SIMPLE})++\))++\))++"
)
"""Selectors that are verbatim, and say nothing of their block; see `rule.around_of`."""

_START = r"(?![ \n\t;@]|/\*)"

RULE = re.compile(rf"{_START}(?P<head>{_BODY})\{{(?P<body>{_BODY})\}}")
"""
A rule without blocks inside: its prelude and its body.

A semicolon in the prelude would end it inside another block.
"""

ITEM = re.compile(
    rf"(?P<plain>({_BETWEEN})({_ORDINARY})\{{({_BODY})\}})"
    rf"|(?P<rule>(?P<gap>{_BETWEEN}){RULE.pattern})"
    rf"|(?P<between>(?>[ \n\t;]++|{_COMMENT})++)"
    rf"|(?P<end>\}})"
    rf"|(?P<whole>@{_NAME}{_HEAD}(?:;|\{{{_BODY}\}}))"
    rf"|(?P<open>@(?P<name>{_NAME})(?P<prelude>{_HEAD})\{{)"
    rf"|(?P<deep>{_START}(?P<before>(?>{_SHALLOW}|,)*+){_curly(2)})"
    rf"|(?P<unsure>[\s\S])"
)
"""
The next item of a sheet: a rule and the `gap` before it, what stands between items, the end of a block, an at-rule that
is seen whole or only up to its bracket, a rule with blocks inside; `unsure` is none of these. A rule is
`plain` if its selectors say nothing of their block: the groups after it are as in `rule`.
"""

BODY = re.compile(_BODY)
"""The inside of a block without blocks inside."""

DEAD = re.compile(rf"{_SPACE}*+<!\[CDATA\[(?>{_SHALLOW}|[,;]|{_curly(3)})*+\]\]>{_SPACE}*+")
"""A sheet that is all between the brackets of XML, where HTML reads none (CSS Syntax 3 §5.4.4)."""

_FLAT = "|".join(
    [
        r"[ \n\t,:>~*=^$&]++",
        rf"[.#]?[{_LETTER}][{_LETTER}0-9-]*+(?!\+?\.?[0-9])",
        rf"-[{_LETTER}-][{_LETTER}0-9-]*+(?!\+?\.?[0-9])",
        rf"\#[0-9-][{_LETTER}0-9-]*+(?!\+?\.?[0-9])",
        _NUMBER,
        *_SIGNS,
    ]
)


def _nested(depth: int) -> str:
    deeper = "|" + _nested(depth - 1) if depth else ""
    return rf"{_BRACKET}(?>{_FLAT}{deeper})*+\)"


PLAIN = re.compile(
    rf"({_SPACE}*+)({_NAME}){_SPACE}*+:((?>{_FLAT}|{_nested(3)})*+)({_URGENT})?", re.ASCII
)
"""
A declaration whose value is verbatim: the groups are what `declared` gives.

It has neither escapes nor any brackets but round ones, and no comments.
"""


def parts(prelude: str) -> list[str]:
    """Gives the selectors in the prelude of a `RULE`, each as text, if it is verbatim."""
    grouped = "(" in prelude or "[" in prelude or '"' in prelude or "\\," in prelude
    found = _SELECTOR.findall(prelude + ",") if grouped else prelude.split(",")
    return list(map(str.strip, found))


def is_gap(text: str) -> bool:
    """Tells whether a text is space and comments."""
    return text.isspace() or bool(_GAP.fullmatch(text))


def cut(body: str) -> list[str]:
    """Cuts the body of a `RULE` at each semicolon that is in no string and in no brackets."""
    return _CHUNK.findall(body + ";")


def declared(text: str) -> tuple[str, str, str, str | None] | None:
    """
    Gives the gap, the name, the value and `!important` of a declaration; None if not certain.

    The gap is space and comments; the value is all between the colon and what makes it important.
    """
    found = _DECLARED.fullmatch(text)
    if found is None:
        return None
    gap, name, value = found.groups()
    if "!" not in value:
        return gap, name, value, None
    urgent = _IMPORTANT.fullmatch(value)
    return (gap, name, urgent[1], urgent[2]) if urgent else None


def quoted(text: str) -> str | None:
    """Gives a text that is one string, such as an icon's, as a tokeniser writes it; None for others."""
    if not (found := _QUOTED.fullmatch(text)):
        return None
    before, _, inner, after = found.groups()
    inner = _NUMBERED.sub(lambda number: chr(int(number[1], 16)), inner)
    return None if _UNSAFE.search(inner) else f'{before}"{inner}"{after}'


def is_verbatim(text: str) -> bool:
    """Tells whether the tokens of a text are certain to be written again as they stand in it."""
    return bool(_VERBATIM.fullmatch(text))
