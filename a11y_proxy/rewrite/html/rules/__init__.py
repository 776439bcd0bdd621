"""
The rules, in the order in which they run.

The order is a literal with its reasons; a test finds rules that are not listed.
"""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.button_name import button_name
from a11y_proxy.rewrite.html.rules.data_table_scroll import data_table_scroll
from a11y_proxy.rewrite.html.rules.document_title import document_title
from a11y_proxy.rewrite.html.rules.form_label import form_label
from a11y_proxy.rewrite.html.rules.frame_title import frame_title
from a11y_proxy.rewrite.html.rules.html_lang import html_lang
from a11y_proxy.rewrite.html.rules.image_alt import image_alt
from a11y_proxy.rewrite.html.rules.layout_table import layout_table
from a11y_proxy.rewrite.html.rules.link_name import link_name
from a11y_proxy.rewrite.html.rules.main_landmark import main_landmark
from a11y_proxy.rewrite.html.rules.new_window_hint import new_window_hint
from a11y_proxy.rewrite.html.rules.no_autoplay import no_autoplay
from a11y_proxy.rewrite.html.rules.no_marquee import no_marquee
from a11y_proxy.rewrite.html.rules.no_positive_tabindex import no_positive_tabindex
from a11y_proxy.rewrite.html.rules.no_refresh import no_refresh
from a11y_proxy.rewrite.html.rules.skip_link import skip_link
from a11y_proxy.rewrite.html.rules.zoom_allowed import zoom_allowed

RULES: tuple[Rule, ...] = (
    # the document: what a reader meets before its content
    html_lang,
    document_title,
    zoom_allowed,
    no_refresh,
    # what moves becomes an ordinary element, and may be content like any other
    no_marquee,
    # structure: a cell may become the main region, which tells that its table is layout; the
    # skip link comes after the notice of no-refresh, so it stands before it
    main_landmark,
    skip_link,
    layout_table,
    data_table_scroll,
    # names: pictures first, since a link may be named by its picture
    image_alt,
    link_name,
    button_name,
    form_label,
    frame_title,
    # behaviour: the hint is added to links that have a name by now
    no_positive_tabindex,
    no_autoplay,
    new_window_hint,
)
