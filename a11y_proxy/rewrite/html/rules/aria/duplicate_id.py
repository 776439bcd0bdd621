"""
Leads a reference to the element that it means, where an earlier one has the same id.

A block was copied together with its ids: the second window is heard with the title of the first. What
stands in the same block is what is meant. The id itself stays, since style sheets and scripts go by it.

Before:

    <div role="dialog" aria-labelledby="t"><h2 id="t">Roads</h2></div><div role="dialog" aria-labelledby="t"><h2 id="t">Parks</h2></div>

After:

    <div role="dialog" aria-labelledby="t"><h2 id="t">Roads</h2></div><div role="dialog" aria-labelledby="a11y-1"><h2 id="t"><span id="a11y-1">Parks</span></h2></div>

Leaves alone:

    <h2 id="t">Roads</h2><h2 id="t">Parks</h2><section aria-labelledby="t">Text</section>

    <p id="a">One</p><p id="a">Two</p><p id="b">Three</p><input title="Code" aria-describedby="b">

    <div><h2 id="t">Roads</h2></div><div><h2 id="t">Parks</h2><h3 id="t">Lakes</h3><p aria-describedby="t">Text</p></div>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H93
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute, WrapRun
from a11y_proxy.rewrite.html.elements import around
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.identity import doubled_ids, free_ids
from a11y_proxy.rewrite.html.queries.text import INLINE, text_of
from a11y_proxy.rewrite.html.rule import rule

_SPOKEN = ("aria-labelledby", "aria-describedby")
_HOLD_WORDS = INLINE | {
    "dd",
    "div",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "legend",
    "li",
    "p",
    "td",
    "th",
}
_WHY = "Two elements have this id, and the first was heard in place of the one that is meant"


@rule(criterion="1.3.1", selects="[aria-labelledby], [aria-describedby]")
def duplicate_id(element: Element, page: Page) -> Iterator[Edit]:
    doubled = page.ask(doubled_ids)
    for name in _SPOKEN if doubled else ():
        words = (element.get(name) or "").split()
        for place, word in enumerate(words):
            target = _meant(element, word, page) if word in doubled else None
            if target is not None and _may_be_wrapped(target):
                words[place] = next(page.ask(free_ids))
                yield WrapRun(target, None, None, around("span", id=words[place]), why=_WHY)
                yield SetAttribute(element, name, " ".join(words), why=_WHY)


def _meant(element: Element, identity: str, page: Page) -> Element | None:
    """Gives the only one in the smallest block around; None for several, or the first on the page."""
    targets = [each for each in page.root.iter("*") if each.get("id") == identity]
    for above in (element, *element.iterancestors()):
        inside = [each for each in targets if each is above or above in each.iterancestors()]
        if inside:
            return inside[0] if len(inside) == 1 and inside[0] is not targets[0] else None
    return None


def _may_be_wrapped(target: Element) -> bool:
    if target.tag not in _HOLD_WORDS or not text_of(target):
        return False
    return all(child.tag in INLINE for child in target.iterdescendants("*"))
