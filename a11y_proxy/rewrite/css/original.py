"""
Keeps the author's value behind a role: `var(--a11y-text,#333)`.

Themes with a palette define every role, so it is never seen there. A theme without one shows the
site's own colours, from the same sheet.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tinycss2.ast import FunctionBlock, IdentToken, LiteralToken

from a11y_proxy.rewrite.css.syntax import Node

ROLE = "var(--a11y-"
"""What a role begins with."""

_ONE_ROLE = re.compile(r"(?:var\(--a11y-ground-[\w-]+,)*var\(--a11y-[a-z]+\)+")

_FLAT = r"""[^()\[\]{}!;"'\\/]++|/(?!\*)|"[^"\\\n]*"|'[^'\\\n]*'"""
_FALLBACK = re.compile(rf"(?>{_FLAT}|\((?>{_FLAT}|\((?>{_FLAT}|\((?>{_FLAT})*+\))*+\))*+\))++")
"""What may stand as the fallback of var() for sure (CSS Variables 1 §3)."""


def with_original(answer: str, original: str) -> str:
    """Puts the author's value behind an answer that is one role; any other answer stays."""
    if not answer.startswith(ROLE):
        return answer
    if not _is_one_role(answer) or not _FALLBACK.fullmatch(original):
        return answer
    return answer.replace(")", f",{original})", 1)


@lru_cache(1024)
def _is_one_role(answer: str) -> bool:
    return bool(_ONE_ROLE.fullmatch(answer))


def role_or(role: str, original: Node) -> Node:
    """Gives the component value of a role with the author's behind it; `role` is its name."""
    arguments = [IdentToken(0, 0, f"--a11y-{role}")]
    if _FALLBACK.fullmatch(original.serialize()):
        arguments += [LiteralToken(0, 0, ","), original]
    return FunctionBlock(0, 0, "var", arguments)
