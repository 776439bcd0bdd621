"""Tells what was done to a page: to a reader with repairs of one kind together, to a program as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

from a11y_proxy.core.repair import Repair
from a11y_proxy.standards.wcag import CRITERIA


@dataclass(frozen=True, slots=True)
class Group:
    """Repairs by the same rule for the same reason, in the order of the page."""

    rule: str
    criterion: str
    why: str
    repairs: tuple[Repair, ...]

    @property
    def name(self) -> str:
        """The criterion's handle in WCAG, a phrase of the catalogues."""
        return CRITERIA[self.criterion][0]

    @property
    def level(self) -> str:
        """The criterion's level of conformance, A to AAA."""
        return CRITERIA[self.criterion][1]


def groups(repairs: Iterable[Repair]) -> tuple[Group, ...]:
    """Gives the groups in the order in which their first repair was made."""
    kinds: dict[tuple[str, str, str], list[Repair]] = {}
    for repair in repairs:
        kinds.setdefault((repair.rule, repair.criterion, repair.why), []).append(repair)
    return tuple(Group(*kind, tuple(members)) for kind, members in kinds.items())


def as_json(
    url: str, repairs: Sequence[Repair], gave_up: Sequence[str], say: Callable[[str], str]
) -> str:
    """
    Gives a report for programs, in the language of `say`: what a person must look at first.

    Each entry has a repair's fields, and the name and the level of its criterion.
    """
    flagged: list[dict[str, str]] = []
    repaired: list[dict[str, str]] = []
    for repair in repairs:
        name, level = CRITERIA[repair.criterion]
        said = {"name": say(name), "level": level, "why": say(repair.why)}
        told = asdict(repair) | said
        (flagged if told.pop("flagged") else repaired).append(told)
    report = {"url": url, "flagged": flagged, "repaired": repaired, "gave_up": list(gave_up)}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
