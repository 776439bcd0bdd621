"""
Gives a button without words the name that its own code holds.

"Button", says a screen reader, and nothing tells what it will do. A script may have moved its title
away, its icon has a name that means one thing everywhere, and that a button sends its form is a fact.
What nothing tells is for a person to name.

Before:

    <button data-original-title="Search"><i class="fa fa-search"></i></button>
    <form action="/search"><input name="q"><button><i></i></button></form>
    <button class="close">×</button>

After:

    <button data-original-title="Search" aria-label="Search"><i class="fa fa-search"></i></button>
    <form action="/search"><input name="q"><button aria-label="Search"><i></i></button></form>
    <button class="close" aria-label="Close">×</button>

Leaves alone:

    <button>Send</button><button title="Search"><i class="fa fa-search"></i></button>

    <button aria-label="Close">×</button><button><img src="go.png" alt="Go"></button>

    <input type="submit"><input type="reset"><input type="button" value="Print">

    <button hidden><i class="fa fa-bars"></i></button><button>×</button>

Flags:

    <button><i class="fa fa-eye"></i></button>

    <input type="button" onclick="next()">

    <span role="button" tabindex="0"><i class="fa fa-arrow"></i></span>

See: https://www.w3.org/WAI/WCAG22/Understanding/name-role-value
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach, unheard
from a11y_proxy.rewrite.html.queries.icon import icon_meaning
from a11y_proxy.rewrite.html.queries.name import name_of, says_words
from a11y_proxy.rewrite.html.queries.picture import says_nothing
from a11y_proxy.rewrite.html.queries.submit import submit_name
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.rewrite.html.queries.tooltip import moved_title
from a11y_proxy.rewrite.html.queries.wholetext import text_in
from a11y_proxy.rewrite.html.rule import rule

_CROSSES = frozenset("×✕✖✗⨯xXхХ")
_CLOSING = frozenset({"close", "btn-close", "modal-close", "popup-close"})


@rule(criterion="4.1.2", selects="button, input[type=button], [role=button]")
def button_name(element: Element, page: Page) -> Iterator[Edit]:
    if out_of_reach(element, page):
        return
    if _closes(element):
        yield SetAttribute(element, "aria-label", page.say("Close"), why=_WHY_ICON)
    elif not says_words(element) and not _has_name(element, page):
        for words, why in _sources(element, page):
            yield _named(element, words, why)
            return
        yield Flag(element, why="The button has no name, and nothing in its code gives one")


_WHY_ICON = "The button had no name; its sign has one that means the same everywhere"


def _sources(button: Element, page: Page) -> Iterator[tuple[str, str]]:
    if words := moved_title(button, page):
        yield words, "The button had no name; its author's words were in its code"
    if words := icon_meaning(button, page):
        yield words, _WHY_ICON
    if words := submit_name(button, page):
        yield words, "What the button does is a fact"


def _named(button: Element, words: str, why: str) -> SetAttribute:
    parts = list(button.iter("img", "svg"))
    if len(parts) == 1 and parts[0].tag == "img" and not unheard(parts[0]):
        return SetAttribute(parts[0], "alt", words, why=why)
    return SetAttribute(button, "aria-label", words, why=why)


def _closes(button: Element) -> bool:
    """Says whether the button is a cross, and its class or its code says that it closes something."""
    if button.get("aria-label") or button.get("aria-labelledby") or button.get("title"):
        return False
    if normalised(text_in(button)) not in _CROSSES:
        return False
    dismisses = button.get("data-dismiss") or button.get("data-bs-dismiss")
    return bool(dismisses) or not _CLOSING.isdisjoint((button.get("class") or "").lower().split())


def _has_name(button: Element, page: Page) -> bool:
    """Says whether the button has a name; that of a picture's file is none."""
    name = name_of(button, page)
    image = next(button.iter("img"), None)
    written = None if image is None else normalised(image.get("alt"))
    return bool(name) and not (image is not None and name == written and says_nothing(name, image))
