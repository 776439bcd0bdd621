"""Finds the heading that something on the page stands under."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import outline
from a11y_proxy.rewrite.html.queries.text import text_of

_BESIDE = 30
"""Letters beside a heading, such as a date, with which its box is still only a heading's box."""

_CELLS = frozenset({"td", "th"})


@dataclass
class _Box:
    element: Element
    headings: list[Element] = field(default_factory=list)
    around: list[Element] = field(default_factory=list)
    """For each heading the child of the box that it is, or stands in."""

    @cached_property
    def _place(self) -> dict[Element, int]:
        return {child: place for place, child in enumerate(self.element)}

    @cached_property
    def _places(self) -> list[int]:
        return [self._place[child] for child in self.around]

    def heading_before(self, child: Element) -> Element | None:
        before = bisect_left(self._places, self._place[child])
        return self.headings[before - 1] if before else None


def heading_over(element: Element, page: Page) -> Element | None:
    """
    Gives the nearest heading before the element in a box around it; None where there is none.

    A heading of another column or card is not over it (technique H80).
    """
    boxes = page.ask(_boxes)
    here = element
    for above in element.iterancestors():
        if above in boxes and (heading := boxes[above].heading_before(here)) is not None:
            return heading
        here = above
    return None


def _boxes(page: Page) -> dict[Element, _Box]:
    found: dict[Element, _Box] = {}
    for heading in outline(page):
        around, box = heading, heading.getparent()
        while box is not None:
            inside = found.setdefault(box, _Box(box))
            inside.headings.append(heading)
            inside.around.append(around)
            around, box = box, box.getparent() if _only_wraps(box, heading) else None
    return found


def _only_wraps(box: Element, heading: Element) -> bool:
    if len(box) > 2 or box.tag in _CELLS:
        return False
    return len(text_of(box)) <= len(text_of(heading)) + _BESIDE
