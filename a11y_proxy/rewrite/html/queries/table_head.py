"""
Finds the cells that head the columns and rows of a table, where the author only set them off.

Evidence for columns, the strongest first: `<thead>`; a first row that is bold throughout, has a ground
that no other row has, or a class that calls it a head; words above columns of figures. Evidence for rows: a
first column that is set off in the same way, or the only one that holds words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.text import text_of

_HEADS = frozenset(
    {"h", "hd", "head", "header", "heading", "thead", "th", "tablehead", "table-header"}
)
_BOLD = ("b", "strong")
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([^;]+)", re.IGNORECASE)
_FIGURE = re.compile(r"[-–—+±]?[\d\s.,:/%()№₴$€-]*\d[\d\s.,:/%()₴$€-]*")
_NONE = frozenset({"", "-", "–", "—", "x", "х"})
_MOST_LEVELS = 3
_SAMPLE = 20
"""Rows that are read; what holds for these is taken to hold for the rest."""

Row = list[Element]


@dataclass(frozen=True, slots=True)
class Heads:
    """The cells that head columns and rows; `levels` rows of heads; whether the author set them off."""

    columns: tuple[Element, ...]
    rows: tuple[Element, ...]
    levels: int
    set_off: bool


def heads_of(rows: list[Row]) -> Heads | None:
    """Gives the heads of a table's rows of cells, none of them a `<th>`; None without evidence."""
    rows = below_title(rows)
    if len(rows) < 2:
        return None
    levels = _levels(rows)
    set_off = levels > 0
    if not set_off and _stands_over_figures(rows):
        levels = 1
    head, body = rows[:levels], rows[levels:]
    columns = tuple(cell for row in head for cell in row if text_of(cell))
    if not body or len(columns) < 2 or not all(map(text_of, head[0][1:])):
        return None
    return Heads(columns, _row_heads(body), levels, set_off)


def span(cell: Element, name: str) -> int:
    """Gives how many columns (or rows) a cell covers (HTML §4.9.11)."""
    written = (cell.get(name) or "").strip()
    return max(1, min(int(written), 1000)) if written.isascii() and written.isdigit() else 1


def below_title(rows: list[Row]) -> list[Row]:
    """Gives the rows from the first one on that has several cells."""
    return list(dropwhile(lambda row: len(row) < 2, rows))


def _levels(rows: list[Row]) -> int:
    """Gives how many rows at the top are set off from all that follow."""
    levels = len(list(takewhile(_is_in_thead, rows)))
    if not levels:
        levels = len(list(takewhile(_calls_itself_head, rows)))
    if not levels:
        levels = len(list(takewhile(_is_bold, rows[: _MOST_LEVELS + 1])))
    if not levels and (ground := _ground(rows[0])):
        levels = len(list(takewhile(lambda row: _ground(row) == ground, rows)))
        if any(_ground(row) == ground for row in rows[levels:]):
            return 0
    return levels if levels <= _MOST_LEVELS else 0


def _is_in_thead(row: Row) -> bool:
    return bool(row) and next(row[0].iterancestors("thead", "table")).tag == "thead"


def _calls_itself_head(row: Row) -> bool:
    line = row[0].getparent() if row else None
    return line is not None and (
        _is_called_head(line) or (len(row) > 1 and all(map(_is_called_head, row)))
    )


def _is_called_head(element: Element) -> bool:
    classes = element.get("class")
    return classes is not None and not _HEADS.isdisjoint(classes.lower().split())


def _is_bold(row: Row) -> bool:
    filled = [cell for cell in row if text_of(cell)]
    return len(filled) > 1 and all(map(is_bold, filled))


def is_bold(cell: Element) -> bool:
    """Says whether all words of an element are bold."""
    words = text_of(cell)
    return any(text_of(bold) == words for bold in cell.iter(*_BOLD)) if words else False


def _ground(row: Row) -> str:
    """Gives the ground that the row, or each of its cells, asks for; "" for none."""
    line = row[0].getparent() if row else None
    if line is not None and (ground := _own_ground(line)):
        return ground
    grounds = {_own_ground(cell) for cell in row}
    return grounds.pop() if len(grounds) == 1 else ""


def _own_ground(element: Element) -> str:
    if ground := element.get("bgcolor"):
        return ground.strip().lower()
    found = _GROUND.search(element.get("style") or "")
    return found[1].strip().lower() if found else ""


def _stands_over_figures(rows: list[Row]) -> bool:
    """Words above, and in at least half of the columns nothing but figures below."""
    if any(len(row) != len(rows[0]) for row in rows):
        return False
    titles = list(map(text_of, rows[0]))
    if len(set(titles)) < len(titles) or any(map(_is_figure, titles)):
        return False
    columns = zip(*([text_of(cell) for cell in row] for row in rows[1:_SAMPLE]), strict=True)
    return 2 * sum(map(_is_of_figures, columns)) >= len(titles)


def _row_heads(body: list[Row]) -> tuple[Element, ...]:
    """Gives the first cell of each row that has others, if all of these name their rows."""
    lines = [row for row in body if len(row) > 1]
    firsts = [row[0] for row in lines]
    sample = lines[:_SAMPLE]
    names = [text_of(row[0]) for row in sample]
    grouped = any(cell.get("rowspan") for cell in firsts)
    if (
        grouped
        or not sample
        or not all(names)
        or len(set(names)) < len(names)
        or any(map(_is_figure, names))
    ):
        return ()
    bold = all(is_bold(row[0]) and not all(map(is_bold, row[1:])) for row in sample)
    alone = len({len(row) for row in sample}) == 1 and all(
        _is_figure(words) or words in _NONE for row in sample for words in map(text_of, row[1:])
    )
    if not (bold or alone):
        return ()
    return tuple(cell for cell in firsts if span(cell, "colspan") == 1 and text_of(cell))


def _is_of_figures(words: tuple[str, ...]) -> bool:
    filled = [each for each in words if each not in _NONE]
    return bool(filled) and all(map(_is_figure, filled))


def _is_figure(words: str) -> bool:
    return _FIGURE.fullmatch(words) is not None
