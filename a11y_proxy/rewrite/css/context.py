"""What a style sheet's rewriting must be told: how addresses map, and how slots are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from a11y_proxy.core.artifact import Marker


@dataclass(frozen=True, slots=True)
class SheetContext:
    """
    How addresses become others, and how slots are written.

    `map_url` takes an address as the sheet writes it and gives the one to write instead; `map_sheet`
    does so for what is imported and for fonts, where these are mapped otherwise.
    `drawing` marks the styles inside a picture in several colours: only addresses change there.
    """

    map_url: Callable[[str], str]
    mark: Marker
    drawing: bool = False
    map_sheet: Callable[[str], str] | None = None

    @property
    def map_loaded(self) -> Callable[[str], str]:
        """Maps the address of a style sheet or a font."""
        return self.map_sheet or self.map_url
