"""Links and buttons: what they are called and what they do."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.links.ambiguous_link import ambiguous_link
from a11y_proxy.rewrite.html.rules.links.button_name import button_name
from a11y_proxy.rewrite.html.rules.links.link_name import link_name
from a11y_proxy.rewrite.html.rules.links.new_window_hint import new_window_hint

LINKS: tuple[Rule, ...] = (
    link_name,
    button_name,
    ambiguous_link,
    # the hint is the last thing that a link says
    new_window_hint,
)
