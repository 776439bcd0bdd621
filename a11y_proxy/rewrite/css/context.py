"""What a style sheet's rewriting must be told: how addresses map, and how slots are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from a11y_proxy.core.artifact import Marker


@dataclass(frozen=True, slots=True)
class SheetContext:
    """
    `map_url` takes an address as the sheet writes it and gives the one to write instead.

    `drawing` marks the styles inside a picture in several colours: only addresses change there.
    """

    map_url: Callable[[str], str]
    mark: Marker
    drawing: bool = False
