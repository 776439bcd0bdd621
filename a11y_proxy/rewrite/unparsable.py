"""The one refusal of the engine."""

from __future__ import annotations


class UnparsableError(ValueError):
    """
    The source must not be parsed: too deep, too large, too many attributes, or not text at all.

    The message is one sentence that names the limit and what was found.
    """
