"""
Says which fields ask visitors for their own name, address or telephone.

A browser that knows that fills them in, and a tool can put a picture beside them: this helps whoever
types slowly, mistypes, or cannot keep a number in mind. What a form asks about another person is not
the visitor's.

Before:

    <form method="post"><label>Surname <input name="a"></label><label>Your phone: <input name="b" type="tel"></label></form>

After:

    <form method="post"><label>Surname <input name="a" autocomplete="family-name"></label><label>Your phone: <input name="b" type="tel" autocomplete="tel"></label></form>

Leaves alone:

    <form action="/search"><label>Surname <input name="s"></label><label>City <input name="c"></label></form>

    <form method="post"><label>Surname <input name="a" autocomplete="off"></label><label>Phone <input name="b"></label><label>Phone <input name="q"></label></form>

    <form method="post"><h2>The child</h2><label>Surname <input name="s"></label><label>City <input name="c"></label></form>

See: https://www.w3.org/WAI/WCAG22/Understanding/identify-input-purpose
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.autofill import own_data
from a11y_proxy.rewrite.html.rule import rule

_WHY = "The field asks visitors for data of their own, which a browser can fill in"


@rule(criterion="1.3.5", selects="form")
def autofill(element: Element, page: Page) -> Iterator[Edit]:
    for field, purpose in own_data(element, page).items():
        yield SetAttribute(field, "autocomplete", purpose, why=_WHY)
