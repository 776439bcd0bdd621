"""
Makes a list of lines that were typed as one.

"Hyphen Government, hyphen Legislation": nothing says where a list begins, how long it is, and how to
get past it. The lines look as before; bullets are not read out, numbers are. A paragraph, which has the
site's own look and can hold no list element, gets the roles of one. What may be a talk between two, a poem or
an address stays as it is.

Before:

    <div>- <a href="/gov">Government</a><br>- Legislation<br>- <a href="/rada">Council</a><br></div>

After:

    <div><ul class="a11y-lines"><li class="a11y-lines"><span aria-hidden="true">- </span><a href="/gov">Government</a><br></li><li class="a11y-lines"><span aria-hidden="true">- </span>Legislation<br></li><li class="a11y-lines"><span aria-hidden="true">- </span><a href="/rada">Council</a></li></ul><br></div>

Leaves alone:

    <p>— When do you open?<br>— At eight.<br>— Thank you!</p>

    <p>12 Central Square<br>Stepovets<br>00000</p>

    <p>- There is one line only,<br>and it goes on.</p>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H48
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, WrapRun, WrapText
from a11y_proxy.rewrite.html.elements import around, list_part
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.lines import (
    DASHES,
    Line,
    begins_item,
    block_around,
    is_talk,
    lines_of,
)
from a11y_proxy.rewrite.html.rule import rule

_WHY = "The lines were typed as a list"


@rule(criterion="1.3.1", selects="body, a11y-fragment")
def br_list(element: Element, _page: Page) -> Iterator[Edit]:
    parents = dict.fromkeys(
        line_break.getparent() for line_break in element.iter("br") if begins_item(line_break.tail)
    )
    for parent in parents:
        block = None if parent is None else block_around(parent)
        if parent is None or block is None:
            continue
        for lines in _lists(parent):
            yield from _as_list(lines, native=block.tag != "p")


def _lists(parent: Element) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines_of(parent):
        if run and not _continues(run[-1], line):
            if _is_list(run):
                yield run
            run = []
        if line.sign:
            run.append(line)
    if _is_list(run):
        yield run


def _continues(last: Line, line: Line) -> bool:
    broken = last.until is not None and last.until.tag == "br" and line.after is last.until
    follows = not line.number or line.number == last.number + 1
    return broken and line.sign == last.sign and follows


def _is_list(run: list[Line]) -> bool:
    """Two bullets are a list; dashes and numbers are also used otherwise."""
    if len(run) < 2 or (len(run) < 3 and (run[0].number or run[0].sign in DASHES)):
        return False
    return run[0].sign not in DASHES or not any(is_talk(line.words()[1:]) for line in run)


def _as_list(lines: list[Line], *, native: bool) -> Iterator[Edit]:
    until = lines[-1].until
    # the last line first: then each takes the break at its end along, whose text has gone by then
    for line in reversed(lines):
        item = list_part("li", native=native)
        yield WrapRun(line.parent, line.after, until, item, why=_WHY)
        if not line.number:
            sign = around("span", aria_hidden="true")
            yield WrapText(item, "text", 0, line.mark, sign, why="The bullet was read out")
        until = item
    whole = list_part("ol" if lines[0].number else "ul", native=native)
    yield WrapRun(lines[0].parent, lines[0].after, lines[-1].until, whole, why=_WHY)
