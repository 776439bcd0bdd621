"""Why a transformation did not happen; the page is then served as it is, with a notice."""

from __future__ import annotations


class TransformError(Exception):
    """The engine gave no artifact."""


class OverdueError(TransformError):
    """It took longer than the deadline; the worker was killed."""


class OutgrownError(TransformError):
    """It needed more memory than a worker may have; the worker was replaced."""


class CrashedError(TransformError):
    """The worker died, or the engine raised what it never should."""


class QuarantinedError(TransformError):
    """The same source failed like this before; for a while it is not tried again."""


class BusyError(TransformError):
    """Too many pages wait already, or one waited too long."""
