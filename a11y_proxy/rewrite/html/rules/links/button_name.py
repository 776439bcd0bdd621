"""
Gives a button without words the name that its own code holds.

"Button", says a screen reader, and nothing tells what it will do. A script may have moved its title
away; what no words of the author tell is for a person to name.

Before:

    <button data-original-title="Search"><i class="fa fa-search"></i></button>

After:

    <button data-original-title="Search" aria-label="Search"><i class="fa fa-search"></i></button>

Leaves alone:

    <button>Send</button><button title="Search"><i class="fa fa-search"></i></button>

    <button aria-label="Close">×</button><button><img src="go.png" alt="Go"></button>

    <input type="submit"><input type="reset"><input type="button" value="Print">

    <button hidden><i class="fa fa-bars"></i></button>

Flags:

    <button><i class="fa fa-search"></i></button>

    <input type="button" onclick="next()">

    <span role="button" tabindex="0"><i class="fa fa-bars"></i></span>

See: https://www.w3.org/WAI/WCAG22/Understanding/name-role-value
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.name import name_of
from a11y_proxy.rewrite.html.queries.tooltip import moved_title
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="4.1.2", selects="button, input[type=button], [role=button]")
def button_name(element: Element, page: Page) -> Iterator[Edit]:
    if name_of(element, page) or out_of_reach(element, page):
        return
    if words := moved_title(element):
        why = "The button had no name; its author's words were in its code"
        yield SetAttribute(element, "aria-label", words, why=why)
    else:
        yield Flag(element, why="The button has no name, and nothing in its code gives one")
