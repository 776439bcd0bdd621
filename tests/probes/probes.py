"""The probes: each looks at an open page and gives its faults, one readable line each."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.probes import painted
from tests.probes.scripts import run

ENHANCED = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}}
STOPS = 30
ENOUGH = 0.995  # of a page's lines are to be 7:1


@dataclass
class Found:
    """What one probe found: faults, a figure worth a table, and how many faults are borne."""

    faults: list[str] = field(default_factory=list)
    figure: str = ""
    borne: int = 0

    @property
    def held(self) -> bool:
        """Whether what the probe is there for holds on the page."""
        return len(self.faults) <= self.borne


Probe = Callable[[Page], Found]


def axe(page: Page) -> Found:
    """WCAG 1.4.6 as axe reads style sheets: what it is sure of."""
    page.evaluate(AXE_SCRIPT)
    options = json.dumps(ENHANCED | {"resultTypes": ["violations"], "iframes": False})
    result = page.evaluate(f"axe.run(document, {options})")
    faults = [
        f"{node['target'][-1]} {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]
    return Found(faults, str(len(faults)))


def contrast(page: Page) -> Found:
    """WCAG 1.4.6 as the eye meets it, pictures and all."""
    found = painted.measure(page)
    figure = f"{100 * found.share:.2f} % of {found.lines}"
    # A line that is not seen is cut off or covered, and of these none is borne.
    borne = 0 if found.covered else int((1 - ENOUGH) * found.lines)
    return Found([*found.low, *found.covered], figure, borne)


def overflow(page: Page) -> Found:
    """WCAG 1.4.10: no page is wider than its window."""
    faults = run(page, "overflow")
    return Found(faults, str(len(faults)))


def layout(page: Page) -> Found:
    """Text cut off, covered or sticking out (WCAG 1.4.4)."""
    faults = [fault for fault in run(page, "layout") if not fault.startswith("the page is ")]
    return Found(faults, str(len(faults)))


def sizes(page: Page) -> Found:
    """Nothing is painted smaller than 16 CSS px."""
    result = run(page, "sizes")
    return Found(result["faults"], str(len(result["faults"])))


def focus(page: Page) -> Found:
    """The first stops of the keyboard: each with a ring of 3 px, hidden by nothing (2.4.7, 2.4.11)."""
    faults, stops = [], 0
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        page.evaluate(
            "new Promise(requestAnimationFrame).then(() => new Promise(requestAnimationFrame))"
        )
        stop = run(page, "focus")
        if stop is None:
            break
        stops += 1
        faults += [f"{stop['path']} {fault}" for fault in stop["faults"]]
    page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
    faults = list(dict.fromkeys(faults))  # behind the last stop a browser may begin again
    return Found(faults, f"{len(faults)} of {stops}")


def targets(page: Page) -> Found:
    """WCAG 2.5.8: what is pressed is 24 px large, or has that much room."""
    faults = run(page, "targets")
    return Found(faults, str(len(faults)))


WIDE: dict[str, Probe] = {
    "axe": axe,
    "painted": contrast,
    "overflow": overflow,
    "layout": layout,
    "sizes": sizes,
    "targets": targets,
    "focus": focus,
}
"""What is asked at 1280 px."""
NARROW: dict[str, Probe] = {name: WIDE[name] for name in ("painted", "overflow", "layout", "sizes")}
"""What is asked at 320 px (WCAG 1.4.10)."""
