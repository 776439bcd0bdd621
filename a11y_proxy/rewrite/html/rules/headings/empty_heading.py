"""
Takes headings away that say nothing.

Somebody who jumps from heading to heading lands on silence, and cannot know whether something was
missed. A heading with a name for style sheets or scripts may be filled later, and is left to a person.

Before:

    <h1></h1><h2>&nbsp;</h2><h3><a name="plan"></a></h3><h4><img src="line.png" alt=""></h4>

After:

    <a name="plan"></a><div><img src="line.png" alt=""></div>

Leaves alone:

    <h1>Water</h1><h2><span>None</span> tomorrow</h2>

    <h1><img src="logo.png" alt="Kakhovka"></h1>

    <h2><a href="/"><img src="logo.png"></a></h2>

    <h2 aria-label="News"></h2>

    <h3 hidden></h3>

Flags:

    <h2 id="result"></h2>

See: https://www.w3.org/WAI/WCAG22/Understanding/headings-and-labels
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, Remove, Rename, Unwrap
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import HEADINGS
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.name import name_of
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.rule import rule

_NOTHING = frozenset({"b", "br", "em", "font", "i", "small", "span", "strong", "u", *HEADINGS})
_MEANS_NOTHING = frozenset({"align", "autofocus", "style"})
"""Attributes by which no script takes hold of a heading."""


@rule(criterion="2.4.6", selects="h1, h2, h3, h4, h5, h6")
def empty_heading(element: Element, page: Page) -> Iterator[Edit]:
    if (element.text and not element.text.isspace()) or role_of(element) != "heading":
        return
    if name_of(element, page) or out_of_reach(element, page):
        return
    why = "The heading said nothing"
    content = [part for part in element.iterdescendants() if isinstance(part.tag, str)]
    if all(part.tag == "img" and part.get("alt") == "" for part in content) and content:
        yield Rename(element, "div", why=why)
    elif not all(part.tag in _NOTHING or _is_anchor(part) for part in content):
        return  # a picture or a control, which other rules name or flag
    elif set(element.keys()) - _MEANS_NOTHING:
        yield Flag(element, why="This heading says nothing, unless a script fills it")
    elif any(part.get("id") or _is_anchor(part) for part in content):
        yield Unwrap(element, why=why)
    else:
        yield Remove(element, why=why)


def _is_anchor(part: Element) -> bool:
    return part.tag == "a" and part.get("href") is None
