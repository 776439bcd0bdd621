"""E09: no regular expression of ours takes longer than the text that it reads lets it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator
from types import FrameType, ModuleType
from typing import Any

import pytest

import a11y_proxy
from tests.bombs.pumps import pumps

pytestmark = pytest.mark.long

SIZE = 5000
LONGEST = 0.03
"""Seconds of work for a text of `SIZE` repetitions: what grows as the text does takes a fiftieth."""

SCANNING = {"findall", "finditer", "search", "split", "sub", "subn"}

CERTAIN = {
    "_ANY_SIGN",
    "BODY",
    "DEAD",
    "ITEM",
    "PLAIN",
    "RULE",
    "_CHUNK",
    "_ROOT_TAG",
    "_SELECTOR",
    "_UNLIKE_XML",
}
"""They read a text once from its start, stop where they first fail, or read what we wrote ourselves."""

SHORT = {"_COMMENT", "_PROMPT"}
"""They read 1024 bytes, or our own script."""


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(a11y_proxy.__path__, "a11y_proxy."):
        if not found.name.endswith("__main__") and ".town" not in found.name:
            yield importlib.import_module(found.name)


def patterns() -> Iterator[tuple[str, re.Pattern[Any], str]]:
    """Gives each that stands in a module: its name there, itself, and the module's text."""
    met: set[int] = set()
    for module in modules():
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            for each in value.values() if isinstance(value, dict) else (value,):
                if (
                    isinstance(each, re.Pattern)
                    and id(each) not in met
                    and name not in CERTAIN | SHORT
                ):
                    met.add(id(each))
                    yield name, each, source


def calls(name: str, pattern: re.Pattern[Any], source: str) -> list[Callable[[Any], Any]]:
    """Gives what is done with a pattern; at worst it looks for matches everywhere."""
    used = set(re.findall(rf"\b{name}(?:\[[^\]]*\])?\.(\w+)", source)) or SCANNING
    scan = [lambda text: list(pattern.finditer(text))] if used & SCANNING else []
    return [*scan, *(getattr(pattern, each) for each in sorted(used & {"match", "fullmatch"}))]


@pytest.fixture
def patience() -> Iterator[None]:
    """Ends what would hang: `re` looks for signals while it works."""

    def late(_: int, __: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, late)
    yield
    signal.signal(signal.SIGVTALRM, before)


def seconds(call: Callable[[Any], Any], text: str | bytes) -> float:
    signal.setitimer(signal.ITIMER_VIRTUAL, 1)
    start = time.process_time()
    try:
        call(text)
    except TimeoutError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def slow(name: str, pattern: re.Pattern[Any], source: str) -> Iterator[str]:
    called = calls(name, pattern, source)
    for text in pumps(pattern, SIZE):
        given = text.encode() if isinstance(pattern.pattern, bytes) else text
        room = LONGEST * max(1, len(text) / SIZE / 8)
        for call in called:
            if all(seconds(call, given) > room for _ in range(3)):
                yield f"{name} {pattern.pattern[:60]!r} on {text[:40]!r}"
                return


@pytest.mark.usefixtures("patience")
def test_no_pattern_can_be_held_up_by_the_text_that_it_reads() -> None:
    found = list(patterns())
    assert len(found) > 200
    assert [place for each in found for place in slow(*each)] == []


@pytest.mark.usefixtures("patience")
@pytest.mark.parametrize("pattern", [r"(a+)+b", r"\s+x", r"<!--.*?-->"])
def test_such_a_pattern_would_be_found(pattern: str) -> None:
    assert list(slow("x", re.compile(pattern), ""))
