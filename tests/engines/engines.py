"""
Three engines that judge pages, each written by others: what they find in an open page.

axe by Deque, Equal Access by IBM, HTML_CodeSniffer by Squiz. None is told of the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.e2e.conftest import frames_of
from tests.shelf.origin import PACKAGES

HERE: Final = Path(__file__).parent
SCRIPTS: Final[dict[str, Path | None]] = {
    "axe": None,
    "ace": PACKAGES / "accessibility-checker-engine" / "ace.js",
    "htmlcs": PACKAGES / "html_codesniffer" / "build" / "HTMLCS.js",
}
"""Where each engine lies; axe comes with a package of Python."""


NO_FAULT: Final = {
    ("htmlcs", "1_3_1.F92,ARIA4", ""): "the role takes away the table, and nothing that is in it",
    ("axe", "region", 'class="skip-link'): "behind our panel a site's skip link still is one",
    ("htmlcs", "1_3_1.H49.Center", ""): "centred text is no emphasis that only sight could tell",
    ("ace", "aria_form_label_unique", ""): "a form without a name is no landmark (HTML-AAM §3.5)",
    ("ace", "input_label_exists", 'type="SUBMIT"'): "its value names it: keywords know no case",
    ("ace", "input_label_exists", 'type="RESET"'): "its value names it: keywords know no case",
    (
        "axe",
        "landmark-one-main",
        "/old/",
    ): "a frame of a frameset is a part, passed over as a whole",
    ("axe", "page-has-heading-one", "/old/"): "a frame of a frameset is a part of a page",
    ("ace", "skip_main_exists", "/old/"): "a frame of a frameset is passed over as a whole",
    ("ace", "aria_eventhandler_role_valid", 'onclick="void 0"'): "a click there does nothing",
    ("axe", "region", "data-a11y-ui"): "what we add stands where that stood which it is for",
    ("axe", "region", "/old/"): "a frame of a frameset is a part of a page, and a region by itself",
    ("axe", "region", "/contacts/map.html"): "a frame stands in a region of the page around it",
    ("axe", "region", "/ajax/weather"): "a frame stands in a region of the page around it",
}
"""Where an engine is wrong: its rule, what is in the address or the markup, and the reason."""


@dataclass(frozen=True)
class Finding:
    """One element that an engine names; `flag` is what our report says of it, or ""."""

    engine: str
    address: str
    rule: str
    html: str
    why: str
    flag: str

    def __str__(self) -> str:
        return f"{self.engine} {self.rule}: {self.html} {self.why}"


def fetched() -> bool:
    """Tells whether every engine is here."""
    return all(script is None or script.is_file() for script in SCRIPTS.values())


def judge(page: Page, engine: str) -> list[Finding]:
    """Gives what an engine finds wrong in the page and in its own frames."""
    script = SCRIPTS[engine]
    library = AXE_SCRIPT if script is None else script.read_text(encoding="utf-8")
    asked = (HERE / f"{engine}.js").read_text(encoding="utf-8").rstrip().removesuffix(";")
    found = []
    for frame in frames_of(page):
        frame.evaluate(library)
        told = frame.evaluate(f"async () => {{ {TOLD}\nreturn await ({asked})(); }}")
        found += [Finding(engine, frame.url, **one) for one in told]
    return found


TOLD: Final = (HERE / "told.js").read_text(encoding="utf-8")


def is_no_fault(found: Finding) -> bool:
    """Tells whether the engine is wrong there."""
    return any(
        (engine, rule) == (found.engine, found.rule) and part in found.address + found.html
        for engine, rule, part in NO_FAULT
    )
