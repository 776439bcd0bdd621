"""Tables: of layout, and of data."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.tables.data_table_headers import data_table_headers
from a11y_proxy.rewrite.html.rules.tables.data_table_scroll import data_table_scroll
from a11y_proxy.rewrite.html.rules.tables.empty_header import empty_header
from a11y_proxy.rewrite.html.rules.tables.layout_table import layout_table
from a11y_proxy.rewrite.html.rules.tables.table_caption import table_caption

TABLES: tuple[Rule, ...] = (
    # what heads nothing makes no table one of data, and has no direction
    empty_header,
    layout_table,
    data_table_headers,
    # before what names the region around a table by the table's name
    table_caption,
    data_table_scroll,
)
