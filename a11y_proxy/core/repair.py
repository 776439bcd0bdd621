"""What was done to a page, told by the edit that did it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """
    One change, or one thing that a person must look at (`flagged`).

    `rule` is the rule's id; `criterion` a WCAG success criterion such as "1.1.1"; `where` the
    element's path before the change; `why` a phrase of the catalogues (the English one).
    """

    rule: str
    criterion: str
    where: str
    before: str
    after: str
    why: str
    flagged: bool = False
