"""
Lets a page be read from its beginning.

A field that takes the focus when the page opens takes a screen reader past the title and all that stands
before it, and a magnifying glass away from it. A page that begins with its field, or a dialog, is begun there.

Before:

    <h1>Write to us</h1><p>We answer in 30 days.</p><input autofocus title="Your name">

After:

    <h1>Write to us</h1><p>We answer in 30 days.</p><input title="Your name">

Leaves alone:

    <form><label for="q">Search</label> <input autofocus id="q"></form><p>Ten newest decisions</p>

    <h1>Write to us</h1><dialog><input autofocus title="Your name"></dialog>

    <h1>Write to us</h1><div role="dialog"><button autofocus>Close</button></div><div popover><input autofocus title="x"></div>

See: https://www.w3.org/WAI/WCAG22/Understanding/focus-order
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, RemoveAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import unseen
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.rule import rule

_READ = ("a", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td")
_DIALOGS = frozenset({"dialog", "alertdialog"})


@rule(criterion="2.4.3", selects="[autofocus]")
def no_autofocus(element: Element, page: Page) -> Iterator[Edit]:
    if not any(map(_opens_later, element.iterancestors())) and _skips_words(element, page):
        why = "The page was read from a field in its middle on"
        yield RemoveAttribute(element, "autofocus", why=why)


def _opens_later(element: Element) -> bool:
    if element.tag == "dialog" or element.get("popover") is not None:
        return True
    return (element.get("role") or "").strip().lower() in _DIALOGS


def _skips_words(field: Element, page: Page) -> bool:
    around = set(field.iterancestors())
    for element in page.root.iter(*_READ, str(field.tag)):
        if element is field:
            return False
        if (
            element.tag in _READ
            and element not in around
            and not unseen(element)
            and text_of(element)
        ):
            return True
    return False
