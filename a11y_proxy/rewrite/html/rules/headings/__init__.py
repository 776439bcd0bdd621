"""Headings, by which people who listen look through a page."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.headings.empty_heading import empty_heading
from a11y_proxy.rewrite.html.rules.headings.fake_heading import fake_heading
from a11y_proxy.rewrite.html.rules.headings.heading_for_looks import heading_for_looks
from a11y_proxy.rewrite.html.rules.headings.heading_order import heading_order
from a11y_proxy.rewrite.html.rules.headings.page_heading import page_heading

HEADINGS: tuple[Rule, ...] = (
    # what is no heading must not be evidence for one
    empty_heading,
    heading_for_looks,
    page_heading,
    fake_heading,
    # last, since it counts levels
    heading_order,
)
