"""Writes the documentation of all rules out of their declarations."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules import RULES
from a11y_proxy.standards.wcag import CRITERIA

_OPENING = """\
# The rules

Written from the declarations in `a11y_proxy/rewrite/html/rules/` by `a11y-proxy rules`; a test keeps
it current. The examples are executed by the tests. A rule never guesses: what it cannot prove, it
leaves alone or flags for a person.
"""


def rules_markdown() -> str:
    """Gives the page `docs/rules.md`."""
    table = ["| rule | WCAG | promise |", "| - | - | - |"]
    table += [f"| [{rule.id}](#{rule.id}) | {rule.criterion} | {rule.promise} |" for rule in RULES]
    return "\n".join([_OPENING, *table, "", *map(_chapter, RULES)])


def _chapter(rule: Rule) -> str:
    title, level = CRITERIA[rule.criterion]
    lines = [f"## {rule.id}", "", rule.promise, "", rule.why, ""]
    lines += [f"WCAG {rule.criterion} {title} (level {level}); looks at `{rule.selects}`.", ""]
    for section, text in rule.sections.items():
        if section == "See":
            lines += [f"See <{text}>.", ""]
        else:
            lines += [f"{section}:", "", "```html", text, "```", ""]
    return "\n".join(lines)
