"""WAI-ARIA: what authors wrote for assistive technology, and got wrong."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.aria.aria_attribute import aria_attribute
from a11y_proxy.rewrite.html.rules.aria.aria_context import aria_context
from a11y_proxy.rewrite.html.rules.aria.aria_reference import aria_reference
from a11y_proxy.rewrite.html.rules.aria.aria_role import aria_role
from a11y_proxy.rewrite.html.rules.aria.duplicate_id import duplicate_id
from a11y_proxy.rewrite.html.rules.aria.hidden_focus import hidden_focus
from a11y_proxy.rewrite.html.rules.aria.landmark_role import landmark_role

ARIA: tuple[Rule, ...] = (
    # misspelt names first: what they meant is looked at like any other
    aria_attribute,
    aria_reference,
    duplicate_id,
    # words that are no roles must not count as the place of one
    aria_role,
    landmark_role,
    aria_context,
    hidden_focus,
)
