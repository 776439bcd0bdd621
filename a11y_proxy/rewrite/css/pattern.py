"""
Patterns of style sheet text that can be read without a tokeniser, and of nothing else.

They answer two questions for sure: where an item ends, and whether a tokeniser would write a text
again as it is. A text that matches none of them is not wrong, only not certain. Line ends and NUL
must be normalised first (CSS Syntax 3 §3.3).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Declared(NamedTuple):
    """
    A declaration as its `text` says.

    `value` is all between the colon and what makes it `important`. `verbatim`: a tokeniser would
    write it again as it is. `fact`: the name and the value in lower case, without space around.
    """

    text: str
    name: str
    value: str
    important: bool
    verbatim: bool
    fact: tuple[str, str]


Chunk = tuple[str, Declared | None]
"""What stands between two semicolons: space and comments, and the declaration if there is any."""

_SPACE = r"[ \n\t]"
_COMMENT = r"/\*[^*]*+\*++(?:[^/*][^*]*+\*++)*+/"
_STRING = r""""(?:[^"\\\n]++|\\[^\n])*+"|'(?:[^'\\\n]++|\\[^\n])*+'"""

# A name with a numbered escape may be "url" in disguise if a bracket follows.
_NAMED = r"(?:[\w-]|[^\x00-\x7f]|\\[^0-9A-Za-z\n])*+"
_ESCAPE = rf"\\(?:[^0-9A-Za-z\n]|[0-9A-Fa-f]{{1,6}}+{_SPACE}?+{_NAMED}(?!\())"

_ANY = rf"/(?!\*)|{_COMMENT}|{_STRING}|{_ESCAPE}"
_LETTERS = r"""[^{}()\[\]"'\\/;,]++"""

# Read alike as an address and as arguments.
_ADDRESS = rf"""(?<=[rR][lL])\((?:{_SPACE}*+(?:{_STRING}){_SPACE}*+|(?:[^{{}}()\[\]"'\\/]++|/(?!\*))*+)\)"""
_SQUARE = rf"\[(?:{_LETTERS}|[,;]|{_ANY})*+\]"


def _round(depth: int) -> str:
    deeper = "|" + _round(depth - 1) if depth else ""
    return rf"{_ADDRESS}|(?<![rR][lL])\((?:{_LETTERS}|[,;]|{_SQUARE}|{_ANY}{deeper})*+\)"


_SHALLOW = rf"{_LETTERS}|{_SQUARE}|{_ANY}|{_round(2)}"
_PART = rf"{_LETTERS}|{_SQUARE}|{_ANY}|{_round(6)}"
_BETWEEN = rf"(?:{_SPACE}|;|{_COMMENT})*+"
_NAME = r"(?:--[A-Za-z0-9_-]|-?[A-Za-z_])[A-Za-z0-9_-]*+(?![^\x00-\x7f]|\\)"
_HEAD = rf"(?:{_PART}|,)*+"
_BODY = rf"(?:{_PART}|[,;])*+"


def _curly(depth: int) -> str:
    deeper = "|" + _curly(depth - 1) if depth else ""
    return rf"\{{(?:{_SHALLOW}|[,;]{deeper})*+\}}"


_START = r"(?![ \n\t;@]|/\*)"

RULE = re.compile(rf"{_START}(?P<head>{_HEAD})\{{(?P<body>{_BODY})\}}")
"""A rule without blocks inside: its prelude and its body."""

ITEM = re.compile(
    rf"(?P<rule>(?P<gap>{_BETWEEN}){RULE.pattern})"
    rf"|(?P<between>(?:{_SPACE}|;|{_COMMENT})++)"
    rf"|(?P<end>\}})"
    rf"|(?P<whole>@{_NAME}{_HEAD}(?:;|\{{{_BODY}\}}))"
    rf"|(?P<open>@(?P<name>{_NAME})(?P<prelude>{_HEAD})\{{)"
    rf"|(?P<deep>{_START}(?P<before>(?:{_SHALLOW}|,)*+){_curly(2)})"
    rf"|(?P<unsure>[\s\S])"
)
"""
The next item of a sheet: a rule and the `gap` before it, what stands between items, the end of a block, an at-rule that
is seen whole or only up to its bracket, a rule with blocks inside; `unsure` is none of these.
"""

BODY = re.compile(_BODY)
"""The inside of a block without blocks inside."""

