"""
Tells where elements stand, as XPath says it, from edit to edit.

lxml counts an element's siblings each time it is asked, which for all of one long list is the square
of its length. So all that lxml counts for one rule has a bound. Where it might count more, the children
of an element are counted once, while no edit moves them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from lxml.etree import _Element as Element

_MOST = 5_000_000
"""Siblings that lxml may look at, a fifth of a second's work; then a path has tags without numbers."""


class Paths:
    """
    Answers for the elements of one tree; `move` is to be told before an edit moves anything.

    `most` is how many siblings lxml looks at, if all paths that are asked for are as long as can be.
    """

    def __init__(self, root: Element, most: int) -> None:
        self._tree = root.getroottree()
        self._light = most <= _MOST
        self._steps: dict[Element, Mapping[Element, str]] = {}
        self._known: dict[Element, str] = {}
        self._moved: set[Element] = set()
        self._room = _MOST
        self._lengths: dict[Element, int] = {}

    def of(self, element: Element) -> str:
        """Gives the path, such as "/html/body/p[2]"; of a page beyond all measure, "/html/body/p"."""
        if self._light:
            return self._tree.getpath(element)
        parent = element.getparent()
        if parent is None or parent in self._moved:
            return self._counted(element)
        if parent not in self._steps:
            self._steps[parent] = _steps(parent)
        step = self._steps[parent].get(element)
        if step is None:
            return self._counted(element)
        if parent not in self._known:
            self._known[parent] = self.of(parent)  # no deeper than `limits.MAX_DEPTH`
        return f"{self._known[parent]}/{step}"

    def move(self, element: Element) -> None:
        """Forgets what an edit of the element may make untrue: it, its siblings and its children move."""
        if self._light:
            return
        self._moved.add(element)
        if (parent := element.getparent()) is not None:
            self._moved.add(parent)
        self._known.clear()

    def _counted(self, element: Element) -> str:
        above = list(element.iterancestors())
        self._room -= sum(map(self._length, above))
        if self._room > 0:
            return self._tree.getpath(element)
        return "/" + "/".join(str(each.tag) for each in (*reversed(above), element))

    def _length(self, parent: Element) -> int:
        """Gives how many children it had when that was first asked, which is near enough."""
        if parent not in self._lengths:
            self._lengths[parent] = len(parent)
        return self._lengths[parent]


def _steps(parent: Element) -> Mapping[Element, str]:
    """Gives the last step of the path of each child that has a plain name."""
    tags = [(child, tag) for child in parent if isinstance(tag := child.tag, str) and tag[0] != "{"]
    total = Counter(tag for _, tag in tags)
    met: Counter[str] = Counter()
    found: dict[Element, str] = {}
    for child, tag in tags:
        met[tag] += 1
        found[child] = tag if total[tag] == 1 else f"{tag}[{met[tag]}]"
    return found
