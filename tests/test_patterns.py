"""
What Python before 3.11.5 reads wrongly in a pattern, and no pattern here may hold.

Debian 12 ships 3.11.2. There a group repeated possessively, `(?:…)*+`, leaves the place of reading moved when its
inside fails behind a look back, and then matches nothing more; one with a group that remembers may end the process.
`(?>…)*+` says the same and is read rightly by all.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping

import pytest

import a11y_proxy

parser = importlib.import_module("re._parser")
constants = importlib.import_module("re._constants")


def patterns_of(value: object) -> Iterator[re.Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from patterns_of(tuple(value.values()))
    elif isinstance(value, list | tuple | frozenset):
        for each in value:
            yield from patterns_of(each)


def named_patterns() -> Iterator[tuple[str, re.Pattern]]:
    for found in pkgutil.walk_packages(a11y_proxy.__path__, "a11y_proxy."):
        if found.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(found.name)).items():
            for number, pattern in enumerate(patterns_of(value)):
                yield f"{found.name}.{name}.{number}", pattern


PATTERNS = dict(named_patterns())


def repeated_possessively(parsed: object) -> Iterator[list]:
    """Gives what is inside each possessive repetition of a parsed pattern, at any depth."""
    if isinstance(parsed, parser.SubPattern | list | tuple):
        match tuple(parsed):
            case (constants.POSSESSIVE_REPEAT, (_, _, inside)):
                yield list(inside)
        for each in parsed:
            yield from repeated_possessively(each)


def misread(pattern: str | bytes, flags: int = 0) -> list[list]:
    return [
        inside
        for inside in repeated_possessively(parser.parse(pattern, flags))
        if not (_is_one_character(inside) or inside[0][0] is constants.ATOMIC_GROUP)
        or any(_groups(inside))
    ]


def _groups(parsed: object) -> Iterator[int]:
    """Gives the numbers of the groups inside that remember what they read."""
    if isinstance(parsed, parser.SubPattern | list | tuple):
        match tuple(parsed):
            case (constants.SUBPATTERN, (int(number), *_)):
                yield number
        for each in parsed:
            yield from _groups(each)


def _is_one_character(inside: list) -> bool:
    kinds = {constants.LITERAL, constants.NOT_LITERAL, constants.IN, constants.ANY}
    return len(inside) == 1 and inside[0][0] in kinds


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_is_read_alike_by_every_python(name):
    pattern = PATTERNS[name]
    assert misread(pattern.pattern, pattern.flags & ~re.UNICODE) == []


@pytest.mark.parametrize("wrong", [r"(?:a|(?<=r)b)*+;", r"(?>a(b))?+", r"x(?:(?:ab)++c){2,}+"])
def test_what_an_old_python_misreads_is_seen(wrong):
    assert misread(wrong)


def test_many_patterns_were_looked_at():
    assert len(PATTERNS) > 200


def test_a_look_back_in_a_repetition_leaves_the_place_where_it_was():
    assert re.fullmatch(r"(?>[a-z]++|(?<=l)\()*+;", "ab;")
