"""What the keyboard reaches, and in which order."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.keyboard.access_key import access_key
from a11y_proxy.rewrite.html.rules.keyboard.mouse_only import mouse_only
from a11y_proxy.rewrite.html.rules.keyboard.no_autofocus import no_autofocus
from a11y_proxy.rewrite.html.rules.keyboard.no_positive_tabindex import no_positive_tabindex
from a11y_proxy.rewrite.html.rules.keyboard.script_button import script_button

KEYBOARD: tuple[Rule, ...] = (
    # what became a button needs no mouse
    script_button,
    mouse_only,
    no_positive_tabindex,
    no_autofocus,
    access_key,
)
