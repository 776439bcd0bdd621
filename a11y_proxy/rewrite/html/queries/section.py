"""Finds the heading that something on the page stands under."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.heading import outline
from a11y_proxy.rewrite.html.queries.text import is_longer, normalised, text_of

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

    def before(self, child: Element) -> Iterator[Element]:
        earlier = range(bisect_left(self._places, self._place[child]))
        return (self.headings[number] for number in reversed(earlier))


def heading_over(element: Element, page: Page) -> Element | None:
    """Gives the nearest of `headings_over`; None where there is none."""
    return next(headings_over(element, page), None)


def headings_over(element: Element, page: Page) -> Iterator[Element]:
    """
    Gives the headings before the element in the boxes around it, the nearest first.

    A heading of another column or card is not over it (technique H80).
    """
    boxes = page.ask(_boxes)
    here = element
    for above in element.iterancestors():
        if above in boxes:
            yield from boxes[above].before(here)
        here = above


def _boxes(page: Page) -> dict[Element, _Box]:
    found: dict[Element, _Box] = {}
    for heading in outline(page):
        around, box = heading, heading.getparent()
        most = len(text_of(heading)) + _BESIDE
        while box is not None:
            inside = found.setdefault(box, _Box(box))
            inside.headings.append(heading)
            inside.around.append(around)
            around, box = box, box.getparent() if _only_wraps(box, around, most) else None
    return found


def _only_wraps(box: Element, inner: Element, most: int) -> bool:
    """Says whether the box holds no more than so many characters; what is in `inner` is no more."""
    if len(box) > 2 or box.tag in _CELLS:
        return False
    if len(box) == 1 and not normalised(box.text) and not normalised(inner.tail):
        return True
    return not is_longer(box, most)
