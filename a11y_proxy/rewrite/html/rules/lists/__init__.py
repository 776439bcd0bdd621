"""Lists and paragraphs that are only drawn, and lists with strangers in them."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.lists.br_list import br_list
from a11y_proxy.rewrite.html.rules.lists.br_paragraph import br_paragraph
from a11y_proxy.rewrite.html.rules.lists.link_run import link_run
from a11y_proxy.rewrite.html.rules.lists.paragraph_list import paragraph_list
from a11y_proxy.rewrite.html.rules.lists.stray_list_child import stray_list_child

LISTS: tuple[Rule, ...] = (
    stray_list_child,
    br_list,
    # what is a line in its own paragraph
    paragraph_list,
    link_run,
    # what no list took
    br_paragraph,
)
