"""The demo town, the proxy in front of it, and what a browser can tell about a page."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Error, Frame, Page

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
STARTS_WITHIN = 30.0
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
Visitor = Callable[..., Page]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def serving(*command: str, ready: str) -> Iterator[str]:
    """Runs one of our own commands on a free port and gives its origin once `ready` answers."""
    address = f"127.0.0.1:{free_port()}"
    arguments = (sys.executable, "-m", "a11y_proxy", *command, "--listen", address)
    with subprocess.Popen(arguments, cwd=ROOT) as process:
        try:
            until = time.monotonic() + STARTS_WITHIN
            while not answers(f"http://{address}{ready}"):
                assert process.poll() is None, f"{' '.join(arguments)} ended by itself"
                assert time.monotonic() < until, f"{' '.join(arguments)} does not answer"
                time.sleep(0.1)
            yield f"http://{address}"
        finally:
            process.terminate()


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="session")
def town() -> Iterator[str]:
    """The origin of the demo town."""
    with serving("town", ready="/") as origin:
        yield origin


@pytest.fixture(scope="session")
def proxy(town: str) -> Iterator[str]:
    """The origin of a proxy of the town."""
    with serving("serve", "--origin", town, ready="/_a11y/health") as origin:
        yield origin


@contextmanager
def visitors(browser: Browser, home: str) -> Iterator[Visitor]:
    """Opens pages for visitors who do not know each other: each has cookies of their own."""
    contexts = []

    def visit(preferences: str = "", *, scripts: bool = True, **wishes: Any) -> Page:
        context = browser.new_context(base_url=home, java_script_enabled=scripts, **wishes)
        contexts.append(context)
        if preferences:
            cookie = {"name": "a11y_preferences", "value": preferences, "url": home}
            context.add_cookies([cookie])
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()


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
def figures(request: pytest.FixtureRequest) -> list[str]:
    """Lines of measurements, printed at the end of the run."""
    return request.config.stash.setdefault(FIGURES, [])


FIGURES = pytest.StashKey[list[str]]()


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    lines = config.stash.get(FIGURES, [])
    if lines:
        terminalreporter.section("measured in Chromium")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def settle() -> Callable[[Page, str], None]:
    """Opens a page and waits until its scripts and frames have stopped asking for more."""

    def run(page: Page, path: str) -> None:
        page.goto(path, wait_until="load")
        with suppress(Error):
            page.wait_for_load_state("networkidle", timeout=5_000)

    return run
