"""Tells what of a whole site a person must look at: matter by matter, and page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from a11y_proxy.core.repair import Kind
from a11y_proxy.server.views.report import Say, said, to_json
from a11y_proxy.service.overview import Met


@dataclass(frozen=True, slots=True)
class Matter:
    """One kind of what was flagged: on how many pages, and how often."""

    kind: Kind
    pages: int
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """The pages at one path: `plain` tells that there is only one, whose address is the path."""

    path: str
    plain: bool
    pages: int
    flagged: int
    repaired: int


def matters(pages: Iterable[Met]) -> list[Matter]:
    """Gives what was flagged, what is on most pages first."""
    on: Counter[Kind] = Counter()
    count: Counter[Kind] = Counter()
    for met in pages:
        on.update(met.flagged.keys())
        count.update(met.flagged)
    return [Matter(kind, number, count[kind]) for kind, number in on.most_common()]


def rows(pages: Iterable[Met]) -> list[Row]:
    """Gives the paths of pages, where most was flagged first."""
    found: dict[str, Row] = {}
    for met in pages:
        row = found.get(met.path, Row(met.path, plain=True, pages=0, flagged=0, repaired=0))
        found[met.path] = replace(
            row,
            plain=met.plain and not row.pages,
            pages=row.pages + 1,
            flagged=row.flagged + sum(met.flagged.values()),
            repaired=row.repaired + met.repaired,
        )
    return sorted(found.values(), key=lambda row: (-row.flagged, row.path))


def as_json(pages: Iterable[Met], say: Say) -> str:
    """Gives the same for programs, in the language of `say`."""
    pages = list(pages)
    return to_json(
        {
            "flagged": [
                {**said(each.kind, say), "pages": each.pages, "count": each.count}
                for each in matters(pages)
            ],
            "pages": [
                {
                    "path": row.path,
                    "pages": row.pages,
                    "flagged": row.flagged,
                    "repaired": row.repaired,
                }
                for row in rows(pages)
            ],
        }
    )
