"""Finds paragraphs that were typed as text with empty lines between, made of line breaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.lines import IN_LINE, Line, block_around, lines_of
from a11y_proxy.rewrite.html.queries.text import normalised

_BLOCKS = frozenset({
    "address", "blockquote", "center", "div", "dl", "fieldset", "figure", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "ol", "p", "pre", "section", "table", "ul",
})  # fmt: skip
_LONGEST_VERSE = 60
_FEWEST = 2
"""One run of flowing text alone may be a note under a heading."""


@dataclass(slots=True)
class Run:
    """Lines of text, one after the other, with an empty line or a block at each end."""

    lines: list[Line] = field(default_factory=list)
    letters: int = 0

    @property
    def until(self) -> Element | None:
        """What comes right behind the run, whose last line break ends it and makes no empty line."""
        last = self.lines[-1].until
        return last.getnext() if last is not None and last.tag == "br" else last

    def flows(self) -> bool:
        """Says whether its lines are as long as lines of prose, and no address's or poem's."""
        return self.letters > _LONGEST_VERSE * len(self.lines) > 0 and not self._takes_room_along()

    def _takes_room_along(self) -> bool:
        """Says whether a space that takes up a line stands behind the break that ends the run."""
        last = self.lines[-1].until
        return last is not None and last.tag == "br" and "\u00a0" in (last.tail or "")


def begins_gap(line_break: Element) -> bool:
    """Says whether an empty line follows the break."""
    following = line_break.getnext()
    return following is not None and following.tag == "br" and not normalised(line_break.tail)


def typed_paragraphs(parent: Element) -> list[Run]:
    """Gives the paragraphs among the lines in an element; none where its text does not flow."""
    block = block_around(parent)
    if block is None or block.tag == "p" or not _is_of_lines(parent):
        return []
    runs = [Run()]
    for line in lines_of(parent):
        if words := normalised(line.words()):
            runs[-1].lines.append(line)
            runs[-1].letters += len(words)
        ends_here = line.until is None or line.until.tag != "br"
        if runs[-1].lines and (ends_here or not words):
            runs.append(Run())
    flowing = [run for run in runs if run.flows()]
    if not _is_all_of(parent, block):
        flowing = [
            run for run in flowing if run.lines[0].after is not None and run.until is not None
        ]
    return flowing if len(flowing) >= _FEWEST else []


def _is_of_lines(parent: Element) -> bool:
    """Says whether what is no text in the element, as far as it is known, begins a new line."""
    parts = (child.tag for child in parent.iterchildren("*"))
    return all(tag in IN_LINE or tag in _BLOCKS for tag in parts)


def _is_all_of(parent: Element, block: Element) -> bool:
    """Says whether the block holds nothing else, which would share the first line or the last."""
    here = parent
    while here is not block and (around := here.getparent()) is not None:
        if len(around) != 1 or normalised(around.text) or normalised(here.tail):
            return False
        here = around
    return True
