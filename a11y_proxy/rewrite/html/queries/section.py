"""Finds the heading that something on the page stands under."""

from __future__ import annotations

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
    headings: list[tuple[Element, Element]] = field(default_factory=list)
    """Each with the child of the box that it is, or stands in."""

    @cached_property
    def places(self) -> dict[Element, int]:
        return {child: place for place, child in enumerate(self.element)}

    def heading_before(self, child: Element) -> Element | None:
        before = [
            heading for heading, around in self.headings if self.places[around] < self.places[child]
        ]
        return before[-1] if before else None


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


def title_over(element: Element, page: Page) -> str:
    """Gives the words of the heading over the element; "" where there is none."""
    heading = heading_over(element, page)
    return "" if heading is None else text_of(heading)


def _boxes(page: Page) -> dict[Element, _Box]:
    found: dict[Element, _Box] = {}
    for heading in outline(page):
        around, box = heading, heading.getparent()
        while box is not None:
            found.setdefault(box, _Box(box)).headings.append((heading, around))
            around, box = box, box.getparent() if _only_wraps(box, heading) else None
    return found


def _only_wraps(box: Element, heading: Element) -> bool:
    if len(box) > 2 or box.tag in _CELLS:
        return False
    return len(text_of(box)) <= len(text_of(heading)) + _BESIDE
