"""The document: what a reader meets before its content."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.document.document_title import document_title
from a11y_proxy.rewrite.html.rules.document.html_lang import html_lang
from a11y_proxy.rewrite.html.rules.document.no_refresh import no_refresh
from a11y_proxy.rewrite.html.rules.document.zoom_allowed import zoom_allowed

DOCUMENT: tuple[Rule, ...] = (
    html_lang,
    document_title,
    zoom_allowed,
    no_refresh,
)
