"""A visit with measuring eyes: every probe on one page, at the widths that each is asked at."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error, Page

from tests.probes.kept import compare
from tests.probes.probes import NARROW, WIDE, Found
from tests.probes.scripts import run

HEIGHT = 900
PATIENCE = 3_000  # ms for what scripts ask for after the page is there
HIGHEST = 12_000  # px of a picture
STAYS = 0.9  # of a page's blocks of text stand where they stood
WIDTHS = {1280: WIDE, 320: NARROW}


def settle(page: Page, url: str) -> None:
    """Opens a page and waits until it has stopped asking for more, pictures far below included."""
    page.goto(url, wait_until="load", timeout=60_000)
    page.evaluate("for (const picture of document.images) picture.loading = 'eager'")
    with suppress(Error):
        page.wait_for_load_state("networkidle", timeout=PATIENCE)


def look_at(
    page: Page, url: str, only: Collection[str] = (), picture: Path | None = None
) -> dict[str, Found]:
    """
    Gives what each probe finds on a page, by "name width"; `only` names the probes to ask.

    `picture` is where pictures of the whole page are to stand, without the width that is added.
    """
    page.set_viewport_size({"width": 1280, "height": HEIGHT})
    settle(page, url)
    found = {}
    for width, probes in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": HEIGHT})
        run(page, "rest")
        if picture:
            file = picture.with_name(f"{picture.name}-{width}.jpg")
            photograph(page, file, width)
        for name, probe in probes.items():
            if not only or name in only:
                found[f"{name} {width}"] = probe(page)
    return found


def photograph(page: Page, file: Path, width: int) -> None:
    """Writes a picture of the page, as far down as Chromium paints one."""
    height = min(page.evaluate("document.documentElement.scrollHeight"), HIGHEST)
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    page.screenshot(path=file, full_page=True, clip=clip, type="jpeg", quality=60)


def kept(page: Page, before: str, after: str) -> Found:
    """Gives the blocks of text that do not stand where they stood; for pages at 100 %."""
    layouts = []
    for url in (before, after):
        page.set_viewport_size({"width": 1280, "height": HEIGHT})
        settle(page, url)
        layouts.append(run(page, "blocks"))
    found = compare(*layouts)
    figure = f"{100 * found.share:.1f} % of {found.blocks}"
    return Found(found.moved, figure, borne=int((1 - STAYS) * found.blocks))
