"""
Texts that a regular expression may take long for: each of its own repeats, fed and then let down.

The pattern itself says with what: its repeats are taken out of its parse tree, each with a text that
leads to it and texts that it takes.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_MANY = 16
"""What repeats at most as often makes nothing long."""
_LONGEST_START = 9
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_CLASSES = {
    code.CATEGORY_DIGIT: "17",
    code.CATEGORY_NOT_DIGIT: "a ",
    code.CATEGORY_SPACE: " \n",
    code.CATEGORY_NOT_SPACE: "a-",
    code.CATEGORY_WORD: "a1",
    code.CATEGORY_NOT_WORD: " -",
}
_ANY = "a1 -\n\"'(<;:=,.&/\\ж"
_TAILS = ("", "\0", "!", "x")

Tree = Sequence[tuple[Any, Any]]


def pumps(pattern: re.Pattern[Any], size: int) -> Iterator[str]:
    """Gives texts of some `size` repetitions, so that twice the size is twice the text."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    chance = random.Random(1)
    for before, body in _repeats(tree, (), chance):
        for tail in _TAILS:
            yield before + body * size + tail
        yield (before + body) * size
        yield before * size
    whole = _sample(tree, chance)
    yield whole * size
    for end in range(1, min(len(whole), _LONGEST_START)):
        yield whole[:end] * size


def _repeats(
    tree: Tree, before: tuple[str, ...], chance: random.Random
) -> Iterator[tuple[str, str]]:
    so_far = list(before)
    for op, argument in tree:
        for inner in _inside(op, argument):
            yield from _repeats(inner, tuple(so_far), chance)
        if op in _REPEATS and argument[1] > _MANY:
            texts = {_sample(argument[2], chance) for _ in range(3)}
            for text in texts | {a + b for a in sorted(texts)[:2] for b in sorted(texts)[:2]}:
                yield "".join(so_far), text
        so_far.append(_sample([(op, argument)], chance))


def _inside(op: Any, argument: Any) -> list[Tree]:
    if op in _REPEATS:
        return [argument[2]]
    if op is code.SUBPATTERN:
        return [argument[3]]
    if op is code.BRANCH:
        return list(argument[1])
    if op is code.ATOMIC_GROUP:
        return [argument]
    if op in {code.ASSERT, code.ASSERT_NOT}:
        return [argument[1]]
    return []


def _sample(tree: Tree, chance: random.Random) -> str:
    """Gives a text that the pattern takes, as far as its assertions let it."""
    return "".join(_one(op, argument, chance) for op, argument in tree)


def _one(op: Any, argument: Any, chance: random.Random) -> str:
    write = _WRITERS.get(op)
    return write(argument, chance) if write else ""


def _repeated(argument: Any, chance: random.Random) -> str:
    least, most, body = argument
    return "".join(_sample(body, chance) for _ in range(max(least, min(most, 1))))


def _of_set(items: Any, chance: random.Random) -> str:
    negated = items[0][0] is code.NEGATE
    taken: list[str] = []
    for op, argument in items:
        if op is code.LITERAL:
            taken.append(chr(argument))
        elif op is code.RANGE:
            taken += [chr(argument[0]), chr(argument[1])]
        elif op is code.CATEGORY:
            taken += _CLASSES[argument]
    if negated:
        taken = [sign for sign in _ANY if sign not in taken] or ["ї"]
    return chance.choice(taken)


_WRITERS: Mapping[Any, Callable[[Any, random.Random], str]] = {
    code.LITERAL: lambda sign, _: chr(sign),
    code.NOT_LITERAL: lambda sign, chance: chance.choice(_ANY.replace(chr(sign), "")),
    code.ANY: lambda _, chance: chance.choice(_ANY),
    code.IN: _of_set,
    code.BRANCH: lambda ways, chance: _sample(chance.choice(ways[1]), chance),
    code.SUBPATTERN: lambda group, chance: _sample(group[3], chance),
    code.ATOMIC_GROUP: _sample,
    # what must follow comes anyway; what must stand before has to be put there
    code.ASSERT: lambda told, chance: _sample(told[1], chance) if told[0] < 0 else "",
    **dict.fromkeys(_REPEATS, _repeated),
}
"""How a text is made that each kind of node takes; of the kinds that are left, none takes any."""
