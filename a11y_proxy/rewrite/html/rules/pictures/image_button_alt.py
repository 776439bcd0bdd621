"""
Names a button that is a picture by what it does.

Without words a screen reader says "submit query", or the name of the file. The button's own value or
title says what it does; that it sends its form, or searches, is a fact.

Before:

    <form><input type="image" src="go.gif" value="Order"></form>
    <form action="/search/"><input name="q"><input type="image" src="spacer.gif"></form>

After:

    <form><input type="image" src="go.gif" value="Order" alt="Order"></form>
    <form action="/search/"><input name="q"><input type="image" src="spacer.gif" alt="Search"></form>

Leaves alone:

    <form><input type="image" src="go.gif" alt="Order"><input type="image" src="go.gif" aria-label="Order"></form>

    <form hidden><input type="image" src="go.gif"></form><form><input type="submit"></form>

    <form><input type="image" src="go.gif" title="Order" aria-labelledby="x"></form>

Flags:

    <input type="image" src="go.gif">

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H36
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.picture import lacks_words, operators_alt, says_nothing
from a11y_proxy.rewrite.html.queries.submit import submit_name
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="1.1.1", selects="input[type=image]")
def image_button_alt(element: Element, page: Page) -> Iterator[Edit]:
    if words := operators_alt(element, page):
        yield SetAttribute(
            element, "alt", words, why="The operator of the site described this picture"
        )
        return
    # a button says something, whatever it looks like: an empty alternative is none
    if not lacks_words(element, page, silent=False):
        return
    for name in ("title", "value"):
        words = normalised(element.get(name))
        if words and not says_nothing(words, element):
            yield SetAttribute(element, "alt", words, why="The button's value says what it does")
            return
    if words := submit_name(element, page):
        yield SetAttribute(element, "alt", words, why="What the button does is a fact")
    else:
        yield Flag(element, why="Nothing on the page says what this picture shows")
