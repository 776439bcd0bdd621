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


@dataclass
class Found:
    """What one probe found: faults, and a figure worth a table."""

    faults: list[str] = field(default_factory=list)
    figure: str = ""


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
    found = painted.measure(page, run(page, "lines"))
    return Found([*found.low, *found.covered], f"{100 * found.share:.2f} % of {found.lines}")


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


WIDE: dict[str, Probe] = {
    "axe": axe,
    "painted": contrast,
    "overflow": overflow,
    "layout": layout,
    "sizes": sizes,
}
"""What is asked at 1280 px."""
NARROW: dict[str, Probe] = {"overflow": overflow, "layout": layout}
"""What is asked at 320 px (WCAG 1.4.10)."""
