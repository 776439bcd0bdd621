"""Links and buttons: what they are called and what they do."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.links.ambiguous_link import ambiguous_link
from a11y_proxy.rewrite.html.rules.links.button_name import button_name
from a11y_proxy.rewrite.html.rules.links.current_page import current_page
from a11y_proxy.rewrite.html.rules.links.file_link import file_link
from a11y_proxy.rewrite.html.rules.links.link_name import link_name
from a11y_proxy.rewrite.html.rules.links.new_window_hint import new_window_hint
from a11y_proxy.rewrite.html.rules.links.script_link import script_link
from a11y_proxy.rewrite.html.rules.links.silent_arrow import silent_arrow
from a11y_proxy.rewrite.html.rules.links.toggle_link import toggle_link

LINKS: tuple[Rule, ...] = (
    # where a link leads, before what is said of it
    toggle_link,
    script_link,
    current_page,
    link_name,
    # a button by its role, too
    button_name,
    ambiguous_link,
    # the hints are the last that a link says
    file_link,
    new_window_hint,
    # the words of a link, signs included, have been compared by now
    silent_arrow,
)
