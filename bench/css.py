"""How fast style sheets are rewritten, beside a plain tinycss2 round trip, in one run.

    python -m bench.css bootstrap.css foundation.css …

Cold forgets remembered values before each sheet; warm keeps them. Rounds are interleaved and
processor time is counted, so that whatever else the machine does slows all alike; the best round
counts.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

import tinycss2

from a11y_proxy.core.artifact import Marker
from a11y_proxy.rewrite.css import components, custom, ink, palette, pattern, plain
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_sheet

ROUNDS = 5
CONTEXT = SheetContext(map_url=lambda url: url, mark=Marker("0" * 32))


def round_trip(text: str) -> None:
    tinycss2.serialize(tinycss2.parse_stylesheet(text))


def rewriting(text: str) -> None:
    rewrite_sheet(text, CONTEXT)


def forget() -> None:
    for remembering in (plain, custom, pattern, components):
        remembering.forget()
    ink.inked.cache_clear()
    palette.forget()


def keep() -> None:
    pass


Contestant = tuple[Callable[[], None], Callable[[str], None]]
"""What comes before, not counted, and what is measured."""

CONTESTANTS: dict[str, Contestant] = {
    "tinycss2 round trip": (keep, round_trip),
    "rewrite_sheet cold": (forget, rewriting),
    "rewrite_sheet warm": (keep, rewriting),
}


def seconds(contestant: Contestant, text: str) -> float:
    prepare, run = contestant
    prepare()
    gc.collect()
    start = time.process_time()
    run(text)
    return time.process_time() - start


def main(paths: list[str]) -> None:
    for path in paths:
        text = Path(path).read_text(errors="replace")
        size = len(text.encode()) / 1e6
        best = dict.fromkeys(CONTESTANTS, float("inf"))
        for _ in range(ROUNDS):
            for name, contestant in CONTESTANTS.items():
                best[name] = min(best[name], seconds(contestant, text))
        base = next(iter(best.values()))
        print(f"{Path(path).name}: {size * 1000:.0f} kB")
        for name, took in best.items():
            print(f"  {name:28} {size / took:6.2f} MB/s  {base / took:5.2f} x")


if __name__ == "__main__":
    main(sys.argv[1:])