LONG = 300
"""Characters of a declaration that is not worth remembering: most are data: addresses."""

_CHUNK = re.compile(rf"((?:{_PART}|,)*+);")
_GAP = re.compile(rf"(?:{_SPACE}|{_COMMENT})*+")
_DECLARED = re.compile(rf"({_NAME}){_SPACE}*+:((?:{_PART}|,)*+)")
_IMPORTANT = re.compile(rf"([^!]*+)(?<!\\)!{_SPACE}*+(?i:important){_SPACE}*+", re.ASCII)
_GROUPS = re.compile(r"""[(\["]|\\,""")
_SELECTOR = re.compile(rf"((?:{_PART})*+),")

_LETTER = r"A-Za-z_\x80-\U0010ffff"
# Only these are escaped when a name is written; a letter, "-" or "_" loses its backslash.
_ESCAPED = r"\\[!-,./:-@\[-^`{-~]"
_NAME_END = rf"(?:[{_LETTER}0-9-]++|{_ESCAPED})*+(?!\+?\.?[0-9])"
_NUMBER = (
    r"[-+]?(?:[0-9]{1,50}+(?:\.[0-9]{1,50}+)?|\.[0-9]{1,50}+)"
    r"(?:%|em|ex|[A-DF-Za-df-z][A-Za-z]*+)?(?![\w.+\\-]|[^\x00-\x7f])"
)
_TOKENS = (
    r"[ \n\t,:>~*=^$!)\[\]&]++",
    rf"\.?(?:[{_LETTER}]|{_ESCAPED}){_NAME_END}",
    rf"-(?:[{_LETTER}-]|{_ESCAPED}){_NAME_END}",
    rf"\#(?=[{_LETTER}0-9-]){_NAME_END}",
    _NUMBER,
    r'"[^"\\\n]*+"',
    # addresses in url(), src(), image() and image-set() are to be mapped
    r"(?<![rR][lL])(?<![rR][cC])(?<![gG][eE])(?<![eE][tT])\(",
    # U+… is a range of characters, +1 a number
    r"(?<![uU])\+(?![0-9+-]|\.[0-9])", r"/(?!\*)", r"\|(?!\|)", r"\.(?![0-9.+-])", r"-(?=[ \n\t])",
)  # fmt: skip
_VERBATIM = re.compile(f"(?:{'|'.join(_TOKENS)})*+")


def parts(prelude: str) -> list[str]:
    """Gives the selectors in the prelude of a `RULE`, each as text, if it is verbatim."""
    found = _SELECTOR.findall(prelude + ",") if _GROUPS.search(prelude) else prelude.split(",")
    return [part.strip() for part in found]


def chunks(body: str) -> list[Chunk] | None:
    """
    Cuts the body of a `RULE` at its semicolons.

    None if it is not certain, or holds anything but declarations.
    """
    found = _chunks(body.split(";"))
    # a semicolon in a string or in brackets, perhaps
    return _chunks(_CHUNK.findall(body + ";")) if found is None else found


def _chunks(texts: list[str]) -> list[Chunk] | None:
    found: list[Chunk] = []
    for text in texts:
        one = _known_chunk(text) if len(text) <= LONG else _chunk(text)
        if one is None:
            return None
        found.append(one)
    return found


def _chunk(text: str) -> Chunk | None:
    inner = text.lstrip(" \n\t")
    if inner[:2] == "/*":
        inner = _GAP.sub("", text, count=1)
    if not inner:
        return text, None
    one = declared(inner)
    return one and (text[: -len(inner)], one)


_known_chunk = lru_cache(8192)(_chunk)


def declared(text: str) -> Declared | None:
    """Gives the declaration that a text is; None if that is not certain."""
    return _known_declaration(text) if len(text) <= LONG else _declared(text)


def _declared(text: str) -> Declared | None:
    found = _DECLARED.fullmatch(text)
    if found is None:
        return None
    name, value = found.groups()
    urgent = None
    if "!" in value:
        urgent = _IMPORTANT.fullmatch(value)
        if urgent is None:
            return None
        value = urgent[1]
    fact = (name.lower(), value.strip().lower())
    return Declared(text, name, value, urgent is not None, is_verbatim(value), fact)


_known_declaration = lru_cache(8192)(_declared)


def is_verbatim(text: str) -> bool:
    """Tells whether the tokens of a text are certain to be written again as they stand in it."""
    return bool(_VERBATIM.fullmatch(text))
