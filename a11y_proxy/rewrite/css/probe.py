"""
Asks the handlers what becomes of a value, and writes the answer so that a browser can follow it.

An answer is 0 for "leave it", or a flat list of names and values to write instead; an empty name
is the property's own, and `$m` stands for it in a name. In a value stand

- `$v` for the value as written, `$k` for its number alone, a percentage as a share of one
- `$f` for it with its lengths scaled, `$t` also with its shares of the window
- `$r` for a length as a share of the window that sites of fixed width were made for
- `$n` for the name of the variable that it reads, without its hyphens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.custom import KINDS
from a11y_proxy.rewrite.css.table import rewrite
from a11y_proxy.rewrite.css.values import enlarged, number, pixels, scaled

Answer = int | list[str]
"""See above."""

Entry = dict[str, Answer | list[float | Answer]]
"""Kind of value to answer; for a kind of number, least numbers each with the answer from there."""

Facts = Mapping[str, object]
"""What is known of the block beyond the declaration itself."""

Ask = Callable[[str], Answer]
"""Takes a value; gives what becomes of it."""

UNITS = {"px": "px", "em": "em", "rem": "rem", "vw": "vw", "%": "%", "number": ""}
"""Kinds of number; pixels stand for all absolute units, the others for their families."""

_VARIABLE = "variable"

KINDS_OF_VALUE = {
    "var": f"var(--{_VARIABLE})",
    "clear": "hwb(9 9% 9% / 0%)",
    "paper": "white",
    "surface": "red",
    "url": "url(any.png)",
    "gradient": "linear-gradient(red,blue)",
    "calc": "calc(1em + 7pt + 1vw)",
    "calc%": "calc(1% + 7pt + 1vw)",
    "list": "any thing",
}
"""Kinds of value that are no single number or word, each with an example."""

COLOURS = frozenset({"clear", "paper", "surface"})
"""Kinds of colour: `clear` is seen through, `paper` nearly white or black, `surface` any other."""

PICTURES = frozenset({"url", "gradient"})

COLOUR_WORDS = (
    "transparent", "currentcolor", "inherit", "initial", "unset", "revert", "revert-layer", "none",
)  # fmt: skip
"""Words that can stand in a colour's place and name none; every other that may is a colour."""

WORDS = (
    "transparent", "currentcolor", "inherit", "initial", "unset", "revert", "revert-layer",
    "none", "auto", "normal", "hidden", "visible", "clip", "scroll", "smooth", "text", "border-box",
    "nowrap", "wrap", "pre", "justify", "start", "uppercase", "lowercase", "capitalize", "lighter",
    "bolder", "bold", "smaller", "larger", "xx-small", "x-small", "small", "medium", "large",
    "x-large", "xx-large", "xxx-large", "fixed", "absolute", "sticky", "relative", "static",
    "dark", "light", "min-content",
    "max-content", "fit-content", "ellipsis", "contents", "all", "balance", "pretty", "stable",
)  # fmt: skip
"""Words that a handler may know; any other gets the answer to `ANY`."""

ANY = "any"
"""The kind of everything else."""

_CONSTANTS = frozenset({"0", "1", "1.5"})
"""Numbers that handlers write whatever the value."""

_GLANCE = (
    *KINDS_OF_VALUE.values(), "none", "hidden", "initial", "nowrap", "medium", "0", "1.2", "4px",
    "40px", "400px", "-1000px", "3em",
)  # fmt: skip

_GRID = (
    -2000, -1000, -999, -500, -100, -99, -61, -60, -50, -20, -10, -1, -0.5, -0.001, 0, 0.001, 0.1,
    0.5, 0.99, 1, 1.2, 1.5, 1.6, 2, 3, 5, 6, 8, 10, 12, 16, 20, 24, 40, 63, 64, 65, 79, 80, 99, 100,
    101, 149, 150, 200, 300, 399, 400, 600, 700, 900, 999, 1000, 1001, 1500, 2000, 4000,
)  # fmt: skip
_CUTS = 10
"""More answers than that for one kind of number are not a table; the value is left as it is."""


