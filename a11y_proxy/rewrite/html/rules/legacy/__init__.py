"""Old markup: what moves, or plays no more, becomes an ordinary element, and may be content like any other."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.legacy.flash_film import flash_film
from a11y_proxy.rewrite.html.rules.legacy.no_frameset import no_frameset
from a11y_proxy.rewrite.html.rules.legacy.no_marquee import no_marquee
from a11y_proxy.rewrite.html.rules.legacy.plugin_notice import plugin_notice

LEGACY: tuple[Rule, ...] = (
    no_frameset,
    no_marquee,
    # what still can be played, before what cannot
    flash_film,
    plugin_notice,
)
