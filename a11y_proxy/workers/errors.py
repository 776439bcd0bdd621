"""Why a transformation did not happen; the page is then served as it is, with a notice."""

from __future__ import annotations


class TransformError(Exception):
    """The engine gave no artifact."""


class OverdueError(TransformError):
    """It took longer than the deadline; the worker was killed."""


class CrashedError(TransformError):
    """The worker died, or the engine raised what it never should."""


class QuarantinedError(TransformError):
    """The same source failed like this before; it is not tried again."""


class BusyError(TransformError):
    """Too many pages wait already."""
