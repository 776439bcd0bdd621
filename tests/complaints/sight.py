"""What the eye meets: painted words, painted colours, sizes and boxes."""

from __future__ import annotations

import io
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Page

from tests.probes.painted import Pixels, contrast, measure
from tests.probes.scripts import run

Open = Callable[..., Page]
Write = Callable[..., str]
Colour = tuple[int, ...]

NOTICED = 3.0  # WCAG 1.4.11
PATIENCE = 3.0  # seconds
SEEN = 0.08  # of an icon's pixels; a ring has twice as many
PANEL = "document.querySelector('.a11y-panel')?.getBoundingClientRect().bottom || 0"


def unread(page: Page, *, lines: int = 1) -> list[str]:
    """
    Gives the lines under 7:1, and those that something hides, on the whole page.

    Complains, too, where the page's own text has fewer than so many lines.
    """
    below = page.evaluate(PANEL)
    own = [line for line in run(page, "lines") if line["top"] >= below and not line["ghost"]]
    found = measure(page)
    few = [] if len(own) >= lines else [f"{len(own)} lines are there, of {lines}"]
    return [*found.low, *found.covered, *few]


def colours(page: Page, selector: str) -> Counter[Colour]:
    """Counts the pixels of an element by colour."""
    shot = page.locator(selector).first.screenshot(animations="disabled")
    pixels = np.asarray(Image.open(io.BytesIO(shot)).convert("RGB")).reshape(-1, 3)
    return Counter(map(tuple, pixels.tolist()))


def shares(page: Page, selectors: Iterable[str]) -> dict[str, float]:
    """
    Gives the share of each element's pixels, 0 to 1, that stand out 3:1 from its commonest colour.

    One picture of the window serves them all.
    """
    shot = page.screenshot(animations="disabled")
    window = np.asarray(Image.open(io.BytesIO(shot)).convert("RGB"))
    return {selector: stands_out(window, box(page, selector)) for selector in selectors}


def stands_out(window: Pixels, box: Mapping[str, float]) -> float:
    left, top = round(box["x"]), round(box["y"])
    part = window[top : top + round(box["height"]), left : left + round(box["width"])]
    found, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
    ground = found[counts.argmax()].astype(float)
    ratios = contrast(found.astype(float), np.broadcast_to(ground, found.shape))
    return float(counts[ratios >= NOTICED].sum() / counts.sum())


def unseen(page: Page, names: Iterable[str]) -> dict[str, float]:
    """
    Gives those of the icons, by class, of which too little stands out, with how much does.

    A sheet's pictures are asked for when it is painted: they get a while to come.
    """
    until = time.monotonic() + PATIENCE
    while True:
        found = shares(page, [f".{name}" for name in names])
        low = {name: round(share, 3) for name, share in found.items() if share < SEEN}
        if not low or time.monotonic() > until:
            return low
        time.sleep(0.2)


def style(page: Page, selector: str, name: str, pseudo: str | None = None) -> str:
    """Gives a computed value."""
    script = "([one, name, pseudo]) => getComputedStyle(document.querySelector(one), pseudo)[name]"
    return str(page.evaluate(script, [selector, name, pseudo]))


def pixels(page: Page, selector: str, name: str = "fontSize") -> float:
    """Gives a computed length in CSS px."""
    return float(style(page, selector, name).removesuffix("px"))


def box(page: Page, selector: str) -> dict[str, Any]:
    """Gives where an element stands in the window."""
    found = page.locator(selector).first.bounding_box()
    assert found, f"{selector} has no box"
    return dict(found)
