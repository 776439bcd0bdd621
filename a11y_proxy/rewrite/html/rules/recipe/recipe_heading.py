"""
Makes a heading of what the operator says is one, at the level that the operator says.

Readers go from heading to heading; a heading that is only large and red is none for them. Here the
operator's `headings` say that `.subtitle` is of level 2. No rule changes that level, and the tag stays,
which the site's styles know.

Before:

    <p class="subtitle">Water supply</p><h4 class="subtitle">Heating</h4>

After:

    <p class="subtitle" role="heading" aria-level="2">Water supply</p><h4 class="subtitle" aria-level="2">Heating</h4>

Leaves alone:

    <h2 class="subtitle">Water supply</h2>

    <p class="subtitles">Water supply</p>

    <p class="subtitle" role="heading" aria-level="2">Water supply</p>

Flags:

    <a class="subtitle" href="/water">Water supply</a>

See: https://www.w3.org/WAI/tutorials/page-structure/headings/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import HEADINGS, level_of, operators_headings
from a11y_proxy.rewrite.html.rule import rule

_MAY_BECOME = frozenset({
    "b", "big", "center", "div", "em", "font", "i", "p", "small", "span", "strong", "u",
})  # fmt: skip
"""Elements that mean nothing, or nothing that a heading does not: they lose nothing by the role."""

_WHY = "The operator of the site says that this is a heading"


@rule(criterion="1.3.1", selects="html, a11y-fragment")
def recipe_heading(_element: Element, page: Page) -> Iterator[Edit]:
    for found, level in operators_headings(page).items():
        if found.tag in HEADINGS:
            if level_of(found) != level:
                yield SetAttribute(found, "aria-level", str(level), why=_WHY)
        elif found.tag in _MAY_BECOME:
            yield SetAttribute(found, "role", "heading", why=_WHY)
            yield SetAttribute(found, "aria-level", str(level), why=_WHY)
        else:
            why = "The operator says that this is a heading, but such an element cannot be one"
            yield Flag(found, why=why)
