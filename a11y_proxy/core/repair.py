"""What was done to a page, told by the edit that did it."""

from __future__ import annotations

from typing import NamedTuple

from a11y_proxy.standards.wcag import CRITERIA


class Kind(NamedTuple):
    """What the repairs that one rule made for one reason have in common."""

    rule: str
    criterion: str
    why: str

    @property
    def name(self) -> str:
        """The criterion's handle in WCAG, a phrase of the catalogues."""
        return CRITERIA[self.criterion][0]

    @property
    def level(self) -> str:
        """The criterion's level of conformance, A to AAA."""
        return CRITERIA[self.criterion][1]


class Repair(NamedTuple):
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

    @property
    def kind(self) -> Kind:
        """The rule and its reason."""
        return Kind(self.rule, self.criterion, self.why)
