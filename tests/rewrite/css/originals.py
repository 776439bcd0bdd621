"""Takes the author's values away from behind roles, so that a test reads what a theme shows."""

import re

ORIGINAL = re.compile(
    r"(var\(--a11y-(?:text|line|focus|plate|paper|surface|drawn|none|opaque|box|clear|flat))"
    r",(?:[^()]|\((?:[^()]|\([^()]*\))*\))*(?=\))"
)
"""A role, and the author's value behind it."""


def without_originals(text: str) -> str:
    """Leaves only the roles of a sheet, which is all that a theme with colours shows."""
    return ORIGINAL.sub(r"\1", text)
