"""The document: what a reader meets before its content."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.document.document_title import document_title
from a11y_proxy.rewrite.html.rules.document.html_lang import html_lang
from a11y_proxy.rewrite.html.rules.document.language_of_parts import language_of_parts
from a11y_proxy.rewrite.html.rules.document.no_refresh import no_refresh
from a11y_proxy.rewrite.html.rules.document.text_direction import text_direction
from a11y_proxy.rewrite.html.rules.document.zoom_allowed import zoom_allowed

DOCUMENT: tuple[Rule, ...] = (
    html_lang,
    # parts are told apart from the page's language, as it is now
    language_of_parts,
    text_direction,
    zoom_allowed,
)

TITLE: tuple[Rule, ...] = (
    # its words are those of the page's heading, which must have been found
    document_title,
    # its notice stands at the beginning of the content, and heads nothing
    no_refresh,
)
