"""Says that a file has not come far enough."""

from __future__ import annotations


class UnfinishedError(EOFError):
    """More bytes must come."""
