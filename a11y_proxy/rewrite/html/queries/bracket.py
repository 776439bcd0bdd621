"""
Finds content that no element holds: what stands between a page's header or menu and its footer.

Both must be there, told by tag, role or name, with nothing like them in between, where most of the page's
words and its heading are.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.landmark import landmarks
from a11y_proxy.rewrite.html.queries.named import Kind, named_regions
from a11y_proxy.rewrite.html.queries.prose import first_heading
from a11y_proxy.rewrite.html.queries.weight import weights

_BEFORE: tuple[Kind, ...] = ("banner", "navigation")
_AFTER: tuple[Kind, ...] = ("contentinfo",)
_BOXES = frozenset({"body", "center", "div"})
_MOST = 0.5
_LEFT_OVER = 12
"""Letters that may stand in a header's box beside it."""


@dataclass(frozen=True, slots=True)
class Run:
    """What stands in `box` between two of its children."""

    box: Element
    after: Element
    until: Element


def run_between(page: Page) -> Run | None:
    """Gives the run of content; None where nothing plainly is."""
    box = _box(page)
    if box is None or box.tag not in _BOXES:
        return None
    before, after = _furniture(_BEFORE, box, page), _furniture(_AFTER, box, page)
    children = [child for child in box if page.ask(weights).of(child)]
    start = max((n for n, child in enumerate(children) if child in before), default=None)
    end = min((n for n, child in enumerate(children) if child in after), default=None)
    if start is None or end is None or not _is_content(children[start + 1 : end], page):
        return None
    return Run(box, children[start], children[end])


def _box(page: Page) -> Element | None:
    """Gives the body, or the one element that holds all of it."""
    weight = page.ask(weights)
    box = page.body
    while box is not None:
        inside = [child for child in box if weight.of(child)]
        if len(inside) != 1 or weight.of(inside[0]) < weight.of(box):
            return box
        box = inside[0]
    return None


def _furniture(kinds: tuple[Kind, ...], box: Element, page: Page) -> set[Element]:
    """Gives the children of the box that are of these kinds, or only wrap what is."""
    marks, names, weight = page.ask(landmarks), page.ask(named_regions), page.ask(weights)
    found: set[Element] = set()
    for region in {each for kind in kinds for each in (*marks[kind], *names[kind])}:
        child, above = region, region.getparent()
        while above is not None and above is not box:
            child, above = above, above.getparent()
        if above is box and weight.of(region) >= weight.of(child) - _LEFT_OVER:
            found.add(child)
    return found


def _is_content(run: list[Element], page: Page) -> bool:
    weight = page.ask(weights)
    heading = page.ask(first_heading)
    whole = 0 if page.body is None else weight.of(page.body)
    around = set() if heading is None else {heading, *heading.iterancestors()}
    return sum(map(weight.of, run)) >= _MOST * whole > 0 and (
        heading is None or not around.isdisjoint(run)
    )
