"""
Lets be heard what the keyboard reaches.

Tab stops, and the screen reader says nothing: the link there is hidden from it. One that another link
to the same place repeats leaves the Tab order; any other is heard again. What a script may show and
hide, such as a closed window, keeps its own ways.

Before:

    <a href="/news"><img src="a.jpg" alt=""></a><a href="/news" aria-hidden="true">News</a><button aria-hidden="true">Search</button>

After:

    <a href="/news"><img src="a.jpg" alt=""></a><a href="/news">News</a><button>Search</button>

Leaves alone:

    <a href="/news">News</a><a href="/news" aria-hidden="true" tabindex="-1"><img src="a.jpg" alt=""></a>

    <button><i class="icon" aria-hidden="true"></i> Search</button>

    <div class="modal" aria-hidden="true"><button>Close</button></div>

    <button disabled aria-hidden="true">Send</button><a aria-hidden="true">#</a><input type="hidden" aria-hidden="true">

    <button aria-hidden="true" hidden>Close</button>

See: https://www.w3.org/WAI/standards-guidelines/act/rules/6cfa84/
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, RemoveAttribute, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import unheard, unseen
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.queries.twin import twins
from a11y_proxy.rewrite.html.rule import rule

_FIELDS = frozenset({"button", "input", "select", "textarea"})


@rule(criterion="4.1.2", selects="[aria-hidden=true]")
def hidden_focus(element: Element, page: Page) -> Iterator[Edit]:
    if element.tag == "body":
        yield RemoveAttribute(element, "aria-hidden", why="The whole page was hidden from readers")
    elif not _takes_focus(element):
        return
    elif any(text_of(link) and not unheard(link) for link in twins(element, page)):
        why = "The keyboard stopped where nothing is heard; another link leads to the same place"
        yield SetAttribute(element, "tabindex", "-1", why=why)
    else:
        why = "The keyboard stopped where nothing is heard"
        yield RemoveAttribute(element, "aria-hidden", why=why)


def _takes_focus(element: Element) -> bool:
    if (element.get("tabindex") or "").strip().startswith("-") or unseen(element):
        return False
    if element.tag == "a":
        return element.get("href") is not None
    return element.tag in _FIELDS and element.get("disabled") is None
