"""
Makes a rule of a function and of what its module says about it.

A rule's module docstring is its documentation, its example and its test: the promise, why it
matters, then the sections named in `SECTIONS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from inspect import cleandoc
from types import MappingProxyType

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.selector import Compound, compile_selector
from a11y_proxy.standards.wcag import CRITERIA

Gather = Callable[[Element, Page], Iterator[Edit]]

SECTIONS = ("Before", "After", "Leaves alone", "Flags", "See")
"""In this order; `Flags` may be missing, or `Before` and `After` where a rule only flags."""

_EXAMPLES = frozenset({"Before", "After"})
_SECTION = re.compile(rf"^({'|'.join(SECTIONS)}):[ \t]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One repair: where to look, what to ask for, and the words that explain it.

    `id` is the function's name with dashes; `promise` one sentence; `why` says whom it helps;
    `sections` hold the examples and links, by the names in `SECTIONS`.
    """

    id: str
    criterion: str
    selects: str
    compounds: tuple[Compound, ...]
    gather: Gather
    promise: str
    why: str
    sections: Mapping[str, str]

    def __hash__(self) -> int:
        return hash(self.id)

    def examples(self, section: str) -> tuple[str, ...]:
        """Gives a section's examples, each a page or a part of one; blank lines part them."""
        text = self.sections.get(section, "").strip()
        return tuple(re.split(r"\n\s*\n", text)) if text else ()


def rule(*, criterion: str, selects: str) -> Callable[[Gather], Rule]:
    """
    Gives the decorator that turns a generator of edits into a `Rule`.

    Raises ValueError, so at import, for a criterion that WCAG does not have, a selector that
    cannot be dispatched, or a docstring without its sections.
    """
    if criterion not in CRITERIA:
        raise ValueError(f"WCAG 2.2 has no criterion {criterion}")
    compounds = compile_selector(selects)

    def declare(function: Gather) -> Rule:
        name = function.__name__.replace("_", "-")
        head, sections = _read(name, function.__globals__["__doc__"])
        promise, _, why = head.partition("\n\n")
        return Rule(name, criterion, selects, compounds, function, promise, why, sections)

    return declare


def _read(name: str, docstring: str | None) -> tuple[str, Mapping[str, str]]:
    head, *rest = _SECTION.split(cleandoc(docstring or ""))
    sections = {
        title: cleandoc("\n" + text) for title, text in zip(rest[::2], rest[1::2], strict=True)
    }
    optional = _EXAMPLES if "Flags" in sections and "Before" not in sections else {"Flags"}
    required = [title for title in SECTIONS if title not in optional or title in sections]
    if list(sections) != required or not head.strip():
        raise ValueError(f"{name}: the docstring needs {', '.join(required)}, in this order")
    return head.strip(), MappingProxyType(sections)
