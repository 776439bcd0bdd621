"""Old markup: what moves or makes a noise becomes an ordinary element, and may be content like any other."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.legacy.no_marquee import no_marquee

LEGACY: tuple[Rule, ...] = (no_marquee,)
