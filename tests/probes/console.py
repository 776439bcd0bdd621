"""What a browser complains of while a page loads: errors and warnings in the console, what did not come."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress

from playwright.sync_api import ConsoleMessage, Error, Page, Request

SERIOUS = frozenset({"error", "warning"})
_LINE = re.compile(r":\d+:\d+\b")


def complaints(visitor: Page, home: str, path: str) -> Counter[str]:
    """Opens a page at `home`, an origin, and counts what the browser complains of, in words without it."""
    found = Counter[str]()
    page = visitor.context.new_page()

    def note(text: str) -> None:
        found[_LINE.sub("", text.replace(home, ""))] += 1

    def said(message: ConsoleMessage) -> None:
        if message.type in SERIOUS:
            note(f"{message.type}: {message.text} {message.location['url']}")

    def failed(request: Request) -> None:
        note(f"failed: {request.failure} {request.url}")

    page.on("console", said)
    page.on("pageerror", lambda error: note(f"thrown: {error}"))
    page.on("requestfailed", failed)
    page.goto(f"{home}{path}", wait_until="load")
    with suppress(Error):
        page.wait_for_load_state("networkidle", timeout=5_000)
    page.close()
    return found
