"""The scripts that look at a page from within, each behind what they share."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Page

HERE = Path(__file__).parent
E2E = HERE.parent / "e2e"


@cache
def source(name: str) -> str:
    """Gives the text of a script, here or among those of tests/e2e."""
    file = next(path for folder in (HERE, E2E) if (path := folder / f"{name}.js").exists())
    return file.read_text().strip().removesuffix(";")


@cache
def whole(name: str) -> str:
    """Gives the text of a script behind what all share, to be evaluated."""
    shared = (E2E / "shown.js").read_text() + (HERE / "paths.js").read_text()
    return f"(() => {{ {shared}\nreturn (\n{source(name)}\n)(); }})()"


def run(frame: Page | Frame, name: str) -> Any:
    """Gives what the script says of the page or frame."""
    return frame.evaluate(whole(name))
