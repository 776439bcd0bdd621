"""What a visitor prefers, split by what it costs: a page of its own, or only a look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Images = Literal["on", "off"]
Layout = Literal["site", "text"]
Spacing = Literal["normal", "wide"]
Typeface = Literal["site", "sans", "serif", "legible"]
Motion = Literal["off", "on"]


@dataclass(frozen=True, slots=True)
class Rendition:
    """Wishes that change the page itself; each combination is an artifact of its own."""

    images: Images = "on"
    layout: Layout = "site"


@dataclass(frozen=True, slots=True)
class Appearance:
    """
    Wishes that a style sheet grants; they never multiply the cache.

    `scale` is the text size in percent of the original, 100 to 400; `grey` shows pictures
    without colour.
    """

    theme: str
    scale: int = 150
    spacing: Spacing = "normal"
    typeface: Typeface = "site"
    motion: Motion = "off"
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Preferences:
    """All of a visitor's wishes; `language` is that of the panel and of our own pages."""

    appearance: Appearance
    rendition: Rendition = field(default_factory=Rendition)
    language: str = "uk"
