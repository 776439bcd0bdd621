"""
Ties each form field to the words that stand beside it.

"Edit, blank", says a screen reader in a field without a label. The words a sighted visitor goes by
become the label; words are tied, not doubled, and a field that has a name keeps it.

Before:

    <form><label>Surname:</label> <input name="s"><br>Street: <input name="t"><table><tr><td>House</td><td><input name="h"></td></tr></table></form>

After:

    <form><label for="a11y-1">Surname:</label> <input name="s" id="a11y-1"><br>Street: <input name="t" aria-label="Street"><table><tr><td id="a11y-2">House</td><td><input name="h" aria-labelledby="a11y-2"></td></tr></table></form>

Leaves alone:

    <label for="a">Name</label><input id="a"><label>Street <input></label>

    <p>Name <input aria-label="Surname"> Street <input title="Street and house"></p>

    <p>Send: <input type="submit" value="Send"><input type="hidden" name="k"><button>Send</button></p>

    <p>Code <input style="display: none"></p>

Flags:

    <form><input name="q"><input name="r"></form>

See: https://www.w3.org/WAI/WCAG22/Understanding/labels-or-instructions
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, RemoveAttribute, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.field import PUSHED, kind_of_control
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.identity import descriptions, identity_of
from a11y_proxy.rewrite.html.queries.name import labels, name_of
from a11y_proxy.rewrite.html.queries.neighbour import beside, honest_words
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.rewrite.html.rule import rule

_WHY = "The field had no label; the words beside it are tied to it now"


@rule(criterion="3.3.2", selects="input, select, textarea")
def form_label(element: Element, page: Page) -> Iterator[Edit]:
    kind = kind_of_control(element)
    if kind in PUSHED or name_of(element, page) or out_of_reach(element, page):
        return
    found = beside(element, after=kind in {"checkbox", "radio"})
    if found is not None and not isinstance(found, str):
        # what describes the field before is no label of this one
        if found.get("id") not in page.ask(descriptions):
            yield from _tie(element, found, page)
            return
        found = None
    sources = honest_words(element, page) if found is None else iter([(found, _WHY)])
    for words, why in sources:
        yield SetAttribute(element, "aria-label", words, why=why)
        return
    yield Flag(element, why="The field has no label, and no words stand beside it")


def _tie(field: Element, words: Element, page: Page) -> Iterator[Edit]:
    native = words.tag == "label"
    if native and words in page.ask(_taken):
        yield from _claimed(field, words, page)
        return
    target = field if native else words
    identity = identity_of(target, page)
    if identity is None:
        yield SetAttribute(field, "aria-label", text_of(words).rstrip(" :"), why=_WHY)
        return
    if target.get("id") != identity:
        yield SetAttribute(target, "id", identity, why=_WHY)
    if native:
        yield SetAttribute(words, "for", identity, why=_WHY)
    else:
        yield SetAttribute(field, "aria-labelledby", identity, why=_WHY)


def _claimed(field: Element, label: Element, page: Page) -> Iterator[Edit]:
    """A label leads to the first of two fields of one id; its words stand beside the second."""
    identity = identity_of(label, page)
    if identity is None or label.get("for") != field.get("id"):
        yield Flag(field, why="The words beside the field are the label of another one")
        return
    why = "Two fields had one id, and the words beside the second were heard at the first"
    yield SetAttribute(label, "id", identity, why=why)
    yield RemoveAttribute(label, "for", why=why)
    yield SetAttribute(field, "aria-labelledby", identity, why=why)


def _taken(page: Page) -> set[Element]:
    return {label for found in page.ask(labels).values() for label in found}
