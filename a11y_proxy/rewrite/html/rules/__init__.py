"""
The rules, in the order in which they run.

One folder a group, one file a rule. The order, here and in each group, is a literal with its
reasons; a test finds rules that are not listed.
"""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.aria import ARIA
from a11y_proxy.rewrite.html.rules.document import DOCUMENT, TITLE
from a11y_proxy.rewrite.html.rules.forms import FORMS
from a11y_proxy.rewrite.html.rules.headings import HEADINGS
from a11y_proxy.rewrite.html.rules.keyboard import KEYBOARD
from a11y_proxy.rewrite.html.rules.landmarks import LANDMARKS
from a11y_proxy.rewrite.html.rules.legacy import LEGACY
from a11y_proxy.rewrite.html.rules.links import LINKS
from a11y_proxy.rewrite.html.rules.lists import LISTS
from a11y_proxy.rewrite.html.rules.media import MEDIA
from a11y_proxy.rewrite.html.rules.pictures import PICTURES
from a11y_proxy.rewrite.html.rules.recipe import RECIPE
from a11y_proxy.rewrite.html.rules.tables import TABLES
from a11y_proxy.rewrite.html.rules.text import TEXT

RULES: tuple[Rule, ...] = (
    # the operator's word comes before all that is found out
    *RECIPE,
    # the language, titles, names and headings are told by the page's words
    *TEXT,
    *DOCUMENT,
    # names, landmarks and tables depend on what is a role here, and which reference leads somewhere
    *ARIA,
    # what moved is content like any other from here on
    *LEGACY,
    # a cell may become the main region, which tells that its table is layout
    *LANDMARKS,
    # the main region tells which heading is the page's own
    *HEADINGS,
    # the title is that of the page's own heading
    *TITLE,
    *TABLES,
    *LISTS,
    # pictures before links, since a link may be named by its picture
    *PICTURES,
    *LINKS,
    *FORMS,
    *MEDIA,
    *KEYBOARD,
)
