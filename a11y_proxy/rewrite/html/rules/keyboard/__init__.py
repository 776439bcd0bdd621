"""What the keyboard reaches, and in which order."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.keyboard.mouse_only import mouse_only
from a11y_proxy.rewrite.html.rules.keyboard.no_positive_tabindex import no_positive_tabindex

KEYBOARD: tuple[Rule, ...] = (
    mouse_only,
    no_positive_tabindex,
)
