"""Old markup: what moves, or plays no more, becomes an ordinary element, and may be content like any other."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.legacy.no_marquee import no_marquee
from a11y_proxy.rewrite.html.rules.legacy.plugin_notice import plugin_notice

LEGACY: tuple[Rule, ...] = (
    no_marquee,
    plugin_notice,
)
