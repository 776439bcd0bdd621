"""Puts repairs of one kind together, so that a report can be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from a11y_proxy.core.repair import Repair


@dataclass(frozen=True, slots=True)
class Group:
    """Repairs by the same rule for the same reason, in the order of the page."""

    rule: str
    criterion: str
    why: str
    repairs: tuple[Repair, ...]


def groups(repairs: Iterable[Repair]) -> tuple[Group, ...]:
    """Gives the groups in the order in which their first repair was made."""
    kinds: dict[tuple[str, str, str], list[Repair]] = {}
    for repair in repairs:
        kinds.setdefault((repair.rule, repair.criterion, repair.why), []).append(repair)
    return tuple(Group(*kind, tuple(members)) for kind, members in kinds.items())
