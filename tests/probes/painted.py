"""
Contrast of text as it is painted, so that text over pictures counts.

Three pictures of the page: as it is, without its text, and with its text in one known colour. The
third tells which pixels a glyph covers wholly (its core), whatever colour it has; there the first
two say what is read on what. WCAG 2.2, 1.4.6.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page

from tests.probes.scripts import run, source

ENOUGH = 7.0
TILE = 6_000  # CSS px; Chromium paints no picture higher than 16,384
TRIES = 3  # for pages whose scripts move what is looked at
WIDEST = 4_000
KNOWN = np.array([255.0, 0.0, 255.0])
FAINT = 0.12  # of the way to the known colour: less is noise, not a glyph
CORE = 0.9  # of the line's most covered pixel
EVEN = 12.0  # grounds that differ by less, in steps of 255, are one ground

Pixels = NDArray[np.float64]
Line = dict[str, Any]


@dataclass
class Painted:
    """What was read: `lines` counted, `low` under 7:1, `covered` that something lies over."""

    lines: int = 0
    low: list[str] = field(default_factory=list)
    covered: list[str] = field(default_factory=list)
    ghosts: int = 0

    @property
    def share(self) -> float:
        """The share of the lines that are seen whole at 7:1 or more."""
        return 1 - len(self.low) / self.lines if self.lines else 1.0


def luminance(pixels: Pixels) -> Pixels:
    """Gives relative luminance, 0 to 1, of sRGB pixels of 0 to 255 (WCAG 2.2)."""
    part = np.clip(pixels, 0, 255) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(one: Pixels, other: Pixels) -> Pixels:
    """Gives the contrast ratio, 1 to 21, pixel by pixel (WCAG 2.2)."""
    first, second = luminance(one), luminance(other)
    high, low = np.maximum(first, second), np.minimum(first, second)
    return np.asarray((high + 0.05) / (low + 0.05))


def pictures(page: Page, top: int, height: int) -> Iterator[Pixels]:
    """Gives a strip of the page as its author wrote it, without text, and in the known colour."""
    # A page that is too wide is a fault of its own; its text is read all the same.
    width = min(page.evaluate("document.documentElement.scrollWidth"), WIDEST)
    clip = {"x": 0, "y": top, "width": width, "height": height}
    for state in ("author", "bare", "forced"):
        page.evaluate(source("paint"), state)
        shot = page.screenshot(full_page=True, clip=clip, animations="disabled", scale="css")
        yield np.asarray(Image.open(io.BytesIO(shot)).convert("RGB"))


def measure(page: Page) -> Painted:
    """Judges every line of text in the page, as it stands now."""
    page.evaluate(source("paint"), "author")
    # Where taking a picture makes scripts move something, they move it before the lines are read.
    page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": 1, "height": 1})
    for _ in range(TRIES):
        lines: list[Line] = run(page, "lines")
        found = measured(page, lines)
        page.evaluate(source("paint"), "author")
        if run(page, "lines") == lines:
            break
    page.evaluate(source("paint"), "done")
    return found


def measured(page: Page, lines: list[Line]) -> Painted:
    """Judges these lines, as long as none of them moves."""
    found = Painted()
    height = page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, height, TILE):
        # A line that a strip's end would cut is read in the strip where it begins.
        here = [line for line in lines if top <= line["top"] < top + TILE]
        if not here:
            continue
        end = min(height, int(max(line["bottom"] for line in here)) + 2)
        strips = list(pictures(page, top, min(end - top, TILE + 2_000)))
        # A page that moves meanwhile may end earlier in one of them; it is looked at again.
        down, across = np.min([strip.shape[:2] for strip in strips], axis=0)
        strips = [strip[:down, :across] for strip in strips]
        for line in here:
            judge(line, *(crop(strip, line, top) for strip in strips), found)
    return found


def judge(line: Line, painted: Pixels, bare: Pixels, forced: Pixels, found: Painted) -> None:
    """Counts one line, and names it where it cannot be read."""
    cover = covered(bare, forced)
    core = cover >= max(FAINT, CORE * cover.max(initial=0))
    told = f"{line['path']} “{line['said']}”"
    if (cover >= FAINT).sum() < 2:
        if line["ghost"]:
            found.ghosts += 1
        elif line["share"] > 0.5 and not line["free"] and line["kind"] == "text":
            found.covered.append(f"{told} is laid out at {place(line)} and not seen")
        return
    if line["ghost"]:
        found.ghosts += 1
        return
    found.lines += 1
    ground = bare[core]
    # What the glyph would have where it covers a pixel wholly: edges are mixed with the ground.
    ink = ground + (painted[core] - ground) * (cover.max() / cover[core])[:, None]
    ratios = contrast(ink, ground)
    # On one ground all pixels say the same but for their edges; on a picture the worst counts.
    even = bool((ground.std(axis=0) < EVEN).all())
    ratio = float(np.quantile(ratios, 0.5 if even else 0.1))
    if ratio < ENOUGH:
        on = "" if even else " (uneven ground)"
        ink, ground = np.median(ink, axis=0), np.median(ground, axis=0)
        found.low.append(
            f"{ratio:.2f}:1 {told} {coded(ink)} on {coded(ground)}{on} at {place(line)}"
        )


def covered(bare: Pixels, forced: Pixels) -> Pixels:
    """Gives how far each pixel is from the bare ground to the known colour, 0 to 1."""
    way = np.abs(KNOWN - bare).sum(axis=-1)
    gone = np.abs(forced - bare).sum(axis=-1)
    return np.asarray(gone / np.maximum(way, 96))


def crop(strip: Pixels, line: Line, above: int) -> Pixels:
    top, bottom = int(max(0, line["top"] - above)), int(np.ceil(line["bottom"] - above))
    left, right = int(max(0, line["left"])), int(np.ceil(line["right"]))
    return strip[top : max(top, bottom), left : max(left, right)].astype(float)


def coded(colour: Pixels) -> str:
    return "#" + bytes(int(part) for part in np.clip(colour.round(), 0, 255)).hex()


def place(line: Line) -> str:
    return f"{line['left']:.0f},{line['top']:.0f}"
