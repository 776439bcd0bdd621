"""Tells what was done to a page, all of one kind together: to a reader, and to a program as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from a11y_proxy.core.repair import Kind, Repair

Say = Callable[[str], str]

_FIRST = 5
"""Changes of one kind that are shown; a person must look at everything that is flagged."""


@dataclass(frozen=True, slots=True)
class Group:
    """Repairs of one kind: how many, and those that are shown, in the order of the page."""

    kind: Kind
    count: int
    shown: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """
    What was done to the page at `path` (and query).

    There is no score, and no claim of conformance.
    """

    path: str
    flagged: tuple[Group, ...]
    repaired: tuple[Group, ...]
    gave_up: tuple[str, ...]


def report(path: str, repairs: Sequence[Repair], gave_up: Iterable[str]) -> Report:
    """Gives the report on a page, each kind in the place of the first of its repairs."""
    flagged = _groups((each for each in repairs if each.flagged), len(repairs))
    repaired = _groups((each for each in repairs if not each.flagged), _FIRST)
    return Report(path, flagged, repaired, tuple(gave_up))


def _groups(repairs: Iterable[Repair], first: int) -> tuple[Group, ...]:
    kinds: dict[Kind, list[Repair]] = {}
    for repair in repairs:
        kinds.setdefault(repair.kind, []).append(repair)
    return tuple(Group(kind, len(them), tuple(them[:first])) for kind, them in kinds.items())


def as_json(told: Report, say: Say) -> str:
    """Gives a report for programs, in the language of `say`: what a person must look at first."""
    return to_json(
        {
            "url": told.path,
            "flagged": [_entry(group, say) for group in told.flagged],
            "repaired": [_entry(group, say) for group in told.repaired],
            "gave_up": told.gave_up,
        }
    )


def _entry(group: Group, say: Say) -> dict[str, object]:
    places = [{"where": one.where, "before": one.before, "after": one.after} for one in group.shown]
    return {**said(group.kind, say), "count": group.count, "places": places}


def said(kind: Kind, say: Say) -> dict[str, object]:
    """Gives a kind's fields, with the name and the level of its criterion."""
    words = {"name": say(kind.name), "level": kind.level, "why": say(kind.why)}
    return kind._asdict() | words


def to_json(data: object) -> str:
    """Gives JSON that a person can read, too."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