def of_property(name: str, facts: Facts) -> Ask:
    """Gives who answers for a property in a block of which `facts` are known."""

    def ask(value: str) -> Answer:
        block = Block({name: value.lower()})
        vars(block).update(facts)
        found = rewrite(name, value, block)
        if found == ((name, value),):
            return 0
        parts = [(_named(new, name), _signed(text, value)) for new, text in found]
        if any(_is_told(text, value) for _, text in parts):
            return 0
        return [part for pair in parts for part in pair]

    return ask


def of_twin(use: str) -> Ask:
    """Gives who answers for the twin of a custom property for one kind of use."""

    def ask(value: str) -> Answer:
        twin = KINDS[use](value)
        return [_signed(twin, value)] if twin else 0

    return ask


def probe(ask: Ask, *, coloured: bool, pictured: bool, numbers: bool) -> Entry:
    """Gives what becomes of every kind of value; of colours, pictures, numbers where asked for."""
    other = ask(ANY)
    found: Entry = {ANY: other}
    for kind, example in KINDS_OF_VALUE.items():
        asked = (coloured or kind not in COLOURS) and (pictured or kind not in PICTURES)
        if asked and (there := ask(example)) != other:
            found[kind] = there
    for word in COLOUR_WORDS if coloured and not numbers else WORDS:
        if (there := ask(word)) != other:
            found[word] = there
    for kind, unit in (UNITS if numbers else {}).items():
        cuts = list(_cuts(partial(_at, ask, unit)))
        if cuts[1:] != [other] and len(cuts) <= 2 * _CUTS:
            found[kind] = cuts
    return found


def glance(ask: Ask) -> tuple[Answer, ...]:
    """Gives a few answers, enough to tell whether facts change any."""
    return tuple(map(ask, _GLANCE))


def _named(new: str, name: str) -> str:
    return "" if new == name else new.replace(name, "$m")


def _is_told(text: str, value: str) -> bool:
    """Tells whether an answer holds what became of a number below zero: no sign says that."""
    return value.startswith("-") and _replaced(text, value[1:], "") != text


def _signed(text: str, value: str) -> str:
    """Puts a sign in the place of what came from the value."""
    signs = {enlarged(value): "$t", scaled(value): "$f", value: "$v"}
    found = number(value)
    if found and text != value and text not in _CONSTANTS:
        bare = f"{found[0] / (100 if found[1] == '%' else 1):g}"
        text = "$k" if text == bare else text
    if size := pixels(value):
        signs[f"* {size / 1024:.4g}"] = "* $r"
    for written, sign in signs.items():
        text = _replaced(text, written, sign)
    return text.replace(_VARIABLE, "$n")


def _replaced(text: str, written: str, sign: str) -> str:
    """Puts a sign in the place of a value, where it is no part of a longer word or number."""
    pieces = text.split(written)
    after = pieces[0]
    for piece in pieces[1:]:
        apart = not (_goes_on(after[-1:]) or _goes_on(piece[:1]))
        after += (sign if apart else written) + piece
    return after


def _goes_on(letter: str) -> bool:
    return letter.isalnum() or (letter != "" and letter in "_.-")


def _at(ask: Ask, unit: str, number: float) -> Answer:
    return ask(f"{number:g}{unit}")


def _cuts(ask: Callable[[float], Answer]) -> Iterator[float | Answer]:
    """Gives each least number with the answer from there to the next."""
    before: float = _GRID[0]
    answer = ask(before)
    yield from (before, answer)
    for point in _GRID[1:]:
        if (there := ask(point)) != answer:
            yield from (_edge(ask, before, point), there)
            answer = there
        before = point


def _edge(ask: Callable[[float], Answer], low: float, high: float) -> float:
    """Gives the least number that gets the answer of `high`, to a thousandth."""
    until = ask(high)
    while high - low > 0.0011:
        middle = round((low + high) / 2, 3)
        low, high = (low, middle) if ask(middle) == until else (middle, high)
    return high
