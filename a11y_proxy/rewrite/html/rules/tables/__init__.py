"""Tables: of layout, and of data."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.tables.data_table_scroll import data_table_scroll
from a11y_proxy.rewrite.html.rules.tables.layout_table import layout_table

TABLES: tuple[Rule, ...] = (
    layout_table,
    data_table_scroll,
)
