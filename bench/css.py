"""
How fast style sheets are rewritten, beside tinycss2 and postcss, in one run.

    python -m bench.css [bootstrap.css …]

Without files, on seven frameworks of the torture shelf (`tools/shelf all`, `tools/shelf wordpress`).
tinycss2 reads all rules and declarations and writes the sheet again as it was; postcss does, too, and
is left out where there is no node. Cold forgets all remembered values before each sheet; warm keeps
them. Rounds are interleaved and processor time is counted, so that whatever else the machine does
slows all alike; the best round counts. The last figures are those of all sheets together.

A build compiled by mypyc was weighed: cold sheets took about three quarters of the time; pages, with their
engine and dearest questions compiled, as long as before. Most of it goes into regular expressions and lxml,
which are compiled already; and what a class knows by descriptors and slots, and a rule by its docstring,
would have had to be written otherwise.
"""

from __future__ import annotations

import gc
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import tinycss2

from a11y_proxy.core.artifact import Marker
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_sheet
from tests.shelf.origin import PACKAGES
from tests.shelf.wordpress.site import SHIPPED

ROUNDS = 5
CONTEXT = SheetContext(map_url=lambda url: url, mark=Marker("0" * 32))
SEVEN = (
    PACKAGES / "bootstrap-5/dist/css/bootstrap.css",
    PACKAGES / "bootstrap-3/dist/css/bootstrap.css",
    PACKAGES / "foundation-sites/dist/css/foundation.css",
    PACKAGES / "bulma/css/bulma.css",
    PACKAGES / "@uswds/uswds/dist/css/uswds.css",
    PACKAGES / "govuk-frontend/dist/govuk/govuk-frontend.min.css",
    SHIPPED / "wp-includes/css/dist/block-library/style.css",
)
TINYCSS2, POSTCSS, COLD, WARM = "tinycss2 round trip", "postcss (node)", "cold", "warm"

Contestant = Callable[[Path, str], float]
"""Takes a sheet, as a file and as a text; gives seconds of processor time."""


class Figures(NamedTuple):
    """A sheet's size in megabytes, and the seconds of each contestant's best round."""

    title: str
    size: float
    best: dict[str, float]

    def ratio(self, name: str) -> float:
        return self.best[TINYCSS2] / self.best[name]


def round_trip(text: str) -> None:
    rules = tinycss2.parse_stylesheet(text)
    _read_declarations(rules)
    tinycss2.serialize(rules)


def _read_declarations(rules: list) -> None:
    for rule in rules:
        if rule.type == "qualified-rule":
            tinycss2.parse_blocks_contents(rule.content)
        elif rule.type == "at-rule" and rule.content is not None:
            _read_declarations(tinycss2.parse_blocks_contents(rule.content))


def rewriting(text: str) -> None:
    rewrite_sheet(text, CONTEXT)


def forget() -> None:
    """Empties every memory that the rewriting of style sheets has."""
    for name, module in sys.modules.items():
        if name.startswith("a11y_proxy.rewrite.css"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def keep() -> None:
    pass


def seconds(prepare: Callable[[], None], run: Callable[[str], None]) -> Contestant:
    def measure(_: Path, text: str) -> float:
        prepare()
        gc.collect()
        start = time.process_time()
        run(text)
        return time.process_time() - start

    return measure


@contextmanager
def postcss() -> Iterator[Contestant | None]:
    """Gives postcss in a process of its own, so that it is as warm as it gets; None without node."""
    node, module = shutil.which("node"), PACKAGES / "postcss"
    if node is None or not module.is_dir():
        yield None
        return
    program = [node, "--expose-gc", str(Path(__file__).with_name("postcss.js"))]
    with subprocess.Popen(
        [*program, str(module)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asking, answers = process.stdin, process.stdout

        def measure(path: Path, _: str) -> float:
            asking.write(f"{path}\n")
            asking.flush()
            return int(answers.readline()) / 1e6

        yield measure
        asking.close()


def best_of(path: Path, contestants: dict[str, Contestant]) -> Figures:
    text = path.read_text(errors="replace")
    best = dict.fromkeys(contestants, float("inf"))
    for _ in range(ROUNDS):
        for name, contestant in contestants.items():
            best[name] = min(best[name], contestant(path, text))
    return Figures(path.name, len(text.encode()) / 1e6, best)


def together(figures: list[Figures]) -> Figures:
    """Gives the figures of all sheets as if they were one: the sums of sizes and of best rounds."""
    sums = {name: sum(one.best[name] for one in figures) for name in figures[0].best}
    return Figures(f"all {len(figures)} together", sum(one.size for one in figures), sums)


def show(figures: Figures) -> None:
    print(f"{figures.title}: {figures.size * 1000:.0f} kB")
    for name, took in figures.best.items():
        ratios = f"{figures.ratio(name):5.2f} x tinycss2"
        if POSTCSS in figures.best:
            ratios += f"  {figures.best[POSTCSS] / took:5.2f} x postcss"
        print(f"  {name:20} {figures.size / took:6.2f} MB/s  {ratios}", flush=True)


def main(paths: list[str]) -> None:
    sheets = [Path(path) for path in paths] or [path for path in SEVEN if path.is_file()]
    found = []
    with postcss() as node:
        contestants = {
            TINYCSS2: seconds(keep, round_trip),
            **({POSTCSS: node} if node else {}),
            COLD: seconds(forget, rewriting),
            WARM: seconds(keep, rewriting),
        }
        for path in sheets:
            found.append(best_of(path, contestants))
            show(found[-1])
    show(together(found))
    for name in (COLD, WARM):
        print(f"{name}: at least {min(one.ratio(name) for one in found):.2f} x tinycss2")


if __name__ == "__main__":
    main(sys.argv[1:])
