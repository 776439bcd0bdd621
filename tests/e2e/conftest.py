"""The demo town, the proxy in front of it, and what a browser can tell about a page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Error, Frame, Page

from tests.serving import Visitor, serving, visitors

HERE = Path(__file__).parent
CONTENT_TYPE = "document.contentType"


@dataclass(frozen=True)
class Fault:
    """One element that axe names, and why."""

    rule: str
    html: str
    why: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.html} {self.why.strip()}"


Look = Callable[..., Any]


@pytest.fixture(scope="session")
def town() -> Iterator[str]:
    """The origin of the demo town."""
    with serving("a11y_proxy", "town", ready="/") as origin:
        yield origin


@pytest.fixture(scope="session")
def proxy(town: str) -> Iterator[str]:
    """The origin of a proxy of the town."""
    with serving("a11y_proxy", "serve", "--origin", town, ready="/_a11y/health") as origin:
        yield origin


@pytest.fixture(scope="module")
def visitor(chromium: Browser, proxy: str) -> Iterator[Visitor]:
    """Gives a visitor's page at the proxy, by preferences as the cookie has them."""
    with visitors(chromium, proxy) as visit:
        yield visit


@pytest.fixture(scope="module")
def original(chromium: Browser, town: str) -> Iterator[Visitor]:
    """Gives a visitor's page at the origin."""
    with visitors(chromium, town) as visit:
        yield visit


def source(script: str) -> str:
    return (HERE / f"{script}.js").read_text().rstrip().removesuffix(";")


def frames_of(page: Page) -> list[Frame]:
    """The page and the frames in it that the town serves; another host's map is not our work."""
    here = page.url.split("/")[2]
    return [
        frame
        for frame in page.frames
        # A film in a frame gets a page of the browser's own making around it.
        if frame.url.startswith(f"http://{here}/") and "html" in frame.evaluate(CONTENT_TYPE)
    ]


@pytest.fixture(scope="session")
def look() -> Look:
    """Runs one of the scripts beside this file in the page and its frames; gives what each says."""

    def run(page: Page, script: str) -> list[Any]:
        text = f"(() => {{ {source('shown')}; return (\n{source(script)}\n)(); }})()"
        return [frame.evaluate(text) for frame in frames_of(page)]

    return run


@pytest.fixture(scope="session")
def axe() -> Look:
    """Runs axe in the page and its frames; gives what it finds wrong, and what it cannot decide."""

    def run(page: Page, only: dict[str, Any], within: str | None = None) -> dict[str, list[Fault]]:
        kinds = ["violations", "incomplete"]
        options = json.dumps({"runOnly": only, "resultTypes": kinds, "iframes": False})
        context = json.dumps(within) if within else "document"
        found: dict[str, list[Fault]] = {kind: [] for kind in kinds}
        for frame in frames_of(page):
            frame.evaluate(AXE_SCRIPT)
            result = frame.evaluate(f"axe.run({context}, {options})")
            for kind in kinds:
                found[kind] += [
                    Fault(rule["id"], node["html"][:160], node["failureSummary"].split("\n")[-1])
                    for rule in result[kind]
                    for node in rule["nodes"]
                ]
        return found

    return run


@pytest.fixture(scope="session")
def settle() -> Callable[[Page, str], None]:
    """Opens a page and waits until its scripts and frames have stopped asking for more."""

    def run(page: Page, path: str) -> None:
        page.goto(path, wait_until="load")
        with suppress(Error):
            page.wait_for_load_state("networkidle", timeout=5_000)

    return run
