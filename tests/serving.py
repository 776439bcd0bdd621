"""Runs servers for tests on free ports, and opens pages of theirs for visitors."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
STARTS_WITHIN = 90.0

Visitor = Callable[..., Page]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def serving(module: str, *command: str, ready: str) -> Iterator[str]:
    """Runs `python -m module command` on a free port; gives its origin once `ready` answers."""
    address = f"127.0.0.1:{free_port()}"
    arguments = (sys.executable, "-m", module, *command, "--listen", address)
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
