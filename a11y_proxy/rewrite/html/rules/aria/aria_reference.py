"""
Mends references to other elements, where what they mean is on the page.

A name by reference is silent when no element has that id. Authors write `#name` for `name`, as in a
link. Whatever leads nowhere on a page without scripts is taken away; where scripts run, one may bring the
element later, and a name that is missing is for a person to see.

Before:

    <h2 id="h">Fees</h2><section aria-labelledby="#h">Text</section><p aria-describedby="gone h">x</p>

After:

    <h2 id="h">Fees</h2><section aria-labelledby="h">Text</section><p aria-describedby="h">x</p>

Leaves alone:

    <b id="n">Name</b> <i id="m">full</i> <input aria-labelledby="n m">

    <script src="/a.js"></script><button aria-controls="later">Menu</button>

    <script src="/a.js"></script><p aria-describedby="tip-1">Text</p>

    <p aria-labelledby="{{id}}">Text</p>

Flags:

    <script src="/a.js"></script><input aria-labelledby="gone">

See: https://www.w3.org/TR/wai-aria-1.2/#valuetype_idref
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, RemoveAttribute, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.identity import ids
from a11y_proxy.rewrite.html.queries.scripted import is_scripted
from a11y_proxy.rewrite.html.rule import rule
from a11y_proxy.standards.aria import REFERENCES

_SELECTS = ", ".join(f"[{name}]" for name in REFERENCES)
_NAMES_IT = "aria-labelledby"


@rule(criterion="1.3.1", selects=_SELECTS)
def aria_reference(element: Element, page: Page) -> Iterator[Edit]:
    for name in REFERENCES:
        written = element.get(name)
        if not written or "{" in written or page.fragment:
            continue
        known = page.ask(ids)
        words = written.split()
        mended = [word if word in known else word.removeprefix("#") for word in words]
        found = [word for word in mended if word in known]
        if found == words:
            continue
        if len(found) < len(words) and page.ask(_runs_scripts):
            if name == _NAMES_IT and not found:
                yield Flag(element, why="It is named by an element that is not there")
            continue
        if found:
            yield SetAttribute(element, name, " ".join(found), why="It named what is not there")
        else:
            yield RemoveAttribute(element, name, why="It named what is not there")


def _runs_scripts(page: Page) -> bool:
    return is_scripted(page.root)
