"""The bar at the top of every page: plain links that work without script, drawn once per look."""

from __future__ import annotations

from a11y_proxy.core.preferences import Preferences
from a11y_proxy.server.preferences import LARGEST, SMALLEST, STEP
from a11y_proxy.server.views.choices import title
from a11y_proxy.theming.registry import Themes

HOLE = "\0"
"""Stands where the address to return to goes; no template and no phrase can contain it."""


def panel_context(preferences: Preferences, themes: Themes) -> dict[str, object]:
    """Gives what `panel.html` needs, apart from words."""
    appearance, rendition = preferences.appearance, preferences.rendition
    return {
        "hole": HOLE,
        "language": preferences.language,
        "scale": appearance.scale,
        "smaller": max(SMALLEST, (appearance.scale - 1) // STEP * STEP),
        "larger": min(LARGEST, appearance.scale // STEP * STEP + STEP),
        "themes": [
            {
                "name": name,
                "title": title(themes, name, preferences.language),
                "chosen": name == appearance.theme,
                "halves": themes[name].follows is not None,
            }
            for name in themes
            if themes[name].repaints
        ],
        "wide": appearance.spacing == "wide",
        "pictures": rendition.images == "on",
    }
