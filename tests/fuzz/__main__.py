"""
Tries strange texts on every reader until the time is up: `make fuzz`, 600 seconds, or SECONDS=….

Prints, for each, how many were tried, what was the slowest, and what failed. What failed belongs into
`corpus/<target>`, as it is printed, and a test of its own beside the code that was mended.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.targets import TARGETS

SLICE = 300
HANGS = 10.0
"""Seconds of work after which an input counts as one that never ends."""


class HangError(AssertionError):
    """Did not come to an end."""


def late(_: int, __: FrameType | None) -> None:
    raise HangError(f"no end within {HANGS:g} s")


class Tried:
    """Counts, and remembers what took the longest."""

    def __init__(self, check: Callable[[Any], None]) -> None:
        self.check, self.count, self.longest, self.failed = check, 0, 0.0, []

    def once(self, given_: Any) -> None:
        self.count += 1
        signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
        start = time.process_time()
        try:
            self.check(given_)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self.longest = max(self.longest, time.process_time() - start)


def main(total: float) -> int:
    signal.signal(signal.SIGVTALRM, late)
    until = time.monotonic() + total
    tried = {name: Tried(target.check) for name, target in TARGETS.items()}
    while time.monotonic() < until:
        for name, target in TARGETS.items():
            some = settings(
                max_examples=SLICE,
                database=None,
                deadline=None,
                phases=(Phase.generate, Phase.shrink),
                suppress_health_check=list(HealthCheck),
                print_blob=False,
            )
            try:
                some(given(target.inputs)(tried[name].once))()
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
                tried[name].failed.append(
                    f"{type(error).__name__}: {error} {getattr(error, '__notes__', '')}"
                )
            if time.monotonic() > until:
                break
    for name, each in tried.items():
        print(
            f"{name:10} {each.count:9,} tried, {len(each.failed)} failed, longest {each.longest:.2f} s"
        )
        for failure in sorted(set(each.failed))[:5]:
            print(f"           {failure[:600]}")
    failures = sum(len(each.failed) for each in tried.values())
    print(f"{sum(each.count for each in tried.values()):,} tried, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
